package synth

import (
	"errors"
	"math"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// newEvents counts, by pair, the joint events of exactly two groups that an edition tells and none before did, references apart.
func newEvents(b graph.Bundle, before map[string]bool) map[[2]string]int {
	groups := map[string][]string{}
	for _, l := range b.Links {
		joint := l.Type == graph.Holds || l.Type == graph.CommitsTo || l.Type == graph.Runs && l.Properties.Text("role") != "mentions"
		if joint && graph.KindOf(l.From) == graph.WorkingGroup {
			groups[l.To] = append(groups[l.To], l.From)
		}
	}
	out := map[[2]string]int{}
	for id, gs := range groups {
		if len(gs) == 2 && !before[id] {
			out[[2]string{min(gs[0], gs[1]), max(gs[0], gs[1])}]++
		}
		before[id] = true
	}
	return out
}

// TestTruthDrivesWhatIsTold: as many joint events are told of pairs of low, middling and high rate as the truth expects, but for
// the fifth that ties more than two groups and what is told of earlier years.
func TestTruthDrivesWhatIsTold(t *testing.T) {
	var expected, told [3]float64
	o := options(func(o *Options) { o.Partnerships, o.Years, o.Institutions = 60, 1, 30 })
	for i := range o.Partnerships {
		w, err := NewWorld(o, i)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := w.Next()
		events := newEvents(b, map[string]bool{})
		for _, p := range w.Truth().Pairs {
			bin := 0
			if p.Rate[0] > 0.2 {
				bin = 1
			}
			if p.Rate[0] > 1 {
				bin = 2
			}
			expected[bin] += p.Rate[0]
			told[bin] += float64(events[[2]string{min(p.A, p.B), max(p.A, p.B)}])
		}
	}
	for bin := range expected {
		if ratio := told[bin] / expected[bin]; expected[bin] < 20 || ratio < 0.65 || ratio > 1.15 {
			t.Errorf("bin %d: %v events told where %.1f were expected", bin, told[bin], expected[bin])
		}
	}
}

// TestSharesMakeTheRate: the variance of the logarithm of the rate falls on affinity, size and chance as the shares say.
func TestSharesMakeTheRate(t *testing.T) {
	for _, shares := range []Shares{{0.5, 0.3, 0.2}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}} {
		o := options(func(o *Options) { o.Groups, o.Shares = 120, shares })
		d := newDice(7, 7)
		l := newLatent(d, o)
		l.advance(d, true)
		var all, affinity, size, n float64
		for a := range l.affinity {
			for b := range a {
				log := math.Log(l.weight(a, b)) / spread
				z, s := l.affinity[a][b], (l.size[a]+l.size[b])/math.Sqrt2
				all, affinity, size, n = all+log*log, affinity+log*z, size+log*s, n+1
			}
		}
		if got := all / n; math.Abs(got-1) > 0.25 {
			t.Errorf("%+v: the variance is %.2f", shares, got)
		}
		if a, s := affinity/n, size/n; math.Abs(a-math.Sqrt(shares.Affinity)) > 0.1 || math.Abs(s-math.Sqrt(shares.Size)) > 0.2 {
			t.Errorf("%+v: affinity weighs %.2f and size %.2f", shares, a, s)
		}
	}
}

// TestAffinityRemembers: from year to year affinities keep their spread and correlate as the options say.
func TestAffinityRemembers(t *testing.T) {
	for _, memory := range []float64{0, 0.5, 0.9, 1} {
		o := options(func(o *Options) { o.Groups, o.Memory = 100, memory })
		d := newDice(3, 3)
		l := newLatent(d, o)
		before := map[[2]int]float64{}
		for a := range l.affinity {
			for b := range a {
				before[[2]int{a, b}] = l.affinity[a][b]
			}
		}
		l.advance(d, false)
		var both, now float64
		for p, z := range before {
			both += z * l.affinity[p[0]][p[1]]
			now += l.affinity[p[0]][p[1]] * l.affinity[p[0]][p[1]]
		}
		n := float64(len(before))
		if math.Abs(both/n-memory) > 0.06 || math.Abs(now/n-1) > 0.08 {
			t.Errorf("memory %v: correlation %.3f, variance %.3f", memory, both/n, now/n)
		}
	}
}

func TestTruthAt(t *testing.T) {
	_, truths := all(t, options(func(o *Options) { o.Years = 2 }))
	if i, err := truths[0].At(2019); i != 1 || err != nil {
		t.Errorf("%d, %v", i, err)
	}
	for _, year := range []int{2017, 2020} {
		if _, err := truths[0].At(year); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("%d: %v", year, err)
		}
	}
}
