package explore_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestOverviewReconciles: counts are those of the snapshot, and what changed is what the comparison lists.
func TestOverviewReconciles(t *testing.T) {
	s := both(t)
	o := explore.Summarise(s)
	entities, links, passages := 0, 0, 0
	for _, k := range o.Kinds {
		entities += k.Count
	}
	for _, l := range o.Links {
		links += l.Count
	}
	for _, r := range o.Reports {
		passages += r.Passages
	}
	if entities != s.NumEntities() || links != s.NumLinks() || passages != o.Passages || o.Evidence.Links != links || o.Evidence.Entities != entities-len(o.Reports) {
		t.Errorf("%d entities, %d links, %d passages; the snapshot holds %d, %d, %d", entities, links, passages, s.NumEntities(), s.NumLinks(), o.Passages)
	}
	if len(o.Evidence.EntitiesWithout) > 0 || o.Evidence.LinksWithout > 0 {
		t.Errorf("statements without a passage: %v, %d links", o.Evidence.EntitiesWithout, o.Evidence.LinksWithout)
	}
	appeared, gone := 0, 0
	for _, e := range compared(t, 2018, 2019).Entities {
		switch e.Change {
		case "appeared":
			appeared++
		case "not-mentioned":
			gone++
		}
	}
	if c := o.Changes; c == nil || c.From != 2018 || c.To != 2019 || c.Appeared != appeared || c.NotMentioned != gone {
		t.Errorf("changes are %+v; the comparison lists %d and %d", c, appeared, gone)
	}
}

// TestChangesOfOnePartnership: another partnership's editions are no earlier or later ones.
func TestChangesOfOnePartnership(t *testing.T) {
	other := func(year int) *graphtest.World {
		w := graphtest.NewWorld(year)
		w.Bundle.Report.Partnership = "partnership:other"
		w.Bundle.Entities[0].ID, w.Bundle.Passages[0].Chapter = "partnership:other", "partnership:other"
		return w
	}
	old, next := graphtest.NewWorld(2017, "a", "b"), graphtest.NewWorld(2019, "a", "c")
	for _, tc := range []struct {
		name string
		s    *graph.Snapshot
		want *explore.Changes
	}{
		{"one edition each", graphtest.Snapshot(t, old, other(2018)), nil},
		{"two of one", graphtest.Snapshot(t, old, other(2018), next), &explore.Changes{Partnership: "partnership:test", From: 2017, To: 2019, Appeared: 1, NotMentioned: 1}},
	} {
		got := explore.Summarise(tc.s).Changes
		if (got == nil) != (tc.want == nil) || got != nil && *got != *tc.want {
			t.Errorf("%s: %+v, want %+v", tc.name, got, tc.want)
		}
	}
}
