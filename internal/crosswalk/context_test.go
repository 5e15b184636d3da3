package crosswalk_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestBrokenOff: a ranking and its intervals end with their context, wherever they are, and are what they always are where it lasts.
func TestBrokenOff(t *testing.T) {
	m, err := crosswalk.NewModel(graphtest.Snapshot(t, graphtest.NewWorld(2018, "a", "b", "c", "d")), crosswalk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	whole := m.Rank()
	for _, tc := range []struct {
		what   string
		places int
		ask    func(context.Context) (any, error)
		want   any
	}{
		{"ranking", 7, func(ctx context.Context) (any, error) {
			r, err := m.RankContext(ctx)
			if err != nil {
				return nil, err
			}
			return r.List(crosswalk.Filter{Bands: crosswalk.Bands})
		}, must(whole.List(crosswalk.Filter{Bands: crosswalk.Bands}))},
		{"intervals", 170, func(ctx context.Context) (any, error) { return whole.IntervalsContext(ctx) }, whole.Intervals()},
	} {
		place, err := graphtest.BrokenOff(t.Context(), func(ctx context.Context) error {
			got, err := tc.ask(ctx)
			if err == nil && !cmp.Equal(got, tc.want) {
				t.Errorf("%s: %s", tc.what, cmp.Diff(tc.want, got))
			}
			return err
		})
		if err != nil || place < tc.places {
			t.Errorf("%s: broken off at place %d at the latest, %v", tc.what, place, err)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
