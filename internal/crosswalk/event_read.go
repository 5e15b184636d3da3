package crosswalk

import (
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// readEvents collects what ties two groups or more, by channel, then id. Plenary events are kept apart.
func (m *Model) readEvents() {
	var all []*Event
	for _, k := range []struct {
		kind    graph.Kind
		channel Channel
	}{{graph.Session, SessionChannel}, {graph.Project, ProjectChannel}, {graph.Commitment, CommitmentChannel}} {
		for _, n := range m.tied(tieTypes[k.channel], k.kind) {
			if e := m.entityEvent(n, k.channel); e != nil {
				all = append(all, e)
			}
		}
	}
	all = append(all, m.references()...)
	m.of = make([][]*Event, len(m.groups))
	for _, e := range all {
		m.weigh(e)
		if m.isPlenary(e) {
			m.plenary = append(m.plenary, e)
			continue
		}
		m.events = append(m.events, e)
		for _, g := range e.Groups {
			m.of[g] = append(m.of[g], e)
		}
	}
}

// tied lists by id the things of a kind that links of a type lead to from the partnership's groups.
func (m *Model) tied(t graph.LinkType, k graph.Kind) []graph.Node {
	var all []graph.Node
	for _, g := range m.groups {
		for _, e := range m.snap.Out(g, t) {
			if n := m.snap.To(e); m.snap.Kind(n) == k {
				all = append(all, n)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// weigh sets s, a and s·a/(n-1).
func (m *Model) weigh(e *Event) {
	e.StatusW = statusWeights[e.Status] // none for dropped
	e.AgeW = ageWeight(m.AsOf, e.Year, m.Parameters.HalfLife, e.Dated)
	e.Weight = e.StatusW * e.AgeW / float64(max(1, len(e.Groups)-1))
}

// isPlenary reports whether an event ties more than half of the groups that were active in its year, and at least five: it
// belongs to the partnership.
func (m *Model) isPlenary(e *Event) bool {
	if len(e.Groups) < 5 {
		return false
	}
	tied, all := 0, 0
	for g, active := range m.activeIn(e.Year) {
		if active {
			all++
			if e.Holds(g) {
				tied++
			}
		}
	}
	return tied >= 5 && 2*tied > all
}

// tieTypes says which links tie a group to an entity of each channel.
var tieTypes = map[Channel]graph.LinkType{SessionChannel: graph.Holds, ProjectChannel: graph.Runs, CommitmentChannel: graph.CommitsTo}

// entityEvent is the event of an entity that at least two groups hold, run or commit to; else nil.
func (m *Model) entityEvent(n graph.Node, c Channel) *Event {
	ties := map[int]tie{}
	for _, e := range m.snap.In(n, tieTypes[c]) {
		l := m.snap.Link(e)
		g := slices.Index(m.groups, m.snap.From(e))
		if g < 0 || l.Properties.Text("role") == "mentions" {
			continue
		}
		t := ties[g]
		m.addTie(&t, l)
		ties[g] = t
	}
	if len(ties) < 2 {
		return nil
	}
	e := &Event{ID: m.snap.ID(n), Node: n, Channel: c}
	for g := range ties {
		e.Groups = append(e.Groups, g)
	}
	sort.Ints(e.Groups)
	for _, g := range e.Groups {
		e.ties = append(e.ties, ties[g])
	}
	m.time(e)
	return e
}

// addTie adds what a link says to a group's tie.
func (m *Model) addTie(t *tie, l *graph.MergedLink) {
	if t.byWork == nil {
		t.byWork = map[string]float64{}
	}
	for _, s := range l.Statements {
		t.byWork[s.Work] = max(t.byWork[s.Work], s.Confidence)
	}
	t.evidence = append(t.evidence, l.Evidence...)
	for _, id := range l.Evidence {
		if p, ok := m.snap.Passage(id); ok {
			t.places = append(t.places, p.Place())
		}
	}
	sort.Strings(t.evidence)
	t.evidence = slices.Compact(t.evidence)
	sort.Strings(t.places)
	t.places = slices.Compact(t.places)
}
