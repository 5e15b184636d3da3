package neo4jstore_test

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Whatever is loaded, replaced, withdrawn and judged, in whatever order: the store holds what Merge says, and each load's
// delta is what Diff says of the whole graphs, though the store merges only what a change can touch.
func TestStoreHoldsWhatMergeSays(t *testing.T) {
	s := open(t)
	rapid.Check(t, func(rt *rapid.T) {
		if err := s.Clear(t.Context()); err != nil {
			rt.Fatal(err)
		}
		var state graph.State
		for range rapid.IntRange(1, 4).Draw(rt, "loads") {
			state = loadDrawn(rt, t, s, state)
		}
	})
}

func loadDrawn(rt *rapid.T, t *testing.T, s store, state graph.State) graph.State {
	c := graph.Change{By: "rapid"}
	for n := range 3 {
		id := []string{"report:cmp-2018", "report:cmp-2019", "report:cmp-2020"}[n]
		_, loaded := state.Bundles[id]
		switch rapid.IntRange(0, 3).Draw(rt, "do") {
		case 0, 1:
			c.Put = append(c.Put, drawn(rt, n))
		case 2:
			if loaded {
				c.Withdraw = append(c.Withdraw, id)
			}
		}
	}
	if rapid.IntRange(0, 4).Draw(rt, "judge") == 0 {
		verdict := rapid.SampledFrom(graph.Verdicts).Draw(rt, "verdict")
		c.Judge = []graph.Judgement{{A: "theme:e0", B: rapid.SampledFrom([]string{"theme:e1", "theme:e2"}).Draw(rt, "b"), Verdict: verdict, At: "2020-01-01"}}
	}
	next, err := state.Apply(c)
	if err != nil {
		rt.Fatal(err)
	}
	before, err := state.Graph()
	if err != nil {
		rt.Fatal(err)
	}
	after, wantErr := next.Graph()
	r, _, err := s.Apply(t.Context(), c)
	if wantErr != nil {
		if !errors.Is(err, graph.ErrInvalid) {
			rt.Fatalf("%v, want %v", err, wantErr)
		}
		return state
	}
	if err != nil {
		rt.Fatal(err)
	}
	want := graph.Diff(before, after)
	if r.Number > 0 && r.Digest != want.Digest.String() {
		rt.Fatalf("digest %s, want %s", r.Digest, want.Digest)
	}
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		rt.Fatal(err)
	}
	if diff := cmp.Diff(after, snap.Graph()); diff != "" {
		rt.Fatalf("-merge +store:\n%s", diff)
	}
	if !want.Empty() {
		if diff := cmp.Diff(want.Counts, r.Counts); diff != "" {
			rt.Fatalf("counts: -diff +store:\n%s", diff)
		}
	}
	ids := slices.Sorted(maps.Keys(next.Bundles))
	if len(ids) != len(r.Bundles) {
		rt.Fatalf("release refers to %v, want %v", r.Bundles, ids)
	}
	return next
}
