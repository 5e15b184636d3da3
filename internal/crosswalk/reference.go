package crosswalk

import (
	"fmt"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// references collects the cross-references between groups: all that tie the same groups on the same topic, in either
// direction and in any edition, are one event; the newest edition's firmest status counts.
func (m *Model) references() []*Event {
	byTopic := map[string]*Event{}
	for g, n := range m.groups {
		for _, e := range m.snap.In(n, graph.RefersTo) {
			l := m.snap.Link(e)
			if !m.admits(l) {
				continue
			}
			if groups := m.referred(l, m.snap.From(e), g); len(groups) >= 2 {
				m.addReference(byTopic, groups, e, l)
			}
		}
	}
	var out []*Event
	for _, e := range byTopic {
		out = append(out, e)
	}
	sort.Slice(out, func(i, k int) bool { return out[i].ID < out[k].ID })
	return out
}

// referred is the set of groups that a reference ties: its two ends, or, from the partnership, those that it is about.
func (m *Model) referred(l *graph.MergedLink, from graph.Node, to int) []int {
	groups := []int{to}
	if m.snap.Kind(from) == graph.WorkingGroup {
		groups = append(groups, slices.Index(m.groups, from))
	} else {
		for _, id := range l.Properties.List("about") {
			if n, ok := m.snap.Lookup(id); ok {
				groups = append(groups, slices.Index(m.groups, n))
			}
		}
	}
	sort.Ints(groups)
	groups = slices.Compact(groups)
	return slices.DeleteFunc(groups, func(g int) bool { return g < 0 })
}

func (m *Model) addReference(byTopic map[string]*Event, groups []int, edge graph.Edge, l *graph.MergedLink) {
	topic := l.Properties.Text("role")
	key := fmt.Sprint(groups, topic)
	year := l.Years[len(l.Years)-1]
	status := l.Properties.Text("status")
	e, ok := byTopic[key]
	if !ok {
		e = &Event{ID: l.ID, Node: -1, Channel: ReferenceChannel, Groups: groups, Topic: topic, Dated: true, Year: -1, ties: []tie{{}}}
		byTopic[key] = e
	}
	if year > e.Year || year == e.Year && statusWeights[status] > statusWeights[e.Status] {
		e.Year, e.edition, e.Status, e.Class = year, year, status, classOf(status)
	}
	kind := l.Properties.Text("kind")
	e.Tells = e.Tells || kind != "" && kind != "none" && classOf(status) != Untold
	e.ID = min(e.ID, l.ID)
	e.Links = append(e.Links, edge)
	slices.Sort(e.Links)
	m.addTie(&e.ties[0], l)
}
