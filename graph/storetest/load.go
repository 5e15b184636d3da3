package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testLoad: the first load makes release 1, and the same bundle again changes nothing.
func testLoad(t *testing.T, su *suite) {
	s := su.open(t)
	b := First().Bundle
	r := put(t, s, b)
	want := graph.Release{Number: 1, By: "storetest", Digest: merged(t, loaded(t, b)).Digest().String(), Bundles: []graph.BundleRef{{Report: b.Report.ID, Hash: b.Hash()}},
		Counts: graph.Diff(&graph.Graph{}, merged(t, loaded(t, b))).Counts, LoadID: r.LoadID, Time: r.Time}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("the release (-want +got):\n%s", diff)
	}
	if len(r.LoadID) != 32 || r.Time.IsZero() || r.Time.Location() != time.UTC || r.Time.Nanosecond() != 0 {
		t.Errorf("load id %q, time %v: want 128 bits in hex, UTC in whole seconds", r.LoadID, r.Time)
	}
	holds(t, s, loaded(t, b))
	again, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b.Canonical()}, By: "another"})
	if err != nil || changed {
		t.Errorf("the same bundle again: changed %v, %v", changed, err)
	}
	if diff := cmp.Diff(r, again); diff != "" {
		t.Errorf("the same bundle again gives another release:\n%s", diff)
	}
	if rs, err := s.Releases(t.Context()); err != nil || len(rs) != 1 {
		t.Errorf("%d releases, %v", len(rs), err)
	}
}
