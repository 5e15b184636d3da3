package evaluate

import (
	"math"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func viewOf(t *testing.T, asOf int, ws ...*graphtest.World) *view {
	t.Helper()
	s := graphtest.Snapshot(t, ws...)
	v, err := world{partnership: "partnership:test"}.newView(s, asOf)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// touch makes a group address a theme in a paragraph of its own.
func touch(w *graphtest.World, group, theme string) {
	p := w.Passage(graphtest.GroupID(group))
	w.Entity("theme:"+theme, nil, p)
	w.Link(graphtest.GroupID(group), graph.Addresses, "theme:"+theme, graph.Properties{"stance": "touches"}, p)
}

// partner makes an institution take part in a group.
func partner(w *graphtest.World, group, institution string) {
	p := w.Passage(graphtest.GroupID(group))
	w.Entity("institution:"+institution, graph.Properties{"type": "agency", "country": "CA"}, p)
	w.Link("institution:"+institution, graph.ParticipatesIn, graphtest.GroupID(group), graph.Properties{"role": "participant"}, p)
}

// TestBaselinesByHand: two groups with three and two things, two of them in common, of which one belongs to three groups.
func TestBaselinesByHand(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c")
	for _, g := range []string{"a", "b", "c"} {
		touch(w, g, "wide")
	}
	touch(w, "a", "alone")
	partner(w, "a", "x")
	partner(w, "b", "x")
	w.Session("old", "held", graph.Properties{"start": "2010", "dated": true}, "a", "b")
	w.Project("p", "running", "a", "b", "c")
	w.Commitment("no", "planned", "a")
	got := viewOf(t, 0, w).baselines(pair{0, 1})
	for method, want := range map[string]float64{Size: 3 * 2, Common: 2, Jaccard: 2.0 / 3, Resource: 1.0/2 + 1.0/3, Association: 2.0 / 6, Persistence: 2, Promises: 0, Count: 2} {
		if math.Abs(got[method]-want) > 1e-9 {
			t.Errorf("%s is %v, want %v", method, got[method], want)
		}
	}
}

// TestPersistenceIsOfTheNewestEdition: what the newest edition no longer tells counts only as an event of all editions.
func TestPersistenceIsOfTheNewestEdition(t *testing.T) {
	first, second := graphtest.NewWorld(2018, "a", "b"), graphtest.NewWorld(2019, "a", "b")
	first.Session("s", "held", graph.Properties{"start": "2018", "dated": true}, "a", "b")
	first.Project("p", "running", "a", "b")
	second.Project("p", "planned", "a", "b")
	got := viewOf(t, 0, first, second).baselines(pair{0, 1})
	if got[Persistence] != 1 || got[Promises] != 1 || got[Count] != 2 {
		t.Errorf("persistence %v, promises %v, count %v", got[Persistence], got[Promises], got[Count])
	}
}

// TestOurOrders: the published order goes by band first, the score alone does not.
func TestOurOrders(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d")
	w.Session("held", "held", graph.Properties{"start": "2000", "dated": true}, "a", "b") // established, but long ago
	w.Project("planned", "planned", "c", "d")                                             // emerging
	s := viewOf(t, 0, w).scores([]pair{{0, 1}, {2, 3}, {0, 2}, {0, 3}})
	if c := s[Crosswalk]; !(c[0] > c[1] && c[1] > c[2] && c[2] == c[3]) {
		t.Errorf("by band: %v", c)
	}
	if c := s[Score]; !(c[1] > c[0] && c[0] > c[2]) {
		t.Errorf("by score: %v", c)
	}
	if r := s[Random]; r[0] != r[3] {
		t.Error("random has an order")
	}
}
