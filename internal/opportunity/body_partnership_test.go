package opportunity_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// TestInstitutionsOfAPartnership: the list of a partnership holds bodies that its own editions name, and no other's.
func TestInstitutionsOfAPartnership(t *testing.T) {
	o := synth.Defaults()
	o.Partnerships, o.Years, o.Institutions = 2, 1, 60
	var bundles []graph.Bundle
	keep := func(b graph.Bundle) error { bundles = append(bundles, b); return nil }
	if err := synth.Each(t.Context(), o, keep, func(synth.Truth) error { return nil }); err != nil {
		t.Fatal(err)
	}
	g, err := graph.Merge(bundles, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := graph.NewSnapshot(g, graph.Release{})
	for _, b := range bundles {
		named := map[string]bool{}
		for _, e := range b.Entities {
			named[e.ID] = true
		}
		m, err := crosswalk.NewModel(s, crosswalk.Options{Partnership: b.Report.Partnership})
		if err != nil {
			t.Fatal(err)
		}
		list, err := opportunity.OfInstitutions(m.Rank(), opportunity.Defaults(), nil).List("", "")
		if err != nil || len(list) == 0 {
			t.Fatalf("%s: %d opportunities, %v", b.Report.Partnership, len(list), err)
		}
		for _, x := range list {
			for _, body := range x.Members {
				if !named[body.ID] {
					t.Errorf("%s: %s is named by no edition of it", x.ID, body.ID)
				}
			}
		}
	}
}
