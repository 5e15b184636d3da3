package crosswalk

import (
	"context"
	"sort"
	"strings"
	"sync"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Ranking is every pair of a partnership's groups, scored and ordered.
type Ranking struct {
	model    *Model
	pairs    []pair // ranked pairs first, in order, then the unranked ones by band, S, C, ids
	place    []int  // of the pair of groups a and b in pairs, at a·(number of groups)+b, a < b
	chance   map[[2]int]Chance
	noChance string // why chance is absent for all

	byOne sync.Once
	ofOne map[graph.Node][]string
}

// Rank scores and orders all pairs: by band, S, C, then ids, a total order. Pairs with S > 0 of two active groups are
// ranked from 1; pairs with the same S from the same events share a rank. The rest have none.
func (m *Model) Rank() *Ranking {
	r, _ := m.RankContext(context.Background()) // which never ends
	return r
}

// RankContext is Rank, broken off with the cause of ctx's end.
func (m *Model) RankContext(ctx context.Context) (*Ranking, error) {
	r := &Ranking{model: m}
	for a := range m.groups {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		for b := a + 1; b < len(m.groups); b++ {
			p := m.pairOf(a, b)
			p.listed = p.tied() && m.active[a] && m.active[b]
			r.pairs = append(r.pairs, p)
		}
	}
	r.order()
	var err error
	r.chance, r.noChance, err = m.chances(ctx)
	return r, err
}

// order sorts the pairs and numbers those that are listed. Among pairs of one band and S, those of the same events share
// the rank of the first of them, also where C sets another pair between.
func (r *Ranking) order() {
	sort.SliceStable(r.pairs, func(i, k int) bool { return less(r.pairs[i], r.pairs[k]) })
	n := len(r.model.groups)
	r.place = make([]int, n*n)
	equals := map[string]int{} // events of a pair → rank, for the band and S at hand
	for i := range r.pairs {
		p := &r.pairs[i]
		r.place[p.a*n+p.b] = i
		p.rank = 0
		if !p.listed {
			continue
		}
		if i > 0 && (r.pairs[i-1].band != p.band || r.pairs[i-1].score.s != p.score.s) {
			clear(equals)
		}
		events := strings.Join(eventIDs(*p), " ")
		if equals[events] == 0 {
			equals[events] = i + 1
		}
		p.rank = equals[events]
	}
}

// at is the place in pairs of groups number a and b, a ≠ b.
func (r *Ranking) at(a, b int) int { return r.place[min(a, b)*len(r.model.groups)+max(a, b)] }

// less is the order of pairs; group numbers follow ids.
func less(p, q pair) bool {
	switch {
	case p.listed != q.listed:
		return p.listed
	case p.band != q.band:
		return p.band.rank() < q.band.rank()
	case p.score.s != q.score.s:
		return p.score.s > q.score.s
	case p.score.c != q.score.c:
		return p.score.c > q.score.c
	case p.a != q.a:
		return p.a < q.a
	}
	return p.b < q.b
}

func eventIDs(p pair) []string {
	var ids []string
	for _, k := range Channels[:InstitutionChannel] {
		for _, it := range p.tally.items[k] {
			ids = append(ids, it.event.ID)
		}
	}
	sort.Strings(ids)
	return ids
}

// Model is the model that was ranked.
func (r *Ranking) Model() *Model { return r.model }
