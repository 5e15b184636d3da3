package crosswalk

import (
	"slices"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// groupTellings splits events of the same groups into intentions and occasions: lists of events that tell one thing, each
// list and all lists in the order of direct.
//
// What is to come is one intention where CONCERNS joins the tellings, where the same groups' tellings concern one project or
// commitment, or where the same groups are tied in one paragraph. What took place is one occasion where a done commitment concerns it, or where the same groups have events of
// the same channel and date in one paragraph. The two are never one; nor are two things because a third concerns both.
func (m *Model) groupTellings(direct []*Event) [][]*Event {
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
	for i, x := range direct {
		if k := slices.IndexFunc(direct, func(y *Event) bool { return m.isAbout(x, y) }); k >= 0 {
			parent[find(i)] = find(k)
		}
		for k, y := range direct[:i] {
			if m.sameTelling(x, y) || m.sameSubject(x, y) {
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

// isAbout reports whether a passage says that x concerns y, and both are one thing: to come, or an occasion and the promise of it.
func (m *Model) isAbout(x, y *Event) bool {
	if x == y || (x.Class == Done) != (y.Class == Done) || !m.concerns(x, y) {
		return false
	}
	return x.Class != Done || (x.Channel == CommitmentChannel) != (y.Channel == CommitmentChannel)
}

// sameTelling reports whether x and y tie the same groups in one paragraph and are one thing.
func (m *Model) sameTelling(x, y *Event) bool {
	if (x.Class == Done) != (y.Class == Done) || !slices.Equal(x.Groups, y.Groups) || !overlap(x.places(x.Groups...), y.places(y.Groups...)) {
		return false
	}
	return x.Class != Done || x.Channel == y.Channel && m.sameDate(x, y)
}

// sameSubject reports whether x and y are to come, of the same groups, and concern one project or commitment, whoever else that is
// of and however far it has come. Two promises that concern one session are two: a session is where they were made, not what
// they are about.
func (m *Model) sameSubject(x, y *Event) bool {
	if x.Class == Done || y.Class == Done || !slices.Equal(x.Groups, y.Groups) {
		return false
	}
	subjects := m.subjects(y)
	return slices.ContainsFunc(m.subjects(x), func(n graph.Node) bool { return slices.Contains(subjects, n) })
}

// subjects are the projects and commitments that a passage says x is about.
func (m *Model) subjects(x *Event) []graph.Node {
	var out []graph.Node
	for _, e := range m.snap.Out(x.Node, graph.Concerns) {
		if n := m.snap.To(e); m.snap.Kind(n) == graph.Project || m.snap.Kind(n) == graph.Commitment {
			out = append(out, n)
		}
	}
	return out
}

// sameDate reports whether two done events have the same dates, unknown ones alike.
func (m *Model) sameDate(x, y *Event) bool {
	p, q := m.snap.Described(x.Node).Properties, m.snap.Described(y.Node).Properties
	return x.Dated == y.Dated && p.Date("start") == q.Date("start") && p.Date("end") == q.Date("end")
}

// concerns reports whether a passage says that x is about y.
func (m *Model) concerns(x, y *Event) bool {
	for _, e := range m.snap.Out(x.Node, graph.Concerns) {
		if m.snap.To(e) == y.Node {
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

// byWeight orders items for reading: heaviest first, as weights are shown, then id.
func (m *Model) byWeight(items []counted) {
	sort.SliceStable(items, func(i, k int) bool {
		if a, b := graph.Round12(items[i].weight), graph.Round12(items[k].weight); a != b {
			return a > b
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
