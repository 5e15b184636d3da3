package cli_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// mayBe are links to what is held, done, or only spoken of; stands is how such a line says which.
var (
	mayBe  = regexp.MustCompile(`→ (HOLDS|RUNS|COMMITS_TO) |—holds→|—commits to→`)
	stands = regexp.MustCompile(`\((held|planned|proposed|possible|running|done|agreed|unknown)(, [a-z ]+)?\)`)
)

// TestStanding: what only could happen is not shown as what a group holds or promised.
func TestStanding(t *testing.T) {
	f := second(t)
	seen := map[string]int{}
	for _, args := range [][]string{{"show", "energy"}, {"show", "environment"}, {"show", "creativity-and-culture"}, {"paths", "energy", "mining"}, {"paths", "energy", "environment"}} {
		for l := range strings.Lines(f.ok(t, args...)) {
			if m := mayBe.FindString(l); m != "" {
				seen[m]++
				if !stands.MatchString(l) || strings.Contains(l, "earlier years)") && !strings.Contains(l, "(held, in earlier years)") {
					t.Errorf("%s: nothing says how far it has come: %s", strings.Join(args, " "), l)
				}
			}
		}
	}
	if len(seen) < 4 {
		t.Errorf("only %v were found", seen)
	}
	if out := f.ok(t, "show", "session:cmp:2018:human-capital-energy-earlier"); strings.Contains(out, "] (held") || !strings.Contains(out, "status: held") {
		t.Errorf("a group has the status of its session:\n%.400s", out)
	}
}

// TestPlacesOfEditions: where two editions are loaded each place tells its own, and of one year its report; of one edition none need be told.
func TestPlacesOfEditions(t *testing.T) {
	one := newFolder(t).ok(t, "pair", "energy", "environment")
	both := second(t).ok(t, "pair", "energy", "environment")
	if strings.Contains(one, "(2018, line") || !strings.Contains(one, "(line ") {
		t.Errorf("of one edition:\n%s", one)
	}
	if !strings.Contains(both, "(2018, line ") || !strings.Contains(both, "(2019, line ") || strings.Contains(both, "(line ") {
		t.Errorf("of two editions:\n%s", both)
	}
	f := newFolder(t)
	again := graphtest.NewWorld(2018, "a", "b").Bundle
	f.ok(t, "load", bundle(t, again))
	if out := f.ok(t, "show", "energy"); !strings.Contains(out, "(cmp-2018, line ") {
		t.Errorf("of two reports of one year:\n%.2000s", out)
	}
}

// TestCompareNames: changes between editions are told by the groups' names.
func TestCompareNames(t *testing.T) {
	out := second(t).ok(t, "compare")
	if strings.Contains(out, "human-capital") || strings.Contains(out, "environment") || !strings.Contains(out, "Environment") {
		t.Error(out)
	}
}
