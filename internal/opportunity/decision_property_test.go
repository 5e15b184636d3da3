package opportunity_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

func listedUnder(t graphtest.Fataler, d drawn, decisions opportunity.Decisions, id string) bool {
	g := opportunity.OfGroups(d.ranking(t), opportunity.Defaults(), decisions)
	return slices.ContainsFunc(list(t, g, strings.Count(id, "~")+1), func(o opportunity.Opportunity) bool { return o.ID == id })
}

// TestDismissedStaysAway: what was dismissed stays away, whatever others come to touch and whatever is withdrawn, until a new
// passage supports it; what was accepted stays listed with its decision.
func TestDismissedStaysAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawCrowd(t)
		all := list(t, d.groups(t), 2)
		if len(all) == 0 {
			t.Skip()
		}
		o := rapid.SampledFrom(all).Draw(t, "which")
		put := func(verdict string) opportunity.Decisions {
			return opportunity.Decisions{o.ID: {ID: o.ID, Verdict: verdict, Reason: "not now", Evidence: o.Evidence}}
		}
		if listedUnder(t, d, put("dismiss"), o.ID) {
			t.Fatalf("%s was dismissed and is listed", o.ID)
		}
		if !listedUnder(t, d, put("accept"), o.ID) {
			t.Fatalf("%s was accepted and is not listed", o.ID)
		}
		others, fewer := d.common, d.common
		others.Touches = append(slices.Clone(others.Touches), graphtest.Touch{Theme: rapid.SampledFrom(graphtest.ThemeNames).Draw(t, "theme"), Group: "f", Stance: "touches", At: 400, Via: "group"})
		if listedUnder(t, tell(d.events, others), put("dismiss"), o.ID) {
			t.Fatalf("%s came back because another group touches a theme", o.ID)
		}
		fewer.Touches = slices.Clone(fewer.Touches)[:rapid.IntRange(0, len(fewer.Touches)).Draw(t, "kept")]
		if listedUnder(t, tell(d.events, fewer), put("dismiss"), o.ID) {
			t.Fatalf("%s came back because less is told", o.ID)
		}
		for _, i := range supports(o) {
			more := d.common
			more.Touches = append(slices.Clone(more.Touches), graphtest.Touch{Theme: strings.TrimPrefix(i.Entity, "theme:"), Group: names(o)[0], Stance: "touches", At: 401, Via: "group"})
			if !listedUnder(t, tell(d.events, more), put("dismiss"), o.ID) {
				t.Fatalf("%s stays away although a new passage supports %s", o.ID, i.Entity)
			}
		}
	})
}
