package filestore_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
)

// merge is what bundles merge to.
func merge(t *testing.T, bs ...graph.Bundle) *graph.Graph {
	t.Helper()
	st, err := graph.State{}.Apply(graph.Change{Put: bs})
	if err != nil {
		t.Fatal(err)
	}
	g, err := st.Graph()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func release(t *testing.T, s *filestore.Store) graph.Release {
	t.Helper()
	r, err := s.Release(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func load(t *testing.T, s *filestore.Store, bs ...graph.Bundle) graph.Release {
	t.Helper()
	r, changed, err := s.Apply(t.Context(), graph.Change{Put: bs, By: "test"})
	if err != nil || !changed {
		t.Fatalf("load: changed %v, %v", changed, err)
	}
	return r
}
