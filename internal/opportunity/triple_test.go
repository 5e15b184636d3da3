package opportunity_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestTripleKinds: a triple that an event holds together is deepen where it took place, follow-up where it is to come or
// a cross-reference tells of it, else it is named by how many of its pairs have a link.
func TestTripleKinds(t *testing.T) {
	seen := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		d := drawCrowd(t)
		r := d.ranking(t)
		for _, o := range list(t, opportunity.OfGroups(r, opportunity.Defaults(), nil), 3) {
			done, told := false, false
			for _, e := range d.events {
				switch {
				case !holdsAll(e, names(o)) || e.Status == "dropped":
				case e.Kind == "reference":
					told = told || e.Tells != "none" || announced(d.events, names(o))
				default:
					told = true
					done = done || slices.Contains([]string{"held", "running", "done"}, e.Status)
				}
			}
			linked := 0
			for i := range 3 {
				if x, _ := r.Pair(o.Members[i].ID, o.Members[(i+1)%3].ID); *x.Score > 0 {
					linked++
				}
			}
			want := []string{opportunity.NewTable, opportunity.ExtendAPair, opportunity.CloseTheTriangle, opportunity.NeverAllTogether}[linked]
			switch {
			case done:
				want = opportunity.Deepen
			case told:
				want = opportunity.FollowUp
			}
			if o.Kind != want {
				t.Fatalf("%s is %s; %d pairs linked, together done %v, told %v: %s", o.ID, o.Kind, linked, done, told, want)
			}
			seen[o.Kind]++
		}
	})
	for _, k := range []string{opportunity.NewTable, opportunity.ExtendAPair, opportunity.CloseTheTriangle, opportunity.NeverAllTogether, opportunity.FollowUp, opportunity.Deepen} {
		if seen[k] == 0 {
			t.Errorf("no drawn world had a triple of kind %s", k)
		}
	}
}

// TestTripleScore: what three groups do together does not depend on what two of them do, nor on which stand first.
func TestTripleScore(t *testing.T) {
	world := func(order ...string) float64 {
		w := graphtest.NewWorld(2018, graphtest.GroupNames...)
		p := w.Session("two", "agreed", nil, order[0], order[1])
		w.Entity("commitment:test:three", graph.Properties{"status": "open", "firmness": "agreed"}, p)
		for _, g := range order {
			w.Link(graphtest.GroupID(g), graph.CommitsTo, "commitment:test:three", nil, p)
		}
		w.Link("commitment:test:three", graph.Concerns, "session:test:two", nil, p)
		r := ranked(t, w.Bundle)
		all := list(t, opportunity.OfGroups(r, opportunity.Defaults(), nil), 3)
		if len(all) != 1 || all[0].Kind != opportunity.FollowUp {
			t.Fatalf("the fixture has %d triples", len(all))
		}
		return all[0].Factors.NotYet
	}
	got := map[string]float64{}
	for _, order := range [][]string{{"a", "b", "c"}, {"b", "c", "a"}, {"a", "c", "b"}} {
		got[fmt.Sprint(order)] = world(order...)
	}
	for order, g := range got {
		if g >= 1 || g != got["[a b c]"] {
			t.Errorf("the commitment of three leaves G of %s at %v: %v", order, g, got)
		}
	}
}
