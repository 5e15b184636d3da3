package opportunity_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// told is what both editions, or the first alone, tell, as one bundle.
func told(old, now graph.Bundle, asOf int) graph.Bundle {
	if asOf < now.Report.Year {
		return old
	}
	return graph.Bundle{Entities: slices.Concat(old.Entities, now.Entities), Links: slices.Concat(old.Links, now.Links)}
}

// TestEditions holds the opportunities of the packaged edition, and of it with the fictional one, to what must be true of all:
// passages resolve and tell of no joint work, follow-ups show what is proposed, and the order of loading does not matter.
func TestEditions(t *testing.T) {
	old, now := graphtest.Edition2018(t), graphtest.Edition2019(t)
	for _, asOf := range []int{2018, 2019} {
		var answers []string
		for _, order := range [][]graph.Bundle{{old, now}, {now, old}} {
			m, err := crosswalk.NewModel(graphtest.Merged(t, order...), crosswalk.Options{AsOf: asOf})
			if err != nil {
				t.Fatal(err)
			}
			r := m.Rank()
			g := opportunity.OfGroups(r, opportunity.Defaults(), nil)
			all := slices.Concat(list(t, g, 2), list(t, g, 3))
			if len(all) < 5 {
				t.Errorf("as of %d there are %d opportunities", asOf, len(all))
			}
			for _, o := range all {
				checkEdition(t, m.Snapshot(), told(old, now, asOf), o)
			}
			bodies, err := opportunity.OfInstitutions(r, opportunity.Defaults(), nil).List("", "")
			if err != nil || len(bodies) == 0 {
				t.Errorf("as of %d there are %d opportunities of institutions, %v", asOf, len(bodies), err)
			}
			b, err := json.Marshal([]any{all, bodies, g.CommonGround()})
			if err != nil {
				t.Fatal(err)
			}
			answers = append(answers, string(b))
		}
		if answers[0] != answers[1] {
			t.Errorf("as of %d the order of loading changes the answers", asOf)
		}
	}
}

func checkEdition(t *testing.T, s *graph.Snapshot, b graph.Bundle, o opportunity.Opportunity) {
	t.Helper()
	var members []string
	for _, m := range o.Members {
		members = append(members, m.ID)
	}
	joint := jointLines(b, members)
	for _, i := range supports(o) {
		for _, p := range i.Passages {
			if joint[p] {
				t.Errorf("%s: %s argues for %s and tells of joint work", o.ID, p, i.Entity)
			}
		}
	}
	for _, p := range o.Evidence {
		if _, ok := s.Passage(p); !ok {
			t.Errorf("%s rests on %s, which is no passage", o.ID, p)
		}
	}
	if o.Kind == opportunity.FollowUp && len(o.NextSteps) == 0 && !saysSo(o) {
		t.Errorf("%s is a follow-up and shows no proposal", o.ID)
	}
}
