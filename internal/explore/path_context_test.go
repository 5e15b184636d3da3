package explore_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestPathsBrokenOff: a search for paths ends with its context, wherever it is, rather than answer a part.
func TestPathsBrokenOff(t *testing.T) {
	s := graphtest.Snapshot(t, graphtest.NewWorld(2018, "a", "b", "c"))
	q := explore.PathQuery{From: graphtest.GroupID("a"), To: graphtest.GroupID("b"), Types: nil}
	want, err := explore.FindPaths(s, q)
	if err != nil {
		t.Fatal(err)
	}
	place, err := graphtest.BrokenOff(t.Context(), func(ctx context.Context) error {
		got, err := explore.FindPathsContext(ctx, s, q)
		if err == nil && !cmp.Equal(got, want) {
			t.Error(cmp.Diff(want, got))
		}
		return err
	})
	if err != nil || place < 2 {
		t.Errorf("broken off at place %d at the latest, %v", place, err)
	}
}
