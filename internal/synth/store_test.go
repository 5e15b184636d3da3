package synth_test

import (
	"context"
	"os"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

func TestMain(m *testing.M) { os.Exit(graphtest.Main(m)) }

// store is what both stores do here.
type store interface {
	Apply(ctx context.Context, c graph.Change) (graph.Release, bool, error)
	Snapshot(ctx context.Context) (*graph.Snapshot, error)
	Close(ctx context.Context) error
}

// TestBothStoresHoldSyntheticPartnerships: editions of two partnerships load one at a time and come to the graph that their merge
// is, in the folder and in Neo4j.
func TestBothStoresHoldSyntheticPartnerships(t *testing.T) {
	o := synth.Defaults()
	o.Partnerships, o.Years, o.Groups, o.Institutions = 2, 2, 5, 60
	var bundles []graph.Bundle
	if err := synth.Each(t.Context(), o, func(b graph.Bundle) error { bundles = append(bundles, b); return nil }, nil); err != nil {
		t.Fatal(err)
	}
	merged, err := graph.Merge(bundles, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := merged.Digest().String()
	for name, open := range map[string]func(t *testing.T) (store, error){
		"folder": func(t *testing.T) (store, error) {
			return filestore.Open(t.Context(), t.TempDir(), filestore.Options{})
		},
		"Neo4j": func(t *testing.T) (store, error) { return neo4jstore.Open(t.Context(), graphtest.Neo4j(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			s, err := open(t)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = s.Close(context.Background()) })
			for _, b := range bundles {
				if _, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}}); err != nil {
					t.Fatal(err)
				}
			}
			snap, err := s.Snapshot(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if got := snap.Release().Digest; got != want || snap.NumLinks() != len(merged.Links) {
				t.Errorf("digest %s of %d links, want %s of %d", got, snap.NumLinks(), want, len(merged.Links))
			}
		})
	}
}
