package graph

import (
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestKeptUnpacked: what a snapshot keeps unpacked is what unpacking gives, whatever was asked for before and by how many at once,
// and more things than there are places for.
func TestKeptUnpacked(t *testing.T) {
	const sessions = 3 << 13
	b := NewBuilder([]Report{{ID: "report:a", Partnership: "partnership:p", Work: "a", Year: 2018}})
	for i := range sessions {
		id := sessionID(i)
		b.AddEntity([]EntityStatement{{Report: "report:a", Entity: Entity{ID: id, Kind: Session, Name: Names{"en": id}}}})
	}
	s, err := b.Snapshot(Release{})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for worker := range 4 {
		all.Go(func() {
			for i := range sessions {
				at := (i*7919 + worker*101) % sessions
				if e := s.Entity(Node(at)); e.ID != sessionID(at) || e.Name["en"] != e.ID {
					t.Errorf("entity %d is %s, named %s", at, e.ID, e.Name["en"])
					return
				}
			}
		})
	}
	all.Wait()
	if a, b := s.Entity(5), s.Entity(5); a != b {
		t.Error("what was asked for last is unpacked again")
	}
}

// TestGraphUnpackedAnew: what is done to the graph of a snapshot leaves the snapshot as it is.
func TestGraphUnpackedAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{})
		before := s.Graph()
		for n := range s.NumEntities() {
			s.Entity(Node(n))
		}
		for e := range s.NumLinks() {
			s.Link(Edge(e))
		}
		spoiled := s.Graph()
		for i := range spoiled.Entities {
			clear(spoiled.Entities[i].Name)
			clear(spoiled.Entities[i].Properties)
		}
		for i := range spoiled.Links {
			clear(spoiled.Links[i].Properties)
		}
		if d := cmp.Diff(before, s.Graph()); d != "" {
			t.Fatal(d)
		}
		for i, e := range before.Entities {
			if d := cmp.Diff(e, *s.Entity(Node(i))); d != "" {
				t.Fatal(d)
			}
		}
	})
}

func sessionID(i int) string { return fmt.Sprintf("session:p:%06d", i) }
