package crosswalk_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestRange: of 200 ranks the eleventh from either end.
func TestRange(t *testing.T) {
	ranks := make([]int, 200)
	for i := range ranks {
		ranks[i] = 200 - i
	}
	if got := crosswalk.Range(ranks); got != [2]int{11, 190} {
		t.Errorf("%v", got)
	}
	if got := crosswalk.Range([]int{7}); got != [2]int{7, 7} {
		t.Errorf("of one: %v", got)
	}
}

// TestIntervals: every ranked pair has one, the same each time, within the ranks that there are; drawn parameters stay in range.
func TestIntervals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		r := score(t, specs, 0)
		once, again := r.Intervals(), score(t, specs, 0).Intervals()
		for _, x := range all(t, r) {
			iv, other := r.Interval(once, x.Members[0].ID, x.Members[1].ID), r.Interval(again, x.Members[0].ID, x.Members[1].ID)
			switch {
			case (iv == nil) != (x.Rank == nil):
				t.Fatalf("%s: rank %v, interval %v", x.ID, x.Rank, iv)
			case iv != nil && (*iv != *other || iv[0] < 1 || iv[0] > iv[1] || iv[1] > len(once)):
				t.Fatalf("%s: intervals %v, %v of %d pairs", x.ID, *iv, *other, len(once))
			}
		}
		r.Draw(t.Context(), func(again *crosswalk.Ranking, _ func() float64) {
			for _, w := range again.Model().Parameters.Channel {
				if !(w.R > 0 && w.R <= 0.99 && w.H > 0) {
					t.Fatalf("drawn %+v", w)
				}
			}
		})
	})
}

// TestChance: shown with three shared institutions or more, of which a body that only repeats its part is none; q is p adjusted for
// the number of pairs.
func TestChance(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d")
	for _, n := range []string{"x", "y", "z"} {
		member(w, body(w, n, nil), "a", "b")
	}
	member(w, body(w, "u", nil), "c")
	member(w, body(w, "v", nil), "d")
	for _, n := range []string{"m", "n"} {
		member(w, body(w, n, nil), "c", "d")
	}
	link(w, "institution:m", graph.PartOf, body(w, "whole", nil), nil) // in c and d by its part alone
	r := rank(t, crosswalk.Options{}, w)
	if c := pairOf(t, r, "c", "d").Chance; c != nil {
		t.Errorf("two shared institutions: %+v", c)
	}
	c := pairOf(t, r, "a", "b").Chance
	if c == nil || c.Observed != 3 || !(c.P > 0 && c.P < 1) || c.Lift != graph.Round12(3/c.Expected) && c.Lift < 1 {
		t.Fatalf("three shared institutions: %+v", c)
	}
	if !(c.Q > c.P && c.Q <= 6*c.P+1e-9) {
		t.Errorf("q %v does not adjust p %v for six pairs", c.Q, c.P)
	}
}
