package crosswalk

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// PartnerGroups lists the numbers of the groups that institution z, or a part of it, takes part in.
func (m *Model) PartnerGroups(z graph.Node) []int { return m.partner.groups[z] }

// PartnerEvidence lists the passages that say that z, or a part of it, takes part in group g.
func (m *Model) PartnerEvidence(z graph.Node, g int) []string { return m.partner.evidence[z][g] }

// SharedPartners lists the institutions that take part in all the given groups, two or more, by id: of a body and
// its part only the part, where the part itself is shared.
func (m *Model) SharedPartners(groups ...int) []graph.Node {
	var out []graph.Node
	for _, z := range m.partner.several {
		if m.Excluded(z) == "" && m.sharedBy(z, groups) && !m.partShared(z, groups) {
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
		if m.Excluded(part) == "" && m.sharedBy(part, groups) {
			return true
		}
	}
	return false
}
