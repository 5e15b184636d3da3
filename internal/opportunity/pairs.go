package opportunity

import (
	"context"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// pairCandidates lists the pairs that pass the gate, in order, ranked within each list.
func (f *finder) pairCandidates(ctx context.Context, ranking *crosswalk.Ranking, p Parameters) ([]candidate, error) {
	var all []candidate
	n := len(f.model.Groups())
	for a := range n {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		for b := a + 1; b < n; b++ {
			c, ok := f.pairCandidate(ranking, p, a, b)
			if ok && f.gate(c) {
				all = append(all, c)
			}
		}
	}
	return f.ordered(all), nil
}

// pairCandidate is a pair before the gate; false where the two work together closely, so that nothing is missing.
func (f *finder) pairCandidate(ranking *crosswalk.Ranking, p Parameters, a, b int) (candidate, bool) {
	facts := ranking.Facts(a, b)
	c := candidate{groups: []int{a, b}, s: facts.S}
	if c.list = listOf(facts.Band); c.list == "" {
		return c, false
	}
	if c.list == New && f.announced(c.groups) {
		c.list = FollowUp
	}
	c.kind, c.next = c.list, f.proposals(c.groups)
	c.supports, c.leftOut = f.supports(c.groups)
	f.weigh(&c, p)
	return c, true
}

// listOf says in which list a pair of a band stands; strong pairs in none.
func listOf(b crosswalk.Band) string {
	switch b {
	case crosswalk.Strong:
		return ""
	case crosswalk.Established:
		return Deepen
	case crosswalk.Emerging:
		return FollowUp
	}
	return New
}

// lists is the order of the lists.
var lists = map[string]int{New: 0, FollowUp: 1, Deepen: 2}

var levels = map[string]int{Clear: 0, Possible: 1, "": 2}

// ordered sorts candidates by list; within new and deepen by level, then Ω; within follow-up by S, then A; then by ids,
// and numbers each list from 1.
func (f *finder) ordered(all []candidate) []candidate {
	sort.SliceStable(all, func(i, k int) bool {
		x, y := all[i], all[k]
		if x.list != y.list {
			return lists[x.list] < lists[y.list]
		}
		if x.list == FollowUp {
			if s, t := graph.Round12(x.s), graph.Round12(y.s); s != t {
				return s > t
			}
			if a, b := graph.Round12(x.a), graph.Round12(y.a); a != b {
				return a > b
			}
		} else {
			if x.level != y.level {
				return levels[x.level] < levels[y.level]
			}
			if x.omega() != y.omega() {
				return x.omega() > y.omega()
			}
		}
		return f.id(x) < f.id(y)
	})
	rank := map[string]int{}
	for i := range all {
		rank[all[i].list]++
		all[i].rank = rank[all[i].list]
	}
	return all
}
