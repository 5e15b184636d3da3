package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testEmpty: a store without any release answers, with nothing.
func testEmpty(t *testing.T, su *suite) {
	s := su.open(t)
	r, err := s.Release(t.Context())
	if diff := cmp.Diff(graph.Release{}, r); diff != "" || err != nil {
		t.Errorf("release: %v, %s", err, diff)
	}
	if rs, err := s.Releases(t.Context()); err != nil || len(rs) != 0 {
		t.Errorf("releases: %v, %v", rs, err)
	}
	if js, err := s.Judgements(t.Context()); err != nil || len(js) != 0 {
		t.Errorf("judgements: %v, %v", js, err)
	}
	holds(t, s, graph.State{})
	_, err = s.Bundle(t.Context(), First().Report())
	fails(t, "bundle", err, graph.ErrNotFound)
	fails(t, "attach", s.Attach(t.Context(), First().Report(), First().Text), graph.ErrNotFound)
	for _, release := range []string{"1", "0", "0000000000000000", "latest", ""} {
		_, err = s.PastSnapshot(t.Context(), release)
		fails(t, "past snapshot "+release, err, graph.ErrNotFound)
	}
	_, _, err = s.Apply(t.Context(), graph.Change{Withdraw: []string{First().Report()}})
	fails(t, "withdraw", err, graph.ErrNotFound)
	if r, changed, err := s.Apply(t.Context(), graph.Change{By: "nobody"}); err != nil || changed || r.Number != 0 {
		t.Errorf("an empty change: release %d, changed %v, %v", r.Number, changed, err)
	}
}
