package crosswalk

import (
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// partners says in which groups each institution, or a part of it, takes part.
type partners struct {
	groups   map[graph.Node][]int            // institution → group numbers, ascending
	evidence map[graph.Node]map[int][]string // institution → group → passages that say so, sorted
	excluded map[graph.Node]string           // institution that never counts → why
	parts    map[graph.Node][]graph.Node     // institution → its parts, direct ones
	several  []graph.Node                    // institutions that take part in two groups or more, by id
}

// Why an institution never counts as a shared partner.
const (
	wholeGovernment = "a national government as a whole is a partner of every group"
	coordinator     = "it coordinates the partnership; its parts count"
	unnamed         = "known only by description"
)

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
	for _, z := range m.snap.Nodes(graph.Institution) {
		for _, e := range m.snap.In(z, graph.PartOf) {
			p.parts[z] = append(p.parts[z], m.snap.From(e))
		}
	}
	for _, z := range m.snap.Nodes(graph.Institution) {
		p.gather(z, own)
		if len(p.groups[z]) > 1 {
			p.several = append(p.several, z)
		}
	}
	p.excluded = m.excludedPartners()
	return p
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

// excludedPartners names the institutions that never count: the partnership's coordinating ministries (those that
// co-chair it, themselves or by their people), the national governments above them, and bodies known only by description.
// That is so whatever links the options let through.
func (m *Model) excludedPartners() map[graph.Node]string {
	out := map[graph.Node]string{}
	chairs(m.record, m.Partnership, func(z graph.Node, _ []string) {
		out[z] = coordinator
		for _, up := range m.parents(z) {
			if m.record.Entity(up).Properties.Text("type") == "government" {
				out[up] = wholeGovernment
			}
		}
	})
	for _, z := range m.record.Nodes(graph.Institution) {
		if named, told := m.record.Entity(z).Properties.Bool("named"); told && !named {
			out[z] = unnamed
		}
	}
	return out
}

// parents lists what z is part of, stated or of record, and so on upward, each once.
func (m *Model) parents(z graph.Node) []graph.Node {
	var all []graph.Node
	for todo := []graph.Node{z}; len(todo) > 0; todo = todo[1:] {
		var up []graph.Node
		for _, e := range m.record.Out(todo[0], graph.PartOf) {
			up = append(up, m.record.To(e))
		}
		if n, ok := m.record.Lookup(m.record.Entity(todo[0]).Properties.Text("parent_of_record")); ok {
			up = append(up, n)
		}
		for _, n := range up {
			if !slices.Contains(all, n) {
				all, todo = append(all, n), append(todo, n)
			}
		}
	}
	return all
}

// PartnerGroups lists the numbers of the groups that institution z, or a part of it, takes part in.
func (m *Model) PartnerGroups(z graph.Node) []int { return m.partner.groups[z] }

// PartnerEvidence lists the passages that say that z, or a part of it, takes part in group g.
func (m *Model) PartnerEvidence(z graph.Node, g int) []string { return m.partner.evidence[z][g] }

// Excluded is why institution z never counts as a shared partner, empty where it may.
func (m *Model) Excluded(z graph.Node) string { return m.partner.excluded[z] }

// SharedPartners lists the institutions that take part in all the given groups, two or more, by id: of a body and
// its part only the part, where the part itself is shared.
func (m *Model) SharedPartners(groups ...int) []graph.Node {
	var out []graph.Node
	for _, z := range m.partner.several {
		if m.partner.excluded[z] == "" && m.sharedBy(z, groups) && !m.partShared(z, groups) {
			out = append(out, z)
		}
	}
	return out
}

func (m *Model) sharedBy(z graph.Node, groups []int) bool {
	for _, g := range groups {
		if !slices.Contains(m.partner.groups[z], g) {
			return false
		}
	}
	return true
}

func (m *Model) partShared(z graph.Node, groups []int) bool {
	for _, part := range m.partner.withParts(z)[1:] {
		if m.partner.excluded[part] == "" && m.sharedBy(part, groups) {
			return true
		}
	}
	return false
}
