package ui_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestPublished: where an edition says at which address it is published, report, passages and the foot of every page lead there.
func TestPublished(t *testing.T) {
	b := graphtest.Edition2018(t)
	b.Report.URL = "https://example.org/report.pdf"
	url := serve(t, b)
	for path, times := range map[string]int{"/": 1, "/en/entities/report:cmp-2018": 2, "/en/passages/passage:cmp-2018:503-5": 2} {
		if _, page := get(t, url+path); strings.Count(page, `<a href="https://example.org/report.pdf"`) != times {
			t.Errorf("%s does not lead to the published report %d times", path, times)
		}
	}
}

// TestPlaces: a place is told with its line, and every page says how paragraphs are counted.
func TestPlaces(t *testing.T) {
	url := serveReport(t)
	for _, path := range []string{"/", "/en/entities/group:cmp:energy", "/en/passages/passage:cmp-2018:503-5"} {
		_, page := get(t, url+path)
		if !strings.Contains(page, "each item of a list is one") || path != "/en/passages/passage:cmp-2018:503-5" && !strings.Contains(page, ", paragraph 1 (line ") {
			t.Errorf("%s does not say how its places are counted", path)
		}
	}
}

// TestNotesByConsequence: what says two things of groups and their meetings stands before what says two names of a body.
func TestNotesByConsequence(t *testing.T) {
	url := serveReport(t)
	for _, path := range []string{"/", "/en/notes"} {
		_, page := get(t, url+path)
		groups, bodies := strings.Index(page, "15 October"), strings.LastIndex(page, "now Ministry, now Secretariat")
		if know := strings.Index(page, `id="know-title"`); know > 0 {
			groups = know + strings.Index(page[know:], "15 October")
		}
		past := strings.LastIndex(page, "the list names no meeting in 2006")
		if groups < 0 || past < groups || bodies < past {
			t.Errorf("%s: what matters stands at %d, the past at %d, a trifle at %d", path, groups, past, bodies)
		}
	}
}

// TestWayHome: the page for programs is headed by what it is, and leads back to the pages for people.
func TestWayHome(t *testing.T) {
	_, page := get(t, serveReport(t)+"/docs")
	d := parse(t, page)
	if h := text(d.all("h1")[0]); h != "What programs can ask" {
		t.Errorf("the page for programs is headed %q", h)
	}
	home := 0
	for _, a := range d.all("a") {
		if attr(a, "href") == "/" {
			home++
		}
	}
	if home != 2 {
		t.Errorf("%d ways home", home)
	}
}
