package opportunity

import (
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Ground is a theme that most groups touch and that no joint event addresses.
type Ground struct {
	Theme    crosswalk.Member   `json:"theme"`
	Narrower []crosswalk.Member `json:"narrower"` // through which it is touched, beside the theme itself
	Groups   []crosswalk.Member `json:"groups"`   // active groups that touch it, by id
	Of       int                `json:"of"`       // number of active groups that have a chapter, or touch it without one: of the others nothing can be said
	Passages []string           `json:"passages"`
}

// CommonGround lists the themes that more than half of the active groups touch, themselves or by a narrower theme, and that
// no joint event addresses; circumstances are left out. Most groups first, then id.
func (g *Groups) CommonGround() []Ground {
	f := &g.f
	out := []Ground{}
	for _, t := range f.touchedWithWider() {
		family := f.family(t)
		if f.model.Circumstance(t) || f.addressedJointly(family) {
			continue
		}
		if x := f.ground(t, family); 2*len(x.Groups) > f.active {
			out = append(out, x)
		}
	}
	all := slices.Clone(out)
	out = slices.DeleteFunc(out, func(x Ground) bool { return f.wider(x, all) })
	sort.SliceStable(out, func(i, k int) bool { return len(out[i].Groups) > len(out[k].Groups) })
	return out
}

// touchedWithWider lists by id the themes that any group touches and all that are wider than one.
func (f *finder) touchedWithWider() []graph.Node {
	in := map[graph.Node]bool{}
	all := slices.Clone(f.model.Themes())
	for _, t := range all {
		in[t] = true
	}
	for i := 0; i < len(all); i++ {
		for _, e := range f.snap.Out(all[i], graph.Broader) {
			if t := f.snap.To(e); !in[t] {
				in[t], all = true, append(all, t)
			}
		}
	}
	slices.Sort(all)
	return all
}

// family is a theme and all its narrower ones.
func (f *finder) family(t graph.Node) []graph.Node {
	all := []graph.Node{t}
	for i := 0; i < len(all); i++ {
		for _, e := range f.snap.In(all[i], graph.Broader) {
			if n := f.snap.From(e); !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	return all
}

// addressedJointly reports whether an event of two groups or more addresses one of the themes; a cross-reference, its topic.
func (f *finder) addressedJointly(themes []graph.Node) bool {
	for _, e := range slices.Concat(f.model.Events(), f.model.Plenary()) {
		if e.Node < 0 {
			if t, ok := f.snap.Lookup("theme:" + e.Topic); ok && slices.Contains(themes, t) {
				return true
			}
			continue
		}
		for _, l := range f.snap.Out(e.Node, graph.Addresses) {
			if slices.Contains(themes, f.snap.To(l)) {
				return true
			}
		}
	}
	return false
}

func (f *finder) ground(t graph.Node, family []graph.Node) Ground {
	x := Ground{Theme: f.model.MemberOf(t), Narrower: []crosswalk.Member{}, Groups: []crosswalk.Member{}, Passages: []string{}}
	touched := map[int]bool{}
	for _, n := range family {
		used := false
		for _, g := range f.model.ThemeGroups(n) {
			if !f.model.Active(g) {
				continue
			}
			touched[g], used = true, true
			for _, tell := range f.model.ThemeTouch(n, g).Evidence {
				x.Passages = append(x.Passages, tell.Passage)
			}
		}
		if used && n != t {
			x.Narrower = append(x.Narrower, f.model.MemberOf(n))
		}
	}
	for g, n := range f.model.Groups() {
		if f.model.Active(g) && (touched[g] || f.model.HasChapter(g)) {
			x.Of++
		}
		if touched[g] {
			x.Groups = append(x.Groups, f.model.MemberOf(n))
		}
	}
	x.Passages = set(x.Passages)
	return x
}

// wider reports whether a narrower theme of the list is touched by the same groups: the finer one says more.
func (f *finder) wider(x Ground, all []Ground) bool {
	t, _ := f.snap.Lookup(x.Theme.ID)
	for _, y := range all {
		n, _ := f.snap.Lookup(y.Theme.ID)
		if n != t && len(y.Groups) == len(x.Groups) && slices.Contains(f.family(t), n) {
			return true
		}
	}
	return false
}
