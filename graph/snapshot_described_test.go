package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// What is told of an entity without its evidence is what is told with it, whoever states it, as of any year.
func TestDescribedIsTheEntityWithoutEvidence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		whole := NewSnapshot(g, Release{})
		for _, s := range []*Snapshot{whole, whole.AsOf(2018), whole.Lean()} {
			for n := range s.NumEntities() {
				want := s.Entity(Node(n)).Entity
				want.Evidence = nil
				for range 2 { // unpacked, then kept
					if diff := cmp.Diff(want, *s.Described(Node(n))); diff != "" {
						t.Fatalf("%s:\n%s", s.ID(Node(n)), diff)
					}
				}
			}
		}
	})
}
