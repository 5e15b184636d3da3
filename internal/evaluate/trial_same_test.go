package evaluate

import (
	"math"
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestTrialsBeginAtThePublishedScores: what trials change is computed, unchanged, as the program does: S, C and A of every pair.
func TestTrialsBeginAtThePublishedScores(t *testing.T) {
	o := worlds(nil)
	o.Partnerships, o.Years = 1, 3
	w, err := synthetic(o, 0)
	if err != nil {
		t.Fatal(err)
	}
	v, err := w.newView(w.snapshot, 0)
	if err != nil {
		t.Fatal(err)
	}
	tied, near := 0, 0
	for _, x := range v.sights(v.activePairs()) {
		if s := published().score(x); math.Abs(s-x.facts.S) > 1e-9 {
			t.Errorf("S is %v, here %v", x.facts.S, s)
		}
		if c := published().context(x, inverse); math.Abs(c-x.facts.C) > 1e-9 {
			t.Errorf("C is %v, here %v", x.facts.C, c)
		}
		if a := inCommon(x, opportunity.Defaults(), inverse); math.Abs(a-x.near.InCommon) > 1e-9 {
			t.Errorf("A is %v, here %v", x.near.InCommon, a)
		}
		if x.facts.S > 0 {
			tied++
		}
		if x.near.InCommon > 0 {
			near++
		}
	}
	if tied < 3 || near < 3 {
		t.Errorf("%d pairs are tied and %d others have something in common: too few to see anything", tied, near)
	}
}

// TestTrialOrders: the first key that differs decides, and equal keys are ties.
func TestTrialOrders(t *testing.T) {
	of := func(band crosswalk.Band, s float64) *sight { return &sight{facts: crosswalk.Facts{Band: band, S: s}} }
	xs := []*sight{of(crosswalk.Emerging, 0.9), of(crosswalk.Strong, 0.1), of(crosswalk.Emerging, 0.9), of(crosswalk.Strong, 0.2)}
	got := trial{"", func(x *sight) []float64 { return []float64{band(x), x.facts.S} }}.order(xs)
	if !(got[3] > got[1] && got[1] > got[0] && got[0] == got[2]) {
		t.Errorf("%v", got)
	}
}

// TestListedAndInCommon: the list of new opportunities leaves out a pair with one thing in common; Ω of all pairs orders it before
// a pair with none, and the question of the listed ones does not ask for it.
func TestListedAndInCommon(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d", "e", "f")
	for _, theme := range []string{"one", "two"} {
		touch(w, "a", theme)
		touch(w, "b", theme)
	}
	touch(w, "c", "three")
	touch(w, "d", "three")
	v := viewOf(t, 0, w)
	pairs := []pair{{0, 1}, {2, 3}, {4, 5}}
	listed, omega := v.opportunities(pairs)
	if !slices.Equal(listed, []float64{1, 0, 0}) || !(omega[0] > omega[1] && omega[1] > omega[2] && omega[2] == 0) {
		t.Errorf("listed %v, Ω %v", listed, omega)
	}
	scores, labels := above(map[string][]float64{Opportunity: listed, InCommon: omega}, Opportunity, []bool{true, false, false})
	if !slices.Equal(labels, []bool{true}) || !slices.Equal(scores[InCommon], omega[:1]) {
		t.Errorf("of the listed ones: %v, %v", scores, labels)
	}
	if f := opportunity.OfGroups(v.ranking, opportunity.Defaults(), nil).Facts(3, 2); f.Level != "" || len(f.Supports) != 1 || f.Supports[0] != (opportunity.Support{Channel: "theme", Groups: 2}) || graph.Round12(f.NotYet) != 1 {
		t.Errorf("%+v", f)
	}
}
