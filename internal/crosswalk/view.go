package crosswalk

import (
	"cmp"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Events lists what ties pairs of groups, by channel, then id; read only.
func (m *Model) Events() []*Event { return m.events }

// Plenary lists what ties most of the groups and so belongs to the partnership, by channel, then id; read only.
func (m *Model) Plenary() []*Event { return m.plenary }

// Holds reports whether the event ties every one of the given groups.
func (e *Event) Holds(groups ...int) bool {
	for _, g := range groups {
		if !slices.Contains(e.Groups, g) {
			return false
		}
	}
	return true
}

// ToCome reports whether the event has not taken place and was not dropped.
func (e *Event) ToCome() bool { return e.Class == Agreed || e.Class == Proposed }

// EventPassages lists every passage that tells of the event: those of its ties and those of the entity itself; sorted.
func (m *Model) EventPassages(e *Event) []string {
	ids := e.evidence(e.Groups...)
	if e.Node >= 0 {
		ids = union(ids, m.snap.Entity(e.Node).Evidence)
	}
	return ids
}

// Facts is what a ranking knows of one pair; S and C as they are shown and ordered by.
type Facts struct {
	S, C   float64
	Band   Band
	Next   []NextStep
	Listed bool // ranked: S > 0 and both groups active
}

// Facts is what is known of the pair of groups number a and b; the zero value for a group with itself.
func (r *Ranking) Facts(a, b int) Facts {
	if a == b {
		return Facts{}
	}
	p := r.pairs[r.at(a, b)]
	return Facts{S: p.score.s, C: p.score.c, Band: p.band, Next: r.model.nextSteps(p.tally), Listed: p.listed}
}

// ChanceOf is the chance of the pair's shared institutions; nil where it is not shown.
func (r *Ranking) ChanceOf(a, b int) *Chance {
	if c, ok := r.chance[[2]int{min(a, b), max(a, b)}]; ok {
		return &c
	}
	return nil
}

// JointScore is S over the events that hold all the given groups, two or more, each event weighing q·s·a/(n-1) with q of the
// weakest pair: what more than two groups do together. The counting rules see those events alone.
func (m *Model) JointScore(groups ...int) float64 {
	t := m.direct(slices.Sorted(slices.Values(groups))...)
	t.reweigh(m)
	return t.score(m.Parameters).s
}

// MemberOf is a thing as a member of an answer.
func (m *Model) MemberOf(n graph.Node) Member { return m.member(n) }

// ToldBy lists the chapters that the passages stand in, sorted.
func (m *Model) ToldBy(passages []string) []string { return m.toldBy(passages) }

// NextStepOf is an event to come as a next step of the given groups, with the passages that tie them to it.
func (m *Model) NextStepOf(e *Event, groups ...int) NextStep {
	entity, link, name := m.identify(e)
	out := NextStep{ID: entity + link, Name: name, Status: e.Status, Firm: e.Class == Agreed, Groups: m.groupIDs(e.Groups), Passages: e.evidence(groups...)}
	if e.Node >= 0 {
		p := m.snap.Described(e.Node).Properties
		out.Due = cmp.Or(p.Date("due"), p.Date("start"))
	}
	return out
}

// ByFirmness is the order of next steps: what is agreed or planned first, then by due date, unknown ones last, then id.
func ByFirmness(a, b NextStep) int {
	switch {
	case a.Firm != b.Firm && a.Firm:
		return -1
	case a.Firm != b.Firm:
		return 1
	case (a.Due == "") != (b.Due == ""):
		return -cmp.Compare(len(a.Due), len(b.Due))
	}
	return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.ID, b.ID))
}

// ClassOf is how far a status or firmness has come.
func ClassOf(status string) Class { return classOf(status) }

// EventWeight is s·a of a session, project or commitment as of the model's year, whoever it ties; 0 for what was dropped.
func (m *Model) EventWeight(n graph.Node) float64 {
	e := &Event{Node: n, ID: m.snap.ID(n)}
	switch m.snap.Kind(n) {
	case graph.Session:
		e.Channel = SessionChannel
	case graph.Project:
		e.Channel = ProjectChannel
	case graph.Commitment:
		e.Channel = CommitmentChannel
	default:
		return 0
	}
	m.time(e)
	m.weigh(e)
	return e.Weight
}
