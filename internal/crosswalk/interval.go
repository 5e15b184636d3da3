package crosswalk

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
)

// intervalDraws is how often pairs are ranked again under other parameters; intervalSpread is by how much each may move.
const (
	intervalDraws  = 200
	intervalSpread = 1.3
	intervalSeed   = 2018
)

// Intervals ranks all pairs again 200 times with every r, h and H multiplied by exp(U(±ln 1.3)), r capped at 0.99, from a
// fixed seed, and gives for each ranked pair (group numbers, smaller first) the 5 to 95 % range of its rank. What
// counts stays as it was chosen at default parameters; only weights move.
func (r *Ranking) Intervals() map[[2]int][2]int {
	out, _ := r.IntervalsContext(context.Background()) // which never ends
	return out
}

// IntervalsContext is Intervals, broken off with the cause of ctx's end.
func (r *Ranking) IntervalsContext(ctx context.Context) (map[[2]int][2]int, error) {
	ranks := map[[2]int][]int{}
	err := r.Draw(ctx, func(again *Ranking, _ func() float64) {
		for _, p := range again.pairs {
			if p.rank > 0 {
				ranks[[2]int{p.a, p.b}] = append(ranks[[2]int{p.a, p.b}], p.rank)
			}
		}
	})
	if err != nil {
		return nil, err
	}
	out := map[[2]int][2]int{}
	for k, rs := range ranks {
		out[k] = Range(rs)
	}
	return out, nil
}

// Interval is the range of one pair's rank in a map that Intervals made; nil where the pair is unranked.
func (r *Ranking) Interval(all map[[2]int][2]int, a, b string) *[2]int {
	i, err := r.find(a, b)
	if err != nil {
		return nil
	}
	if iv, ok := all[[2]int{r.pairs[i].a, r.pairs[i].b}]; ok {
		return &iv
	}
	return nil
}

// drawn multiplies each parameter by a factor of its own.
func (p Parameters) drawn(f func() float64) Parameters {
	p.HalfLife *= f()
	for i := range p.Channel {
		p.Channel[i].R = math.Min(maxR, p.Channel[i].R*f())
		p.Channel[i].H *= f()
	}
	return p
}

// weighed is an event's weight under the model's parameters; what counts, and what dated events account for, stays.
func (c counted) weighed(m *Model) float64 {
	e := c.event
	age := ageWeight(m.AsOf, e.Year, m.Parameters.HalfLife, e.Dated)
	return math.Max(0, float64(c.confidence*e.StatusW*age)/float64(len(e.Groups)-1)-c.offset)
}

// reweighed ranks the pairs under other parameters.
func (r *Ranking) reweighed(p Parameters) *Ranking {
	m := *r.model
	m.Parameters = p
	out := &Ranking{model: &m}
	for _, q := range r.pairs {
		q.tally.reweigh(&m)
		q.score = q.tally.score(p)
		out.pairs = append(out.pairs, q)
	}
	out.order()
	return out
}

// reweigh weighs the items again under the model's parameters, in lists of its own.
func (t *tally) reweigh(m *Model) {
	for k := range t.items {
		t.items[k] = slices.Clone(t.items[k])
		for i := range t.items[k] {
			if it := &t.items[k][i]; it.event != nil {
				it.weight = it.weighed(m)
			}
		}
	}
}

// Draw is called with each of the 200 re-rankings of Intervals, in a fixed order; rng is shared so that a caller may draw
// parameters of its own in the same sequence. It is broken off with the cause of ctx's end.
func (r *Ranking) Draw(ctx context.Context, visit func(again *Ranking, factor func() float64)) error {
	rng := rand.New(rand.NewPCG(intervalSeed, intervalSeed))
	factor := func() float64 { return math.Exp((float64(2*rng.Float64()) - 1) * math.Log(intervalSpread)) }
	for range intervalDraws {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		visit(r.reweighed(r.model.Parameters.drawn(factor)), factor)
	}
	return nil
}

// Range is the 5 to 95 % range of ranks, which it sorts.
func Range(ranks []int) [2]int {
	sort.Ints(ranks)
	return [2]int{ranks[len(ranks)*5/100], ranks[(len(ranks)*95+99)/100-1]}
}
