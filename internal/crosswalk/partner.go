package crosswalk

import (
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// partners says in which groups each institution, or a part of it, takes part.
type partners struct {
	all        []graph.Node                    // institutions that take part in any group, by id
	groups     map[graph.Node][]int            // institution → group numbers, ascending
	evidence   map[graph.Node]map[int][]string // institution → group → passages that say so, sorted
	coordinate map[graph.Node]string           // institution that coordinates the partnership or stands above one → why it never counts
	parts      map[graph.Node][]graph.Node     // institution of all → its parts, direct ones
	several    []graph.Node                    // institutions that take part in two groups or more, by id
}

// readPartners follows the model: an institution takes part in a group when its people (or it) co-chair it, when it is
// participant or presenter in it or in a session that the group holds alone, has a role in a project that
// the group runs or supports, or is responsible for its commitment. A mere mention does not count. A part counts
// for its parent where a passage says that it is one (PART_OF); parents of record are never scored.
func (m *Model) readPartners() partners {
	p := partners{groups: map[graph.Node][]int{}, evidence: map[graph.Node]map[int][]string{}, parts: map[graph.Node][]graph.Node{}}
	own := map[graph.Node]map[int][]string{}
	add := func(z graph.Node, g int, evidence []string) {
		if own[z] == nil {
			own[z] = map[int][]string{}
		}
		own[z][g] = append(own[z][g], evidence...)
	}
	for g, n := range m.groups {
		chairs(m.snap, n, func(z graph.Node, ev []string) { add(z, g, ev) })
		m.ends(n, graph.ParticipatesIn, func(z graph.Node, ev []string) { add(z, g, ev) })
		for _, e := range m.snap.Out(n, graph.Holds) {
			if s := m.snap.To(e); len(m.record.In(s, graph.Holds)) == 1 {
				m.ends(s, graph.ParticipatesIn, func(z graph.Node, ev []string) { add(z, g, ev) })
			}
		}
		for _, e := range m.snap.Out(n, graph.Runs) {
			if m.snap.Link(e).Properties.Text("role") != "mentions" {
				m.ends(m.snap.To(e), graph.InvolvedIn, func(z graph.Node, ev []string) { add(z, g, ev) })
			}
		}
		for _, e := range m.snap.Out(n, graph.CommitsTo) {
			m.ends(m.snap.To(e), graph.ResponsibleFor, func(z graph.Node, ev []string) { add(z, g, ev) })
		}
	}
	p.all = m.withWholes(own)
	for _, z := range p.all {
		for _, e := range m.snap.In(z, graph.PartOf) {
			p.parts[z] = append(p.parts[z], m.snap.From(e))
		}
	}
	for _, z := range p.all {
		p.gather(z, own)
		if len(p.groups[z]) > 1 {
			p.several = append(p.several, z)
		}
	}
	p.coordinate = m.coordinators()
	return p
}

// withWholes lists by id the institutions of own and all that passages say they are part of, near and far.
func (m *Model) withWholes(own map[graph.Node]map[int][]string) []graph.Node {
	in := map[graph.Node]bool{}
	var all []graph.Node
	add := func(z graph.Node) {
		if !in[z] && m.snap.Kind(z) == graph.Institution {
			in[z], all = true, append(all, z)
		}
	}
	for z := range own {
		add(z)
	}
	for i := 0; i < len(all); i++ {
		for _, e := range m.snap.Out(all[i], graph.PartOf) {
			add(m.snap.To(e))
		}
	}
	slices.Sort(all)
	return all
}

// gather unites what z and all its parts take part in.
func (p *partners) gather(z graph.Node, own map[graph.Node]map[int][]string) {
	all := map[int][]string{}
	for _, x := range p.withParts(z) {
		for g, ev := range own[x] {
			all[g] = append(all[g], ev...)
		}
	}
	for g := range all {
		sort.Strings(all[g])
		all[g] = slices.Compact(all[g])
		p.groups[z] = append(p.groups[z], g)
	}
	if len(all) > 0 {
		sort.Ints(p.groups[z])
		p.evidence[z] = all
	}
}

// withParts is z and its parts, their parts and so on, each once.
func (p *partners) withParts(z graph.Node) []graph.Node {
	all := []graph.Node{z}
	for i := 0; i < len(all); i++ {
		for _, part := range p.parts[all[i]] {
			if !slices.Contains(all, part) {
				all = append(all, part)
			}
		}
	}
	return all
}

// chairs visits the institutions that co-chair n now, themselves or by their people, as s has it.
func chairs(s *graph.Snapshot, n graph.Node, visit func(graph.Node, []string)) {
	for _, e := range s.In(n, graph.CoChairs) {
		l := s.Link(e)
		if l.Properties.Text("status") == "former" {
			continue
		}
		who := s.From(e)
		if s.Kind(who) == graph.Institution {
			visit(who, l.Evidence)
			continue
		}
		for _, a := range s.Out(who, graph.AffiliatedWith) {
			visit(s.To(a), l.Evidence)
		}
	}
}

// ends visits the institutions with a link of type t to n that is more than a mention.
func (m *Model) ends(n graph.Node, t graph.LinkType, visit func(graph.Node, []string)) {
	for _, e := range m.snap.In(n, t) {
		if l := m.snap.Link(e); l.Properties.Text("role") != "mentioned" && m.snap.Kind(m.snap.From(e)) == graph.Institution {
			visit(m.snap.From(e), l.Evidence)
		}
	}
}
