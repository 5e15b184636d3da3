package service_test

import (
	"os"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestReplaced: a store that was replaced by one with as many releases, or more, is noticed, and the other's releases are
// answered no more; a store that only grew keeps what was read.
func TestReplaced(t *testing.T) {
	for _, loads := range []int{2, 3} {
		s := openFolder(t, graphtest.NewWorld(2018, "a", "b").Bundle, graphtest.NewWorld(2019, "a", "b").Bundle)
		snapshot(t, s.Service, "")
		old := snapshot(t, s.Service, "1")
		s.load(t, graphtest.NewWorld(2020, "a", "b").Bundle)
		if err := s.Refresh(t.Context()); err != nil || snapshot(t, s.Service, "1") != old {
			t.Errorf("after a load release 1 is read again: %v", err)
		}
		if err := os.RemoveAll(s.dir); err != nil {
			t.Fatal(err)
		}
		for year := range loads + 1 {
			s.load(t, graphtest.NewWorld(2030+year, "x", "y").Bundle)
		}
		if err := s.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		want, err := folder(t, s.dir).PastSnapshot(t.Context(), "1")
		if err != nil {
			t.Fatal(err)
		}
		if got := snapshot(t, s.Service, "1").Release(); got.ID() != want.Release().ID() {
			t.Errorf("replaced by a store of %d loads: release 1 is %s, the store says %s", loads+1, got.ID(), want.Release().ID())
		}
	}
}
