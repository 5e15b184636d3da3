package ui_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

var toCome = regexp.MustCompile(`^[^,;]+, (agreed|planned|proposed|possible)\b`)

// TestNothingProposedReadsAsDone: on the page of no group and institution does something agreed or proposed stand under a heading that
// says that it was held, run or attended; every session, project and commitment there has its stage beside it.
func TestNothingProposedReadsAsDone(t *testing.T) {
	url := serveReport(t)
	done := []string{"Sessions held", "Projects done or under way", "Took part in", "Involved in", "Commitments done"}
	seen := map[string]int{}
	for _, e := range graphtest.Edition2018(t).Entities {
		if e.Kind != graph.WorkingGroup && e.Kind != graph.Institution {
			continue
		}
		_, page := get(t, url+"/en/entities/"+e.ID)
		for _, section := range parse(t, page).all("section") {
			title := text(within(section, "h2")[0])
			seen[title]++
			for _, li := range within(section, "li") {
				if len(within(li, "span")) == 0 {
					continue // a place
				}
				says := text(within(li, "span")[0])
				if slices.Contains(done, title) && toCome.MatchString(says) {
					t.Errorf("%s: under %q stands %q", e.ID, title, text(li))
				}
				if strings.Contains(title, "proposed or possible") && !strings.Contains(says, "proposed") && !strings.Contains(says, "possible") {
					t.Errorf("%s: under %q stands %q, without its stage", e.ID, title, text(li))
				}
			}
		}
	}
	for _, title := range []string{"Sessions held", "Sessions only proposed or possible", "Projects done or under way", "Commitments agreed or planned", "Commitments only proposed or possible", "Took part in"} {
		if seen[title] == 0 {
			t.Errorf("no page has the heading %q: %v", title, seen)
		}
	}
	_, page := get(t, url+"/en/entities/group:cmp:energy")
	if strings.Contains(page, ">Commitments<") {
		t.Error("commitments stand together whatever their stage")
	}
}
