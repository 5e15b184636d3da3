package crosswalk

import (
	"math"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// channelScore is one channel's share of a score.
type channelScore struct {
	mass   float64 // M = Σ w
	value  float64 // v = 1 - 2^(-M/h), in [0,1)
	log    float64 // L = log1p(-r·v), ≤ 0
	points float64 // S·L/ΣL, of the score
}

// score is what a tally comes to: S over the direct channels, C over the context channels, both in [0,1) and rounded to
// 1e-12, as they leave the program and are ordered by.
type score struct {
	s, c    float64
	channel [numChannels]channelScore
}

// Value is v = 1 - 2^(-M/h) of a channel's mass M ≥ 0: 0 at 0, a half at h.
func Value(mass, h float64) float64 { return -math.Expm1(-mass / h * math.Ln2) }

// score computes S = 1 - Π(1 - r·v) over the direct channels and C likewise over the context channels, in logarithms:
// L_k = log1p(-r_k·v_k), S = -expm1(ΣL), and a channel's points are S·L_k/ΣL, so that points sum to the score.
func (t *tally) score(p Parameters) score {
	var out score
	var direct, context float64
	for _, k := range Channels {
		c := &out.channel[k]
		c.mass = mass(t.items[k])
		c.value = Value(c.mass, p.Channel[k].H)
		c.log = math.Log1p(-float64(p.Channel[k].R * c.value))
		if k.Direct() {
			direct += c.log
		} else {
			context += c.log
		}
	}
	out.s, out.c = -math.Expm1(direct), -math.Expm1(context)
	for _, k := range Channels {
		c := &out.channel[k]
		switch {
		case c.log == 0:
		case k.Direct():
			c.points = float64(out.s*c.log) / direct
		default:
			c.points = float64(out.c*c.log) / context
		}
	}
	out.s, out.c = graph.Round12(out.s), graph.Round12(out.c)
	return out
}

// mass sums weights in ascending order, so that the order of items does not matter.
func mass(items []counted) float64 {
	ws := make([]float64, len(items))
	for i, it := range items {
		ws[i] = it.weight
	}
	sort.Float64s(ws)
	sum := 0.0
	for _, w := range ws {
		sum += w
	}
	return sum
}
