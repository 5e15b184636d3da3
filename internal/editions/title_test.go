package editions_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// hedges are words of which a commitment's title holds one, by its firmness, for a title is read without the passage.
var hedges = map[string][]string{
	"possible": {"explor", "hope", "interest", "opportunit", "possib", "wish"},
	"proposed": {"encourag", "need", "propos"},
}

// TestTitlesAreNoFirmer: the title of what is only possible or proposed says so; what was done needs no such word.
func TestTitlesAreNoFirmer(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]int{}
		for _, e := range b.Entities {
			firmness := e.Properties.Text("firmness")
			words, hedged := hedges[firmness]
			if e.Kind != graph.Commitment || !hedged {
				continue
			}
			seen[firmness]++
			if title := e.Name["en"]; !holdsAny(strings.ToLower(title), words) {
				t.Errorf("%s is %s, its title is firmer: %s", e.ID, firmness, title)
			}
		}
		if seen["possible"] == 0 || seen["proposed"] == 0 {
			t.Errorf("%s holds nothing possible or nothing proposed: %v", name, seen)
		}
	}
}

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
