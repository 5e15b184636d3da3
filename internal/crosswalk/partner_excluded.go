package crosswalk

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Why an institution never counts as a shared partner.
const (
	wholeGovernment = "a national government as a whole is a partner of every group"
	coordinator     = "it coordinates the partnership; its parts count"
	unnamed         = "known only by description"
)

// Excluded is why institution z never counts as a shared partner, empty where it may.
func (m *Model) Excluded(z graph.Node) string {
	if named, told := m.record.Described(z).Properties.Bool("named"); told && !named {
		return unnamed
	}
	return m.partner.coordinate[z]
}

// coordinators are the institutions that never count beside those known only by description: the partnership's coordinating
// ministries (those that co-chair it, themselves or by their people) and the national governments above them. That is so whatever
// links the options let through.
func (m *Model) coordinators() map[graph.Node]string {
	out := map[graph.Node]string{}
	chairs(m.record, m.Partnership, func(z graph.Node, _ []string) {
		out[z] = coordinator
		for _, up := range m.parents(z) {
			if m.record.Described(up).Properties.Text("type") == "government" {
				out[up] = wholeGovernment
			}
		}
	})
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
		if n, ok := m.record.Lookup(m.record.Described(todo[0]).Properties.Text("parent_of_record")); ok {
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
