package crosswalk

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// bodies lists the institutions that a pair's counted direct events name, by side, and the one that all of those that name
// any depend on, where there is exactly one and at least two events name bodies or one event names it alone.
func (m *Model) bodies(p pair) (NamedBodies, *Member) {
	out := NamedBodies{CA: []Member{}, MX: []Member{}, NotStated: []Member{}}
	var all, common []graph.Node
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
	for _, z := range slices.Compact(all) {
		switch m.snap.Entity(z).Properties.Text("country") {
		case "CA":
			out.CA = append(out.CA, m.member(z))
		case "MX":
			out.MX = append(out.MX, m.member(z))
		default:
			out.NotStated = append(out.NotStated, m.member(z))
		}
	}
	if len(common) == 1 {
		one := m.member(common[0])
		return out, &one
	}
	return out, nil
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
			if m.snap.Kind(z) == graph.Institution && m.snap.Link(l).Properties.Text("role") != "mentioned" && m.partner.excluded[z] != wholeGovernment {
				out = append(out, z)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
