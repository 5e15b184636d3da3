package editions_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// TestThemes: 40 to 80 themes, each labelled in three languages, and no two with one label: whoever looks a label up, or
// that of a theme that was merged into another, finds one theme.
func TestThemes(t *testing.T) {
	const least, most = 40, 80 // fine enough that a shared one means something, few enough to be read
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		owner, count := map[string]string{}, 0
		for _, e := range b.Entities {
			if e.Kind != graph.Theme {
				continue
			}
			count++
			for _, label := range labels(t, e) {
				key := strings.ToLower(label)
				if other, taken := owner[key]; taken && other != e.ID {
					t.Errorf("%s: %q labels both %s and %s", name, label, other, e.ID)
				}
				owner[key] = e.ID
			}
		}
		if count < least || count > most {
			t.Errorf("%s holds %d themes, not %d to %d", name, count, least, most)
		}
	}
}

// labels are a theme's names and aliases, each once; a missing language is an error.
func labels(t *testing.T, e graph.Entity) []string {
	t.Helper()
	out := slices.Clone(e.Aliases)
	for _, lang := range []string{"en", "fr", "es"} {
		if e.Name[lang] == "" {
			t.Errorf("%s has no label in %s", e.ID, lang)
		}
		if slices.Contains(e.Aliases, e.Name[lang]) {
			t.Errorf("%s: %q is both its label and another of its labels", e.ID, e.Name[lang])
		}
		out = append(out, e.Name[lang])
	}
	return out
}
