package evaluate

import (
	"math"
	"slices"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// sight is all that an order of pairs may look at: one pair as of one year.
type sight struct {
	asOf   int
	facts  crosswalk.Facts
	direct []crosswalk.Item // counted events
	by     []crosswalk.Channel
	shared [2][]int          // institutions and themes in common: how many groups have each
	near   opportunity.Facts // of a pair without any event
	listed float64           // its place in the published list of new opportunities, from behind; 0 where it is not listed
	simple map[string]float64
}

// sights looks at pairs as of the view's year.
func (v *view) sights(pairs []pair) []*sight {
	groups := opportunity.OfGroups(v.ranking, opportunity.Defaults(), nil)
	listed, _ := v.opportunities(pairs)
	out := make([]*sight, len(pairs))
	for i, p := range pairs {
		x := &sight{asOf: v.asOf, facts: v.ranking.Facts(p[0], p[1]), listed: listed[i], simple: v.baselines(p)}
		if len(v.joint[p]) == 0 {
			x.near = groups.Facts(p[0], p[1])
		}
		why, err := v.ranking.Pair(v.id(p[0]), v.id(p[1]))
		if err != nil {
			panic(err) // the pair is one of the view's own
		}
		for _, part := range why.Parts {
			c, _ := crosswalk.ChannelByName(part.Channel)
			for _, item := range part.Items {
				if c.Direct() {
					x.direct, x.by = append(x.direct, item), append(x.by, c)
				} else {
					x.shared[c-crosswalk.InstitutionChannel] = append(x.shared[c-crosswalk.InstitutionChannel], len(item.Groups))
				}
			}
		}
		out[i] = x
	}
	return out
}

// scoring is S with other numbers or other functions than the published ones.
type scoring struct {
	p      crosswalk.Parameters
	status func(s float64, class crosswalk.Class) float64 // nil: as published
	share  func(n float64) float64                        // of one pair in an event of n groups; nil: 1/(n-1)
}

func published() scoring { return scoring{p: crosswalk.Defaults()} }

// score is S of a pair: as crosswalk computes it where nothing is changed.
func (s scoring) score(x *sight) float64 {
	var mass [crosswalk.InstitutionChannel]float64
	for i, item := range x.direct {
		w := item.StatusWeight
		if s.status != nil {
			w = s.status(w, crosswalk.ClassOf(item.Status))
		}
		age := math.Exp2(-float64(max(0, x.asOf-item.Year)) / s.p.HalfLife)
		if !item.Dated {
			age /= 2
		}
		n := float64(len(item.Groups))
		share := 1 / (n - 1)
		if s.share != nil {
			share = s.share(n)
		}
		mass[x.by[i]] += math.Max(0, item.Confidence*w*age*share-item.Offset)
	}
	left := 1.0
	for c, m := range mass {
		left *= 1 - s.p.Channel[c].R*crosswalk.Value(m, s.p.Channel[c].H)
	}
	return round(1 - left)
}

// context is C with another weight of what d groups have.
func (s scoring) context(x *sight, weight func(d float64) float64) float64 {
	left := 1.0
	for k, ds := range x.shared {
		w := s.p.Channel[crosswalk.InstitutionChannel+crosswalk.Channel(k)]
		left *= 1 - w.R*crosswalk.Value(massOf(ds, weight), w.H)
	}
	return round(1 - left)
}

// inCommon is A with other numbers or weights, over the supports.
func inCommon(x *sight, p opportunity.Parameters, weight func(d float64) float64) float64 {
	ds := map[string][]int{}
	for _, s := range x.near.Supports {
		ds[s.Channel] = append(ds[s.Channel], s.Groups)
	}
	left := 1.0
	for _, c := range []struct {
		name string
		crosswalk.Weight
	}{{"theme", p.Theme}, {"need", p.Need}, {"institution", p.Body}} {
		left *= 1 - c.R*crosswalk.Value(massOf(ds[c.name], weight), c.H)
	}
	return round(1 - left)
}

// massOf sums weights of what some numbers of groups have, smallest first, so that the order does not matter.
func massOf(ds []int, weight func(d float64) float64) float64 {
	sum := 0.0
	for _, d := range slices.Backward(slices.Sorted(slices.Values(ds))) {
		sum += weight(float64(d))
	}
	return sum
}

func round(x float64) float64 { return math.Round(x*1e10) / 1e10 }

func inverse(n float64) float64 { return 1 / (n - 1) }

// weightings are other weights of what n groups have in common, and shares of a pair in an event of n groups, than 1/(n-1).
var weightings = []struct {
	name string
	of   func(n float64) float64
}{
	{"1/sqrt(n-1)", func(n float64) float64 { return 1 / math.Sqrt(n-1) }},
	{"1/log2(n)", func(n float64) float64 { return 1 / math.Log2(n) }},
	{"1", func(float64) float64 { return 1 }},
}
