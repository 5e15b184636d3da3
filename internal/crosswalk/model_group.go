package crosswalk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// GroupsOf lists a partnership's groups, by id: those that a link says are part of it, and those whose id carries its name.
func GroupsOf(s *graph.Snapshot, partnership graph.Node) []graph.Node {
	_, short, _ := strings.Cut(s.ID(partnership), ":")
	var out []graph.Node
	for _, g := range s.Nodes(graph.WorkingGroup) {
		own := strings.HasPrefix(s.ID(g), "group:"+short+":")
		for _, e := range s.Out(g, graph.PartOf) {
			own = own || s.To(e) == partnership
		}
		if own {
			out = append(out, g)
		}
	}
	return out
}

// readGroups reads the partnership's groups, which of them are active, and which have a chapter.
func (m *Model) readGroups() {
	m.groups = GroupsOf(m.record, m.Partnership)
	for _, g := range m.groups {
		m.chapter = append(m.chapter, m.hasChapter(g))
	}
	m.active = m.activeIn(m.AsOf)
}

// activeIn says of each group whether it was active in a year: its status as of the editions up to that year, or as of the
// first edition where the year is older.
func (m *Model) activeIn(year int) []bool {
	year = max(year, firstYear(m.record, m.record.ID(m.Partnership)))
	out := make([]bool, len(m.groups))
	for g, n := range m.groups {
		for _, s := range m.record.Entity(n).Statements { // in the order of editions
			if status := s.Properties.Text("status"); status != "" && m.years[s.Report] <= year {
				out[g] = status == "active"
			}
		}
	}
	return out
}

// hasChapter reports whether the newest edition up to the as-of year has a chapter of the group.
func (m *Model) hasChapter(g graph.Node) bool {
	newest := m.record.Newest(m.record.ID(m.Partnership))
	for _, e := range m.record.In(g, graph.ReportsOn) {
		l := m.record.Link(e)
		yes, _ := l.Properties.Bool("chapter")
		if yes && slices.Contains(l.Years, newest) {
			return true
		}
	}
	return false
}

// Groups lists the partnership's groups, by id.
func (m *Model) Groups() []graph.Node { return m.groups }

// Active reports whether group number g has status active.
func (m *Model) Active(g int) bool { return m.active[g] }

// HasChapter reports whether the newest edition has a chapter of group number g.
func (m *Model) HasChapter(g int) bool { return m.chapter[g] }

// GroupNumber is the place of a group in Groups. Errors wrap graph.ErrNotFound, suggest a near id and list the groups.
func (m *Model) GroupNumber(id string) (int, error) {
	n, ok := m.snap.Lookup(id)
	if i := slices.Index(m.groups, n); ok && i >= 0 {
		return i, nil
	}
	known := ids(m.snap, m.groups)
	hint := "its"
	if near := graph.NearestID(id, known); near != "" {
		hint = "did you mean " + near + "? Its"
	}
	return 0, fmt.Errorf("group %s: no such group in %s as of %d; %s groups: %s: %w", id, m.snap.ID(m.Partnership), m.AsOf, hint,
		strings.Join(known, ", "), graph.ErrNotFound)
}

func ids(s *graph.Snapshot, ns []graph.Node) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = s.ID(n)
	}
	return out
}
