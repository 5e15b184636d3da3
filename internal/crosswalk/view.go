package crosswalk

import "github.com/crosswalk-kg/crosswalk/graph"

// Events lists what ties pairs of groups, by channel, then id; read only.
func (m *Model) Events() []*Event { return m.events }

// Plenary lists what ties most of the groups and so belongs to the partnership, by channel, then id; read only.
func (m *Model) Plenary() []*Event { return m.plenary }

// Holds reports whether the event ties every one of the given groups.
func (e *Event) Holds(groups ...int) bool {
	for _, g := range groups {
		if !e.holds(g) {
			return false
		}
	}
	return true
}

// ToCome reports whether the event has not taken place and was not dropped.
func (e *Event) ToCome() bool { return e.toCome() }

// EventPassages lists every passage that tells of the event: those of its ties and those of the entity itself; sorted.
func (m *Model) EventPassages(e *Event) []string {
	ids := e.evidence(e.Groups...)
	if e.Node >= 0 {
		ids = union(ids, m.snap.Entity(e.Node).Evidence)
	}
	return ids
}

// Facts is what a ranking knows of one pair, unrounded.
type Facts struct {
	S, C   float64
	Band   Band
	Next   []NextStep
	Listed bool // ranked: S > 0 and both groups active
}

// Facts is what is known of the pair of groups number a and b, a ≠ b.
func (r *Ranking) Facts(a, b int) Facts {
	for _, p := range r.pairs {
		if p.a == min(a, b) && p.b == max(a, b) {
			return Facts{S: p.score.s, C: p.score.c, Band: p.band, Next: r.model.nextSteps(p), Listed: p.listed}
		}
	}
	return Facts{}
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
	var direct, refs []*Event
	for _, e := range m.events {
		switch {
		case !e.Holds(groups...) || e.Class == Dropped:
		case e.Channel == ReferenceChannel:
			refs = append(refs, e)
		default:
			direct = append(direct, e)
		}
	}
	t := tally{a: groups[0], b: groups[1]}
	t.intentions(m, direct)
	t.references(m, refs)
	t.undated()
	for k := range t.items {
		for i := range t.items[k] {
			it := &t.items[k][i]
			for _, g := range groups {
				for _, h := range groups {
					if h < g {
						it.confidence = min(it.confidence, it.event.confidence(h, g))
					}
				}
			}
			it.weight = it.weighed(m)
		}
	}
	return t.score(m.Parameters).s
}

// Reweighed is the ranking under other parameters; what counts stays as it was chosen.
func (r *Ranking) Reweighed(p Parameters) *Ranking { return r.reweighed(p) }

// MemberOf is a thing as a member of an answer.
func (m *Model) MemberOf(n graph.Node) Member { return m.member(n) }

// ToldBy lists the chapters that the passages stand in, sorted.
func (m *Model) ToldBy(passages []string) []string { return m.toldBy(passages) }

// NextStepOf is an event to come as a next step.
func (m *Model) NextStepOf(e *Event, groups ...int) NextStep {
	t := tally{next: []*Event{e}}
	t.a, t.b = groups[0], groups[1]
	return m.nextSteps(pair{a: t.a, b: t.b, tally: t})[0]
}

// Admits reports whether the options let a link through, by basis and confidence.
func (m *Model) Admits(l *graph.MergedLink) bool { return m.admits(l) }

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
	if e.Class == Dropped {
		return 0
	}
	return statusWeights[e.Status] * ageWeight(m.AsOf, e.Year, m.Parameters.HalfLife, e.Dated)
}
