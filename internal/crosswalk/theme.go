package crosswalk

import (
	"cmp"
	"maps"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Touch is how one group touches a theme.
type Touch struct {
	Seeks, Offers bool
	Evidence      []Telling // by passage id; every way in which the group touches the theme
}

// Telling is one passage that says that a group touches a theme, and through what.
type Telling struct {
	Passage string
	Stance  string // touches, seeks, offers
	Via     string // id of the project, session or commitment; the group's own id where it addresses the theme itself
}

// touches says which groups touch each theme.
type touches struct {
	all    []graph.Node         // themes that any group touches, by id
	groups map[graph.Node][]int // theme → group numbers, ascending
	touch  map[graph.Node]map[int]*Touch
}

// readThemes follows the model: a group touches a theme by what it addresses itself or through what it runs or
// supports, holds or commits to.
func (m *Model) readThemes() touches {
	t := touches{groups: map[graph.Node][]int{}, touch: map[graph.Node]map[int]*Touch{}}
	for g, n := range m.groups {
		m.addTouches(&t, g, n)
		for _, typ := range []graph.LinkType{graph.Holds, graph.Runs, graph.CommitsTo} {
			for _, e := range m.snap.Out(n, typ) {
				if m.snap.Link(e).Properties.Text("role") != "mentions" {
					m.addTouches(&t, g, m.snap.To(e))
				}
			}
		}
	}
	t.all = slices.Sorted(maps.Keys(t.touch))
	for theme, by := range t.touch {
		for g, touch := range by {
			t.groups[theme] = append(t.groups[theme], g)
			sort.Slice(touch.Evidence, func(i, k int) bool {
				a, b := touch.Evidence[i], touch.Evidence[k]
				return cmp.Or(cmp.Compare(a.Passage, b.Passage), cmp.Compare(a.Via, b.Via), cmp.Compare(a.Stance, b.Stance)) < 0
			})
			touch.Evidence = slices.Compact(touch.Evidence)
		}
		sort.Ints(t.groups[theme])
	}
	return t
}

func (m *Model) addTouches(t *touches, g int, via graph.Node) {
	for _, e := range m.snap.Out(via, graph.Addresses) {
		l, theme := m.snap.Link(e), m.snap.To(e)
		if t.touch[theme] == nil {
			t.touch[theme] = map[int]*Touch{}
		}
		if t.touch[theme][g] == nil {
			t.touch[theme][g] = &Touch{}
		}
		touch := t.touch[theme][g]
		stance := l.Properties.Text("stance")
		touch.Seeks = touch.Seeks || stance == "seeks"
		touch.Offers = touch.Offers || stance == "offers"
		for _, p := range l.Evidence {
			touch.Evidence = append(touch.Evidence, Telling{p, stance, m.snap.ID(via)})
		}
	}
}

// ThemeGroups lists the numbers of the groups that touch a theme, ascending.
func (m *Model) ThemeGroups(theme graph.Node) []int { return m.themes.groups[theme] }

// ThemeTouch is how group g touches a theme; nil where it does not.
func (m *Model) ThemeTouch(theme graph.Node, g int) *Touch { return m.themes.touch[theme][g] }

// Themes lists the themes that any group touches, by id; the list may not be changed.
func (m *Model) Themes() []graph.Node { return m.themes.all }

// Partners lists the institutions that take part, themselves or by a part, in any group, by id; the list may not be changed.
func (m *Model) Partners() []graph.Node { return m.partner.all }

// SharedThemes lists the themes that all the given groups touch, by id.
func (m *Model) SharedThemes(groups ...int) []graph.Node {
	var out []graph.Node
	for _, t := range m.themes.all {
		shared := true
		for _, g := range groups {
			shared = shared && slices.Contains(m.themes.groups[t], g)
		}
		if shared {
			out = append(out, t)
		}
	}
	return out
}

// Circumstance reports whether a theme is true of all and so supports nothing.
func (m *Model) Circumstance(theme graph.Node) bool {
	yes, _ := m.snap.Described(theme).Properties.Bool("circumstance")
	return yes
}
