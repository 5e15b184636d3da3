package crosswalk

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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

func selfPair(id string) error {
	return fmt.Errorf("%s with itself is no pair; name two groups: %w", id, graph.ErrInvalid)
}
