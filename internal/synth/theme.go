package synth

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// theme is a theme of the taxonomy that all partnerships share, and which groups of this one it occupies.
type theme struct {
	id           string
	names        named
	subject      int // themes of one subject are broader and narrower than each other; circumstances have one each
	broad        string
	circumstance bool
	groups       []int
}

// taxonomyTheme is theme number n of the taxonomy: first the subjects, then each facet of them, then more of the same.
func taxonomyTheme(n int) *theme {
	if n < len(circumstances) {
		c := circumstances[n]
		return &theme{id: "theme:synth-" + slug(c[0]), names: c, subject: -1 - n, circumstance: true}
	}
	n -= len(circumstances)
	subject, facet, turn := n%len(subjects), n/len(subjects)%len(facets), n/(len(subjects)*len(facets))
	t := &theme{subject: subject}
	for i := range t.names {
		t.names[i] = facets[facet][i] + subjects[subject][i]
		if turn > 0 {
			t.names[i] += fmt.Sprintf(" %d", turn+1)
		}
	}
	t.id = "theme:synth-" + slug(t.names[0])
	if facet > 0 || turn > 0 {
		t.broad = "theme:synth-" + slug(subjects[subject][0])
	}
	return t
}

// makeThemes chooses the partnership's themes: all circumstances, and of the rest the early ones of the taxonomy more often.
func (w *World) makeThemes() {
	count := max(12, w.dice.round(w.scaled(profileThemes)))
	all := max(len(subjects)*len(facets), 4*count)
	chosen := map[int]bool{}
	for n := range circumstances {
		chosen[n] = true
		w.themes = append(w.themes, taxonomyTheme(n))
	}
	for len(w.themes) < count {
		n := len(circumstances) + w.dice.early(all)
		if !chosen[n] {
			chosen[n] = true
			w.themes = append(w.themes, taxonomyTheme(n))
		}
	}
	slices.SortFunc(w.themes, func(a, b *theme) int { return strings.Compare(a.id, b.id) })
	have := map[string]bool{}
	for _, t := range w.themes {
		have[t.id] = true
	}
	for _, t := range w.themes {
		if !have[t.broad] || !w.dice.yes(0.95) {
			t.broad = ""
		}
	}
}

// share says which groups each theme and each institution occupies: in the first year of all, later of one theme in five.
func (w *World) share(first bool) {
	active := w.activeGroups()
	for _, t := range w.themes {
		if first || w.dice.yes(0.2) {
			t.groups = w.drawGroups(choose(w.dice, groupsPerTheme), active)
		}
	}
	if first {
		for _, b := range w.roster {
			w.join(b)
		}
	}
}

// themesOf lists the themes of a group.
func (w *World) themesOf(g int) []*theme {
	var out []*theme
	for _, t := range w.themes {
		if slices.Contains(t.groups, g) {
			out = append(out, t)
		}
	}
	return out
}

// someThemes draws up to n themes of a group for one telling, no two of one subject: those that no telling of the edition has
// addressed for the group yet come first.
func (e *edition) someThemes(g, n int) []*theme {
	var out []*theme
	fits := func(t *theme) bool {
		return !slices.ContainsFunc(out, func(o *theme) bool { return o.subject == t.subject })
	}
	for i := 0; i < len(e.untold[g].themes) && len(out) < n; {
		if t := e.untold[g].themes[i]; fits(t) {
			out = append(out, t)
			e.untold[g].themes = slices.Delete(e.untold[g].themes, i, i+1)
		} else {
			i++
		}
	}
	all := e.themes[g]
	for range 3 * n {
		if len(out) >= n || len(all) == 0 {
			break
		}
		if t := all[e.w.dice.early(len(all))]; fits(t) {
			out = append(out, t)
		}
	}
	return out
}

// address tells that something addresses themes.
func (e *edition) address(from string, themes []*theme, p string) {
	for _, t := range themes {
		e.theme(t, p)
		e.link(from, graph.Addresses, t.id, graph.Properties{"stance": choose(e.w.dice, stances)}, p)
	}
}

// theme declares a theme.
func (e *edition) theme(t *theme, p string) {
	props := graph.Properties{"terms": graph.Terms{"en": {t.names[0]}, "fr": {t.names[1]}, "es": {t.names[2]}}}
	if t.circumstance {
		props["circumstance"] = true
	}
	e.entity(graph.Entity{ID: t.id, Kind: graph.Theme, Name: t.names.names(), NameSource: ours("en", "es", "fr"), Properties: props}, p)
}

// tellScheme tells which of the themes told are narrower than another one told.
func (e *edition) tellScheme() {
	for _, t := range e.w.themes {
		i, told := e.entities[t.id]
		if _, both := e.entities[t.broad]; !told || !both {
			continue
		}
		p := e.bundle.Entities[i].Evidence[0]
		e.bundle.Links = append(e.bundle.Links, graph.Link{From: t.id, Type: graph.Broader, To: t.broad, Basis: graph.Inferred, Rule: "scheme", Confidence: 1, Evidence: []string{p}})
	}
}
