package crosswalk

import (
	"fmt"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// references collects the cross-references between groups: all that tie the same groups on the same topic, in either
// direction and in any edition, are one event. Its status is the firmest of the newest edition that tells any: naming a
// group again, without a word of how far things have come, takes nothing back.
func (m *Model) references() []*Event {
	byTopic := map[string]*Event{}
	for g, n := range m.groups {
		for _, e := range m.snap.In(n, graph.RefersTo) {
			l := m.snap.Link(e)
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
	e, ok := byTopic[key]
	if !ok {
		e = &Event{ID: l.ID, Node: -1, Channel: ReferenceChannel, Groups: groups, Class: Untold, Topic: topic, Dated: true, Year: -1, ties: []tie{{}}}
		byTopic[key] = e
	}
	e.hear(l)
	e.ID = min(e.ID, l.ID)
	e.Links = append(e.Links, edge)
	slices.Sort(e.Links)
	m.addTie(&e.ties[0], l)
}

// firmness orders what references tell, firmest first.
var firmness = []string{"done", "agreed", "planned", "proposed", "possible", "none", ""}

// hear takes what one more reference on the topic tells, where that is newer or, in one edition, firmer.
func (e *Event) hear(l *graph.MergedLink) {
	year := l.Years[len(l.Years)-1]
	status, kind := l.Properties.Text("status"), l.Properties.Text("kind")
	told, before := classOf(status) != Untold, e.Class != Untold
	ofWork := told && kind != "" && kind != "none"
	switch {
	case told != before && before, told == before && year < e.Year:
		return
	case told != before, year > e.Year:
		e.Year, e.edition, e.Tells = year, year, false
		e.Status = ""
	}
	if slices.Index(firmness, status) < slices.Index(firmness, e.Status) || e.Status == "" {
		e.Status, e.Class = status, classOf(status)
	}
	e.Tells = e.Tells || ofWork
}
