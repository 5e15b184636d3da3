package opportunity

import (
	"context"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// tripleCandidates lists the triples that pass the gate, in order. A is over what all three have in common, E the union
// over its pairs, G = 1 - S over events that hold all three. One that a proposed event holds, or that a cross-reference tells
// of, is a follow-up, one that has worked together is deepen, else it is new and named by how many of its pairs have a link.
func (f *finder) tripleCandidates(ctx context.Context, ranking *crosswalk.Ranking, p Parameters) ([]candidate, error) {
	var all []candidate
	n := len(f.model.Groups())
	for a := range n {
		for b := a + 1; b < n; b++ {
			if ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			for d := b + 1; d < n; d++ {
				c := f.triple(ranking, []int{a, b, d})
				c.supports, c.leftOut = f.supports(c.groups)
				f.weigh(&c, p)
				if f.gate(c) {
					all = append(all, c)
				}
			}
		}
	}
	return f.ordered(all), nil
}

// triple finds what three groups already do together.
func (f *finder) triple(ranking *crosswalk.Ranking, groups []int) candidate {
	m := ranking.Model()
	c := candidate{groups: groups, s: m.JointScore(groups...), list: New, next: f.proposals(groups)}
	linked := 0
	for i, g := range groups {
		for _, h := range groups[:i] {
			if ranking.Facts(h, g).S > 0 {
				linked++
			}
		}
	}
	switch done, told := f.history(groups); {
	case done:
		c.list, c.kind = Deepen, Deepen
	case told:
		c.list, c.kind = FollowUp, FollowUp
	default:
		c.kind = [...]string{NewTable, ExtendAPair, CloseTheTriangle, NeverAllTogether}[linked]
	}
	return c
}
