package opportunity_test

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestBrokenOff: what looks for opportunities ends with its context, wherever it is; the next who asks gets all.
func TestBrokenOff(t *testing.T) {
	r := ranked(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	fresh := func() *opportunity.Groups { return opportunity.OfGroups(r, opportunity.Defaults(), nil) }
	g := fresh()
	for _, tc := range []struct {
		what   string
		places int
		ask    func(context.Context) error
	}{
		{"pairs", 8, func(ctx context.Context) error { return g.Prepare(ctx, 2) }},
		{"triples", 25, func(ctx context.Context) error { return g.Prepare(ctx, 3) }},
		{"intervals", 170, func(ctx context.Context) error { _, err := g.IntervalsContext(ctx, 2); return err }},
		{"institutions", 100, func(ctx context.Context) error {
			_, err := opportunity.OfInstitutionsContext(ctx, r, opportunity.Defaults(), nil)
			return err
		}},
	} {
		place, err := graphtest.BrokenOff(t.Context(), tc.ask)
		if err != nil || place < tc.places {
			t.Errorf("%s: broken off at place %d at the latest, %v", tc.what, place, err)
		}
	}
	for _, size := range []int{2, 3} {
		got, err := g.List(opportunity.Query{Size: size})
		want, whole := fresh().List(opportunity.Query{Size: size})
		if err != nil || whole != nil || !cmp.Equal(got, want) {
			t.Errorf("opportunities of %d after many were broken off: %v, %v\n%s", size, err, whole, cmp.Diff(want, got))
		}
	}
	if err := g.Prepare(t.Context(), 4); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("opportunities of four: %v", err)
	}
}
