package neo4jstore_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// Whatever is loaded, replaced, withdrawn and judged, in whatever order: the store holds what Merge says, and each load's
// delta is what Diff says of the whole graphs, though the store merges only what a change can touch.
func TestStoreHoldsWhatMergeSays(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s, driver := reopen(t, cfg), driverOf(t, cfg)
	rapid.Check(t, func(rt *rapid.T) {
		if err := s.Clear(t.Context()); err != nil {
			rt.Fatal(err)
		}
		var state graph.State
		for range rapid.IntRange(1, 4).Draw(rt, "loads") {
			state = loadDrawn(rt, t, s, state)
			holdsLabels(rt, t, driver, state)
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
		c.Judge = []graph.Judgement{{A: "theme:e0", B: rapid.SampledFrom([]string{"theme:e1", "theme:e2"}).Draw(rt, "b"), Verdict: verdict,
			At: fmt.Sprintf("2020-01-%02d", len(state.Judgements)+1)}}
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

// holdsLabels checks what no digest covers and Cypher relies on: the label of each kind, and where EVIDENCED_BY leads.
func holdsLabels(rt *rapid.T, t *testing.T, driver neo4j.DriverWithContext, state graph.State) {
	g, err := state.Graph()
	if err != nil {
		rt.Fatal(err)
	}
	want := map[string][]string{}
	for _, e := range g.Entities {
		want[e.ID] = append([]string{string(e.Kind)}, slices.Sorted(slices.Values(e.Evidence))...)
	}
	result, err := neo4j.ExecuteQuery(t.Context(), driver, `MATCH (n:Entity) OPTIONAL MATCH (n)-[:EVIDENCED_BY]->(p:Passage) WITH n, p ORDER BY p.id
		WITH n, collect(p.id) AS passages RETURN n.id AS id, [l IN labels(n) WHERE l <> 'Entity'] + passages AS all`, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		rt.Fatal(err)
	}
	got := map[string][]string{}
	for _, r := range result.Records {
		for _, v := range r.AsMap()["all"].([]any) {
			id := r.AsMap()["id"].(string)
			got[id] = append(got[id], v.(string))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		rt.Fatalf("labels and evidence: -want +database:\n%s", diff)
	}
}
