package crosswalk

import (
	"slices"
	"sort"
)

// Ranking is every pair of a partnership's groups, scored and ordered.
type Ranking struct {
	model    *Model
	pairs    []pair // ranked pairs first, in order, then the unranked ones by band, S, C, ids
	chance   map[[2]int]Chance
	noChance string // why chance is absent for all
}

// Rank scores and orders all pairs: by band, S, C, then ids, a total order. Pairs with S > 0 of two active groups are
// ranked from 1; pairs with the same S from the same events share a rank. The rest have none.
func (m *Model) Rank() *Ranking {
	r := &Ranking{model: m}
	for a := range m.groups {
		for b := a + 1; b < len(m.groups); b++ {
			p := m.pairOf(a, b)
			p.listed = p.score.s > 0 && m.active[a] && m.active[b]
			r.pairs = append(r.pairs, p)
		}
	}
	r.order()
	r.chance, r.noChance = m.chances()
	return r
}

func (r *Ranking) order() {
	sort.SliceStable(r.pairs, func(i, k int) bool { return less(r.pairs[i], r.pairs[k]) })
	for i := range r.pairs {
		p := &r.pairs[i]
		switch {
		case !p.listed:
			p.rank = 0
		case i > 0 && sharesRank(r.pairs[i-1], *p):
			p.rank = r.pairs[i-1].rank
		default:
			p.rank = i + 1
		}
	}
}

// less is the order of pairs; group numbers follow ids.
func less(p, q pair) bool {
	if p.listed != q.listed {
		return p.listed
	}
	if p.band != q.band {
		return p.band.rank() < q.band.rank()
	}
	ps, pc := p.score.rounded()
	qs, qc := q.score.rounded()
	switch {
	case ps != qs:
		return ps > qs
	case pc != qc:
		return pc > qc
	case p.a != q.a:
		return p.a < q.a
	}
	return p.b < q.b
}

// sharesRank reports whether two pairs have the same S from the same events.
func sharesRank(p, q pair) bool {
	ps, _ := p.score.rounded()
	qs, _ := q.score.rounded()
	return p.listed && q.listed && p.band == q.band && ps == qs && slices.Equal(eventIDs(p), eventIDs(q))
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

// Filter chooses pairs of a list. The zero value chooses pairs with S > 0.
type Filter struct {
	Group   string // id; pairs that hold it
	Bands   []Band // nil: all bands of pairs with S > 0
	Channel string // pairs with anything in that channel
	Ranked  bool   // only pairs of two active groups
}

// List is the explanations that f chooses, ranked ones first in their order. Errors wrap graph.ErrNotFound or
// graph.ErrInvalid for a group or channel that is unknown.
func (r *Ranking) List(f Filter) ([]Explanation, error) {
	g := -1
	if f.Group != "" {
		n, err := r.model.GroupNumber(f.Group)
		if err != nil {
			return nil, err
		}
		g = n
	}
	if f.Channel != "" {
		if _, ok := ChannelByName(f.Channel); !ok {
			return nil, unknownChannel(f.Channel)
		}
	}
	out := []Explanation{}
	for i := range r.pairs {
		if p := r.pairs[i]; p.chosen(f, g) {
			out = append(out, r.explain(i))
		}
	}
	return out, nil
}

func (p pair) chosen(f Filter, g int) bool {
	if g >= 0 && p.a != g && p.b != g || f.Ranked && !p.listed {
		return false
	}
	if f.Channel != "" {
		c, _ := ChannelByName(f.Channel)
		if len(p.tally.items[c]) == 0 {
			return false
		}
	}
	if len(f.Bands) > 0 {
		return slices.Contains(f.Bands, p.band)
	}
	return p.score.s > 0
}

// Pair is the explanation of one pair, whatever its band. Errors as of Model.GroupNumber; graph.ErrInvalid for a group with itself.
func (r *Ranking) Pair(a, b string) (Explanation, error) {
	i, err := r.find(a, b)
	if err != nil {
		return Explanation{}, err
	}
	return r.explain(i), nil
}

func (r *Ranking) find(a, b string) (int, error) {
	x, err := r.model.GroupNumber(a)
	if err != nil {
		return 0, err
	}
	y, err := r.model.GroupNumber(b)
	if err != nil {
		return 0, err
	}
	if x == y {
		return 0, selfPair(a)
	}
	return slices.IndexFunc(r.pairs, func(p pair) bool { return p.a == min(x, y) && p.b == max(x, y) }), nil
}

// explain adds what needs the other pairs.
func (r *Ranking) explain(i int) Explanation {
	p := r.pairs[i]
	x := r.model.explain(p)
	if c, ok := r.chance[[2]int{p.a, p.b}]; ok {
		x.Chance = &c
		if p.score.s == 0 && c.Q > 0.05 {
			x.Against = append(x.Against, Reason{"not-above-chance", "The institutions in common are no more than the groups' sizes would give.", []string{}, []string{}})
		}
	}
	x.Counterfactual = r.without(p)
	return x
}
