package crosswalk_test

import (
	"math"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// workedWorld holds the events of the worked examples of the method: what the 2018 report tells of five pairs.
func workedWorld() *graphtest.World {
	w := graphtest.NewWorld(2018, "agri", "creativity", "energy", "environment", "forestry", "human", "mining", "trade")
	w.Project("consultation", "proposed", "energy", "environment", "mining")
	w.Session("clean", "proposed", nil, "energy", "environment", "mining", "trade")
	w.Session("finance", "proposed", nil, "energy", "environment")
	w.Session("talent", "held", graph.Properties{"start": "2018-10-11", "recurring": true}, "energy", "human")
	w.Session("talent-earlier", "held", graph.Properties{"dated": false}, "energy", "human")
	w.Session("culture", "held", graph.Properties{"start": "2018-10-11"}, "creativity", "trade")
	w.Commitment("close-work", "agreed", "creativity", "trade")
	w.Commitment("share-lists", "agreed", "creativity", "trade")
	w.Session("standards-earlier", "held", graph.Properties{"dated": false}, "environment", "mining")
	w.Commitment("standards", "possible", "environment", "mining")
	return w
}

// TestWorkedExamples holds the scores that the method's worked examples give.
func TestWorkedExamples(t *testing.T) {
	r := rank(t, crosswalk.Options{}, workedWorld())
	for _, tc := range []struct {
		a, b  string
		score float64
		band  crosswalk.Band
	}{
		{"energy", "environment", 0.170, crosswalk.Emerging},
		{"energy", "human", 0.450, crosswalk.Strong},
		{"creativity", "trade", 0.432, crosswalk.Strong},
		{"environment", "mining", 0.283, crosswalk.Established},
		{"energy", "mining", 0.080, crosswalk.Emerging},
		{"agri", "forestry", 0, crosswalk.None},
	} {
		x := pairOf(t, r, tc.a, tc.b)
		if math.Abs(*x.Score-tc.score) > 0.0005 || x.Band != tc.band {
			t.Errorf("%s with %s: score %.4f, %s; the worked example says %.3f, %s", tc.a, tc.b, *x.Score, x.Band, tc.score, tc.band)
		}
	}
}
