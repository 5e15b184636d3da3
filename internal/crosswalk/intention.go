package crosswalk

import (
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// groupTellings splits a pair's events into intentions and occasions: lists of events that tell one thing, each list and
// all lists in the order of direct.
//
// What is to come is one intention where CONCERNS joins the tellings, or where the same groups are tied in one
// paragraph. What took place is one occasion where a done commitment concerns it, or where the same groups have events of
// the same channel and date in one paragraph. The two are never one.
func (m *Model) groupTellings(direct []*Event, a, b int) [][]*Event {
	parent := make([]int, len(direct))
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	for i := range direct {
		for k := 0; k < i; k++ {
			if m.oneTelling(direct[i], direct[k], a, b) {
				parent[find(i)] = find(k)
			}
		}
	}
	byRoot := map[int][]*Event{}
	var roots []int
	for i, e := range direct {
		r := find(i)
		if byRoot[r] == nil {
			roots = append(roots, r)
		}
		byRoot[r] = append(byRoot[r], e)
	}
	out := make([][]*Event, len(roots))
	for i, r := range roots {
		out[i] = byRoot[r]
	}
	return out
}

// oneTelling reports whether x and y, both of the pair, tell one thing.
func (m *Model) oneTelling(x, y *Event, a, b int) bool {
	if (x.Class == Done) != (y.Class == Done) {
		return false
	}
	sameGroups := equalGroups(x.Groups, y.Groups)
	if x.Class != Done {
		return m.concerns(x, y) || m.concerns(y, x) || sameGroups && overlap(x.places(x.Groups...), y.places(y.Groups...))
	}
	if (x.Channel == CommitmentChannel) != (y.Channel == CommitmentChannel) {
		return m.concerns(x, y) || m.concerns(y, x)
	}
	return x.Channel == y.Channel && sameGroups && m.sameDate(x, y) && overlap(x.places(x.Groups...), y.places(y.Groups...))
}

func equalGroups(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// sameDate reports whether two done events have the same dates, unknown ones alike.
func (m *Model) sameDate(x, y *Event) bool {
	p, q := m.snap.Entity(x.Node).Properties, m.snap.Entity(y.Node).Properties
	return x.Dated == y.Dated && p.Date("start") == q.Date("start") && p.Date("end") == q.Date("end")
}

// concerns reports whether a passage says that x is about y.
func (m *Model) concerns(x, y *Event) bool {
	for _, e := range m.snap.Out(x.Node, graph.Concerns) {
		if m.snap.To(e) == y.Node && m.admits(m.snap.Link(e)) {
			return true
		}
	}
	return false
}

// topicOf reports whether a reference's topic is the event's: the last segment of its id, or a theme that it addresses.
func (m *Model) topicOf(e *Event, topic string) bool {
	if topic == "" || e.Node < 0 {
		return false
	}
	if e.ID[strings.LastIndexByte(e.ID, ':')+1:] == topic {
		return true
	}
	for _, l := range m.snap.Out(e.Node, graph.Addresses) {
		if m.snap.ID(m.snap.To(l)) == "theme:"+topic {
			return true
		}
	}
	return false
}

// byWeight orders items for reading: heaviest first, then id.
func (m *Model) byWeight(items []counted) {
	sort.SliceStable(items, func(i, k int) bool {
		if items[i].weight != items[k].weight {
			return items[i].weight > items[k].weight
		}
		return m.itemID(items[i]) < m.itemID(items[k])
	})
}

func (m *Model) itemID(c counted) string {
	if c.event != nil {
		return c.event.ID
	}
	return m.snap.ID(c.node)
}
