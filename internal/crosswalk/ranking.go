package crosswalk

import (
	"slices"
	"sort"
	"strings"
)

// Ranking is every pair of a partnership's groups, scored and ordered.
type Ranking struct {
	model    *Model
	pairs    []pair // ranked pairs first, in order, then the unranked ones by band, S, C, ids
	place    []int  // of the pair of groups a and b in pairs, at a·(number of groups)+b, a < b
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
			p.listed = p.tied() && m.active[a] && m.active[b]
			r.pairs = append(r.pairs, p)
		}
	}
	r.order()
	r.chance, r.noChance = m.chances()
	return r
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
	return p.tied()
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
	return r.at(x, y), nil
}

// explain adds what needs the other pairs.
func (r *Ranking) explain(i int) Explanation {
	p := r.pairs[i]
	x := r.model.explain(p)
	x.NoChance = r.noChance
	if c, ok := r.chance[[2]int{p.a, p.b}]; ok {
		x.Chance = &c
		if p.score.s == 0 && c.Q > 0.05 {
			x.Against = append(x.Against, Reason{"not-above-chance", "The institutions in common are no more than the groups' sizes would give.", []string{}, []string{}})
		}
	}
	x.Counterfactual = r.without(p)
	return x
}
