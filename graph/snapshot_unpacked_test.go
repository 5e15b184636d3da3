package graph

import (
	"fmt"
	"strings"
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

// TestKeptWithinBytes: things kept stay within their bytes, however large each is; a snapshot with links left out and a view of an
// earlier year keep fewer. What is kept is counted by Size.
func TestKeptWithinBytes(t *testing.T) {
	long := strings.Repeat("a long name ", 1<<10)
	b := NewBuilder([]Report{{ID: "report:a", Partnership: "partnership:p", Work: "a", Year: 2018}, {ID: "report:b", Partnership: "partnership:p", Work: "b", Year: 2019}})
	const sessions = 1 << 10
	for i := range sessions {
		e := Entity{ID: sessionID(i), Kind: Session, Name: Names{"en": long + sessionID(i)}}
		b.AddEntity([]EntityStatement{{Report: "report:a", Entity: e}})
	}
	s, err := b.Snapshot(Release{})
	if err != nil {
		t.Fatal(err)
	}
	row := len(long)
	for name, x := range map[string]struct {
		s *Snapshot
		k keeping
	}{"whole": {s, keepsMany}, "links left out": {s.OnlyLinks(func(LinkStatement) bool { return false }), keepsFew}, "earlier year": {s.AsOf(2018), keepsFew}, "lean": {s.Lean(), keepsFew}} {
		before := x.s.Size()
		for range 2 {
			for n := range sessions {
				x.s.Entity(Node(n))
			}
		}
		kept, most := int(x.s.open.entities.bytes.Load()), max(x.k.bytes, sessions*row/x.k.share)
		if kept < most/2 || kept > most+row {
			t.Errorf("%s: %d bytes of rows are kept unpacked, of at most %d", name, kept, most)
		}
		if grown := x.s.Size() - before; grown != unpackedBytes*kept {
			t.Errorf("%s: %d bytes are kept, Size grew by %d", name, kept, grown)
		}
	}
}
