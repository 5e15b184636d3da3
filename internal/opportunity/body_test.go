package opportunity_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// shareTwo is a Canadian and a Mexican agency that take part in two groups, and a part of the first.
func shareTwo() *graphtest.World {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	for id, country := range map[string]string{"institution:north": "CA", "institution:part": "CA", "institution:south": "MX"} {
		w.Entity(id, graph.Properties{"country": country, "type": "agency"}, w.Passage(graphtest.GroupID("a")))
	}
	w.Link("institution:part", graph.PartOf, "institution:north", nil, w.Passage(graphtest.GroupID("a")))
	for _, g := range []string{"a", "b"} {
		for _, id := range []string{"institution:north", "institution:south"} {
			w.Link(id, graph.ParticipatesIn, graphtest.GroupID(g), graph.Properties{"role": "participant"}, w.Passage(graphtest.GroupID(g)))
		}
	}
	return w
}

const northSouth = "opportunity:institution:north~institution:south"

func bodyList(t *testing.T, w *graphtest.World) string {
	t.Helper()
	b := opportunity.OfInstitutions(ranked(t, w.Bundle), opportunity.Defaults(), nil)
	o, err := b.Get(northSouth)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := b.Get("opportunity:institution:south~institution:north"); err != nil || again.ID != o.ID {
		t.Errorf("in the other order it is %q, %v", again.ID, err)
	}
	return o.Kind
}

// TestCoChairingIsWorkingTogether: two that co-chair one group work together, also where a part of one does.
func TestCoChairingIsWorkingTogether(t *testing.T) {
	if kind := bodyList(t, shareTwo()); kind != opportunity.New {
		t.Errorf("without a co-chair it is %s", kind)
	}
	for _, chairs := range [][]string{{"institution:north", "institution:south"}, {"institution:part", "institution:south"}} {
		w := shareTwo()
		for i, id := range chairs {
			w.Link(id, graph.CoChairs, graphtest.GroupID("c"), graph.Properties{"side": []string{"CA", "MX"}[i]}, w.Passage(graphtest.GroupID("c")))
		}
		if kind := bodyList(t, w); kind != opportunity.Deepen {
			t.Errorf("co-chaired by %v it is %s", chairs, kind)
		}
	}
	w := shareTwo()
	w.Link("institution:part", graph.CoChairs, graphtest.GroupID("c"), graph.Properties{"side": "CA"}, w.Passage(graphtest.GroupID("c")))
	if kind := bodyList(t, w); kind != opportunity.New {
		t.Errorf("co-chaired by one alone it is %s", kind)
	}
}
