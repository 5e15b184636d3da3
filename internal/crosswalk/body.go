package crosswalk

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// bodies lists the institutions that a pair's counted direct events name, by side, and the one of named.
func (m *Model) bodies(p pair) (NamedBodies, *Member) {
	out := NamedBodies{CA: []Member{}, MX: []Member{}, NotStated: []Member{}}
	all, one := m.named(p)
	for _, z := range all {
		switch m.snap.Described(z).Properties.Text("country") {
		case "CA":
			out.CA = append(out.CA, m.member(z))
		case "MX":
			out.MX = append(out.MX, m.member(z))
		default:
			out.NotStated = append(out.NotStated, m.member(z))
		}
	}
	if one < 0 {
		return out, nil
	}
	the := m.member(one)
	return out, &the
}

// named lists the institutions that a pair's counted direct events name, by id, and the one that all of those that name any
// depend on, -1 where there is none or more than one.
func (m *Model) named(p pair) (all []graph.Node, one graph.Node) {
	var common []graph.Node
	first := true
	for _, k := range Channels[:ReferenceChannel] {
		for _, it := range p.tally.items[k] {
			named := m.eventBodies(it.event)
			if len(named) == 0 {
				continue
			}
			if first {
				common, first = named, false
			} else {
				common = slices.DeleteFunc(slices.Clone(common), func(z graph.Node) bool { return !slices.Contains(named, z) })
			}
			all = append(all, named...)
		}
	}
	slices.Sort(all)
	if len(common) != 1 {
		return slices.Compact(all), -1
	}
	return slices.Compact(all), common[0]
}

// LinksOfOne lists the ids of the links (S > 0) that depend on an institution alone, in the order of List; computed once.
func (r *Ranking) LinksOfOne(z graph.Node) []string {
	r.byOne.Do(func() {
		r.ofOne = map[graph.Node][]string{}
		for i := range r.pairs {
			p := &r.pairs[i]
			if !p.tied() {
				continue
			}
			if _, one := r.model.named(*p); one >= 0 {
				r.ofOne[one] = append(r.ofOne[one], PairID(r.model.snap.ID(r.model.groups[p.a]), r.model.snap.ID(r.model.groups[p.b])))
			}
		}
	})
	return r.ofOne[z]
}

// eventBodies lists the institutions that a session, project or commitment names, by id.
func (m *Model) eventBodies(e *Event) []graph.Node {
	if e.Node < 0 {
		return nil
	}
	var out []graph.Node
	for _, t := range []graph.LinkType{graph.ParticipatesIn, graph.InvolvedIn, graph.ResponsibleFor} {
		for _, l := range m.snap.In(e.Node, t) {
			z := m.snap.From(l)
			if m.snap.Kind(z) == graph.Institution && m.snap.Link(l).Properties.Text("role") != "mentioned" && m.Excluded(z) != wholeGovernment {
				out = append(out, z)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
