package crosswalk

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// without is what the pair would be without its heaviest direct item: score, band and the rank among the others.
// nil where the pair has no direct item.
func (r *Ranking) without(p pair) *Counterfactual {
	m := r.model
	var top counted
	points := 0.0
	for _, k := range Channels[:InstitutionChannel] {
		cs := p.score.channel[k]
		for _, it := range p.tally.items[k] {
			if got := cs.points * it.weight / cs.mass; it.weight > 0 && got > points {
				top, points = it, got
			}
		}
	}
	if top.event == nil {
		return nil
	}
	q := m.pairWithout(p, top.event)
	out := &Counterfactual{Without: top.event.ID, Year: top.event.Year, Score: graph.Round12(q.score.s), Band: q.band}
	_, _, out.Name = m.identify(top.event)
	if p.listed && q.score.s > 0 {
		q.listed, out.Listed = true, true
		rank := 1
		for _, other := range r.pairs {
			if other.listed && (other.a != p.a || other.b != p.b) && less(other, q) {
				rank++
			}
		}
		out.Rank = &rank
	}
	return out
}

// pairWithout scores the pair as if the event were not told.
func (m *Model) pairWithout(p pair, gone *Event) pair {
	n := *m
	n.of = slices.Clone(m.of)
	n.of[p.a] = slices.DeleteFunc(slices.Clone(m.of[p.a]), func(e *Event) bool { return e == gone })
	return n.pairOf(p.a, p.b)
}
