package evaluate

import (
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestHiddenEventsLeaveNothing: an event is hidden with its other tellings and the references beside it, and what it alone told
// of themes is gone.
func TestHiddenEventsLeaveNothing(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d")
	p := w.Session("s", "planned", nil, "a", "b")
	w.Commitment("c", "planned", "a", "b")
	w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, p)
	w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": "topic", "kind": "session", "status": "planned"}, p)
	w.Entity("theme:t", nil, p)
	w.Link("session:test:s", graph.Addresses, "theme:t", graph.Properties{"stance": "touches"}, p)
	v := viewOf(t, 0, w)
	units := v.units()
	if len(units) != 1 || len(units[0].ids) != 3 || !slices.Equal(units[0].pairs, []pair{{0, 1}}) {
		t.Fatalf("%+v", units)
	}
	after, err := world{partnership: "partnership:test"}.newView(hide(v.model.Snapshot(), units[0].ids), 0)
	if err != nil {
		t.Fatal(err)
	}
	if f := after.ranking.Facts(0, 1); f.S != 0 || f.C != 0 || len(after.untied(units[0].pairs)) != 1 {
		t.Errorf("%+v is left", f)
	}
}

// TestLeaveOneOut: a pair with a second event stands above those without; one that has nothing else is level with them.
func TestLeaveOneOut(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d")
	held := graph.Properties{"start": "2018", "dated": true}
	w.Session("one", "held", held, "a", "b")
	w.Session("two", "held", held, "a", "b")
	w.Session("three", "held", held, "c", "d")
	c := newCollector()
	if err := c.leaveOut(t.Context(), world{name: "test", partnership: "partnership:test", snapshot: graphtest.Snapshot(t, w)}); err != nil {
		t.Fatal(err)
	}
	rs := c.report().Results
	want := map[string]float64{TaskHidden: (1 + 1 + 0.5) / 3, TaskAlone: 0.5}
	for _, r := range rs {
		if x, ok := want[r.Task]; ok && r.Method == Crosswalk {
			if got := *r.Metrics[MetricAUC].Value; got < x-1e-9 || got > x+1e-9 {
				t.Errorf("%s: %v, want %v", r.Task, got, x)
			}
			delete(want, r.Task)
		}
	}
	if len(want) > 0 {
		t.Errorf("not measured: %v", want)
	}
}
