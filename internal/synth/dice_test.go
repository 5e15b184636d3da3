package synth

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestExpIsExp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-50, 50).Draw(t, "x")
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-13*want {
			t.Fatalf("exp(%v) is %v, want %v", x, got, want)
		}
	})
}

// TestDraws: means and spreads are those of the distributions.
func TestDraws(t *testing.T) {
	const n = 200_000
	d := newDice(1, 1)
	var normal, square, poisson, below, early float64
	picks := [3]float64{}
	for range n {
		x := d.normal()
		normal, square = normal+x/n, square+x*x/n
		poisson += float64(d.poisson(20.5)) / n
		below += float64(d.below(7)) / n
		if d.early(100) < 25 {
			early += 1.0 / n
		}
		picks[d.weighted([]float64{1, 0, 3})] += 1.0 / n
	}
	for what, x := range map[string][2]float64{"normal": {normal, 0}, "its variance": {square, 1}, "poisson": {poisson, 20.5}, "below": {below, 3}, "early": {early, 0.5},
		"weight 1": {picks[0], 0.25}, "weight 0": {picks[1], 0}} {
		if math.Abs(x[0]-x[1]) > 0.02*(1+x[1]) {
			t.Errorf("%s: %.4f, want %v", what, x[0], x[1])
		}
	}
	if d.weighted([]float64{0, 0}) != -1 || d.poisson(0) != 0 || d.round(2) != 2 {
		t.Error("what is certain is not")
	}
}
