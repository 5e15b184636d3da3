package opportunity

import (
	"math"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// bodyPair is two institutions that may have an opportunity. Ω orders pairs and is never shown.
type bodyPair struct {
	a, b     body
	id       string
	list     string
	level    string
	omega    float64
	supports []support
	next     []graph.Node
}

// before is the order of pairs: list, level, Ω, id.
func (p bodyPair) before(q bodyPair) bool {
	switch {
	case p.list != q.list:
		return lists[p.list] < lists[q.list]
	case p.level != q.level:
		return levels[p.level] < levels[q.level]
	case p.omega != q.omega:
		return p.omega > q.omega
	}
	return p.id < q.id
}

// pair weighs two institutions; ok is false where it is not listed.
func (b *Bodies) pair(x, y body, touching map[graph.Node]int) (bodyPair, bool) {
	f := &b.f
	p := bodyPair{a: x, b: y, id: ID(f.snap.ID(x.node), f.snap.ID(y.node)), list: New}
	if slices.Contains(x.above, y.node) || slices.Contains(y.above, x.node) {
		return p, false // one is part of the other, stated or of record
	}
	all := shared(x.events, y.events)
	joint := slices.DeleteFunc(slices.Clone(all), func(n graph.Node) bool { return b.named[n] > maxNamed })
	done := false
	for _, n := range joint {
		switch class := f.status(n); class {
		case crosswalk.Done:
			done = true
		case crosswalk.Agreed, crosswalk.Proposed:
			p.next = append(p.next, n)
		}
	}
	s := b.together(x, y, joint)
	switch {
	case done || len(p.next) == 0 && s > 0:
		p.list = Deepen
	case len(p.next) > 0:
		p.list = FollowUp
	}
	p.supports = b.supports(x, y, all, touching)
	p.level = level(p.supports)
	theme, _, group := candidate{supports: p.supports}.masses()
	p.omega = graph.Round12(float64(f.params.inCommon(theme, 0, group) * (1 - s)))
	if f.decisions.dismissed(p.id, b.evidence(p)) {
		return p, false
	}
	return p, p.level != "" || p.list == FollowUp || p.list == Deepen && len(p.next) > 0
}

// shared lists the events that name both, by id.
func shared(a, b map[graph.Node][]string) []graph.Node {
	var out []graph.Node
	for n := range a {
		if _, both := b[n]; both {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// ancestors lists all that an institution is part of, near and far, stated or of record.
func ancestors(s *graph.Snapshot, z graph.Node) []graph.Node {
	all := []graph.Node{z}
	for i := 0; i < len(all); i++ {
		for _, e := range s.Out(all[i], graph.PartOf) {
			if n := s.To(e); !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
		if n, ok := s.Lookup(s.Described(all[i]).Properties.Text("parent_of_record")); ok && !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all[1:]
}

// status is how far a session, project or commitment has come.
func (f *finder) status(n graph.Node) crosswalk.Class {
	p := f.snap.Described(n).Properties
	s := p.Text("status")
	if f.snap.Kind(n) == graph.Commitment && s != "done" && s != "dropped" {
		s = p.Text("firmness")
	}
	return crosswalk.ClassOf(s)
}

// together is S of two institutions: what names both, each event weighing s·a/(n-1) with n the institutions named, and
// the groups that both co-chair.
func (b *Bodies) together(x, y body, joint []graph.Node) float64 {
	p := b.f.model.Parameters
	mass := map[graph.Kind]float64{}
	for _, n := range joint {
		mass[b.f.snap.Kind(n)] += b.f.model.EventWeight(n) / float64(max(1, b.named[n]-1))
	}
	chairs := 0.0
	for _, g := range x.chairs {
		if slices.Contains(y.chairs, g) {
			chairs += 1 / float64(max(1, len(b.chairs[g])-1))
		}
	}
	left := 1 - float64(0.30*crosswalk.Value(chairs, 1.5))
	for _, k := range []struct {
		kind graph.Kind
		w    crosswalk.Weight
	}{{graph.Session, p.Channel[crosswalk.SessionChannel]}, {graph.Project, p.Channel[crosswalk.ProjectChannel]}, {graph.Commitment, p.Channel[crosswalk.CommitmentChannel]}} {
		left *= 1 - float64(k.w.R*crosswalk.Value(mass[k.kind], k.w.H))
	}
	return math.Min(1, 1-left)
}

// supports are the groups and themes that both touch and at most maxNamed institutions do, with paragraphs of their own on
// each side outside what tells of the joint events, which name both.
func (b *Bodies) supports(x, y body, joint []graph.Node, touching map[graph.Node]int) []support {
	f := &b.f
	e := exclusion{snap: f.snap, places: map[string]bool{}, headings: map[string]bool{}}
	for _, n := range joint {
		e.add(f.snap.Entity(n).Evidence)
		e.addLinks(n)
	}
	var all []support
	add := func(n graph.Node, channel string, left, right, told []string) {
		d := touching[n]
		if d > maxNamed {
			return // what more touch says nothing specific about two of them
		}
		s := support{node: n, channel: channel, d: d, weight: 1 / float64(max(1, d-1)), alone: d == 2}
		for _, side := range [][]string{left, right} {
			var places []string
			for _, id := range side {
				if place, ok := e.outside(id); ok {
					places = append(places, place)
					s.passages = append(s.passages, id)
				}
			}
			s.places = append(s.places, set(places))
		}
		for _, id := range told {
			if _, ok := e.outside(id); ok {
				s.passages = append(s.passages, id)
			}
		}
		if len(s.places[0]) > 0 && len(s.places[1]) > 0 {
			s.passages = set(s.passages)
			all = append(all, s)
		}
	}
	for t, left := range x.themes {
		if right, both := y.themes[t]; both && !f.model.Circumstance(t) {
			add(t, channelTheme, left, right, slices.Concat(x.told[t], y.told[t]))
		}
	}
	for g, left := range x.groups {
		if right, both := y.groups[g]; both {
			add(f.model.Groups()[g], channelBody, left, right, nil)
		}
	}
	slices.SortFunc(all, func(a, c support) int {
		if f.heavier(a, c) {
			return -1
		}
		return 1
	})
	kept, _ := ownParagraphs(all, 2)
	return kept
}

// evidence lists the passages that the pair rests on.
func (b *Bodies) evidence(p bodyPair) []string {
	var steps []string
	for _, n := range p.next {
		steps = append(steps, b.f.snap.Entity(n).Evidence...)
	}
	return evidence(p.supports, steps)
}
