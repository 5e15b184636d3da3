package explore_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// connectorWorld has institutions in one group, two and three, a coordinator of the partnership, and a body without a name.
func connectorWorld() *graphtest.World {
	w := graphtest.NewWorld(2018, "a", "b", "c")
	p := w.Passage("partnership:test")
	for id, props := range map[string]graph.Properties{
		"institution:one": {"country": "CA"}, "institution:zeta": {"country": "MX", "type": "agency"}, "institution:eta": {"country": "CA"},
		"institution:ministry": {"country": "CA"}, "institution:described": {"named": false},
	} {
		w.Entity(id, props, p)
	}
	for i := range w.Bundle.Entities {
		switch e := &w.Bundle.Entities[i]; e.ID {
		case "institution:zeta":
			e.Name = graph.Names{"en": "Zeta", "es": "Agencia"}
		case "institution:eta":
			e.Name = graph.Names{"en": "Éta", "es": "Órgano"}
		}
	}
	part := func(z string, groups ...string) {
		for _, g := range groups {
			w.Link("institution:"+z, graph.ParticipatesIn, graphtest.GroupID(g), graph.Properties{"role": "participant"}, w.Passage(graphtest.GroupID(g)))
		}
	}
	part("one", "a")
	part("zeta", "a", "b", "c")
	part("eta", "a", "b")
	part("ministry", "a", "b", "c")
	part("described", "a", "b")
	w.Link("institution:eta", graph.CoChairs, graphtest.GroupID("a"), graph.Properties{"side": "CA"}, w.Bundle.Links[len(w.Bundle.Links)-1].Evidence[0])
	w.Link("institution:ministry", graph.CoChairs, "partnership:test", graph.Properties{"side": "CA"}, p)
	told := w.Project("joint", "done", "a", "b")
	w.Link("institution:zeta", graph.InvolvedIn, "project:test:joint", graph.Properties{"role": "lead"}, told)
	slices.SortFunc(w.Bundle.Entities, func(x, y graph.Entity) int { return strings.Compare(x.ID, y.ID) })
	return w
}

// TestConnectors: institutions in several groups, alphabetical in the language asked for, never ranked, with each passage once and
// the links that depend on them alone; coordinators and bodies without a name are left out.
func TestConnectors(t *testing.T) {
	r := ranked(t, graphtest.Snapshot(t, connectorWorld()), 0)
	for _, tc := range []struct {
		min  int
		lang string
		want string
	}{{0, "en", "eta zeta"}, {2, "es", "zeta eta"}, {3, "en", "zeta"}, {4, "en", ""}, {-1, "xx-bad-language", "eta zeta"}} {
		got := explore.Connectors(r, tc.min, tc.lang)
		var ids []string
		for _, c := range got {
			ids = append(ids, strings.TrimPrefix(c.Institution.ID, "institution:"))
		}
		if strings.Join(ids, " ") != tc.want {
			t.Errorf("in at least %d groups, by %s: %v; want %s", tc.min, tc.lang, ids, tc.want)
		}
	}
	got := explore.Connectors(r, 2, "en")
	eta, zeta := got[0], got[1]
	if len(eta.Groups) != 2 || len(eta.Passages) != 3 || len(eta.LinksOfOne) != 0 {
		t.Errorf("eta: %+v", eta)
	}
	if zeta.Country != "MX" || zeta.Type != "agency" || len(zeta.Groups) != 3 || !slices.Equal(zeta.LinksOfOne, []string{"crosswalk:group:test:a~group:test:b"}) {
		t.Errorf("zeta: %+v", zeta)
	}
	for _, c := range got {
		if !slices.IsSorted(c.Passages) || len(slices.Compact(slices.Clone(c.Passages))) != len(c.Passages) {
			t.Errorf("%s: passages %v repeat", c.Institution.ID, c.Passages)
		}
	}
}
