package neo4jstore_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// open opens an empty store of the test's own.
func open(t *testing.T, change ...func(*neo4jstore.Config)) *neo4jstore.Store {
	t.Helper()
	cfg := graphtest.Neo4j(t)
	for _, f := range change {
		f(&cfg)
	}
	return reopen(t, cfg)
}

func reopen(t *testing.T, cfg neo4jstore.Config) *neo4jstore.Store {
	t.Helper()
	s, err := neo4jstore.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := s.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return s
}

func put(t *testing.T, s *neo4jstore.Store, bs ...graph.Bundle) graph.Release {
	t.Helper()
	r, changed, err := s.Apply(t.Context(), graph.Change{Put: bs, By: "test"})
	if err != nil || !changed {
		t.Fatalf("load: changed %v, %v", changed, err)
	}
	return r
}

// same holds what the store reads against what Merge says of the same bundles.
func same(t *testing.T, s *neo4jstore.Store, js []graph.Judgement, bs ...graph.Bundle) *graph.Snapshot {
	t.Helper()
	want, err := graph.Merge(bs, js)
	if err != nil {
		t.Fatal(err)
	}
	snap, err := s.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := snap.Graph().Digest(); got != want.Digest() {
		t.Errorf("digest %v, want %v", got, want.Digest())
	}
	if diff := cmp.Diff(want, snap.Graph()); diff != "" {
		t.Errorf("the graph differs from Merge's (-want +got):\n%.4000s", diff)
	}
	return snap
}

func TestEditionsComeBackExactly(t *testing.T) {
	s := open(t)
	b18, b19 := graphtest.Edition2018(t).Canonical(), graphtest.Edition2019(t).Canonical()
	began := time.Now()
	put(t, s, b18)
	t.Logf("first load %v", time.Since(began))
	same(t, s, nil, b18)
	began = time.Now()
	put(t, s, b19)
	t.Logf("second load %v", time.Since(began))
	same(t, s, nil, b18, b19)
	if _, _, err := s.Apply(t.Context(), graph.Change{Withdraw: []string{b18.Report.ID}}); err != nil {
		t.Fatal(err)
	}
	same(t, s, nil, b19)
}

// store is what tests of whole loads need.
type store interface {
	Apply(ctx context.Context, c graph.Change) (graph.Release, bool, error)
	Snapshot(ctx context.Context) (*graph.Snapshot, error)
}

func contains(err error, words string) bool {
	return err != nil && strings.Contains(err.Error(), words)
}
