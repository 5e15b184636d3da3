package service_test

import (
	"errors"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestModelsByOptions: one ranking for what asks for the same, bases in any order and defaults spelt out; another for anything else;
// errors are not kept.
func TestModelsByOptions(t *testing.T) {
	s := openFolder(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	snap := snapshot(t, s.Service, "")
	ranking := func(o crosswalk.Options) *crosswalk.Ranking {
		r, err := s.Ranking(snap, o)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	defaults, custom := crosswalk.Defaults(), crosswalk.Defaults()
	custom.HalfLife = 4
	plain := ranking(crosswalk.Options{})
	if ranking(crosswalk.Options{Parameters: &defaults}) != plain {
		t.Error("defaults spelt out make another ranking")
	}
	if ranking(crosswalk.Options{Bases: []graph.Basis{graph.Stated, graph.Inferred}}) != ranking(crosswalk.Options{Bases: []graph.Basis{graph.Inferred, graph.Stated}}) {
		t.Error("the order of bases makes two rankings")
	}
	for _, o := range []crosswalk.Options{{Parameters: &custom}, {MinConfidence: 0.5}, {AsOf: 2018}, {Bases: []graph.Basis{graph.Stated}}} {
		if ranking(o) == plain {
			t.Errorf("%+v is answered as the defaults are", o)
		}
	}
	for range 2 {
		if _, err := s.Ranking(snap, crosswalk.Options{Partnership: "partnership:x"}); !errors.Is(err, graph.ErrNotFound) {
			t.Errorf("an unknown partnership: %v", err)
		}
	}
	if _, err := s.GroupIntervals(snap, crosswalk.Options{}, 4); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("opportunities of four: %v", err)
	}
}
