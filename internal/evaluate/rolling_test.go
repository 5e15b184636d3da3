package evaluate

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestNews: what makes a pair come true in the next edition, and what does not.
func TestNews(t *testing.T) {
	held := func(year string) graph.Properties { return graph.Properties{"start": year, "dated": true} }
	for name, tc := range map[string]struct {
		before, after func(w *graphtest.World)
		want          news
	}{
		"nothing":              {nil, nil, news{}},
		"a new session":        {nil, func(w *graphtest.World) { w.Session("s", "held", held("2019"), "a", "b") }, news{true, true}},
		"a new commitment":     {nil, func(w *graphtest.World) { w.Commitment("c", "possible", "a", "b") }, news{told: true}},
		"of other groups":      {nil, func(w *graphtest.World) { w.Session("s", "held", held("2019"), "a", "c") }, news{}},
		"dropped":              {nil, func(w *graphtest.World) { w.Session("s", "dropped", nil, "a", "b") }, news{}},
		"of earlier years":     {nil, func(w *graphtest.World) { w.Session("s", "held", graph.Properties{"dated": false}, "a", "b") }, news{}},
		"told again":           {func(w *graphtest.World) { w.Project("p", "running", "a", "b") }, func(w *graphtest.World) { w.Project("p", "running", "a", "b") }, news{}},
		"no longer told":       {func(w *graphtest.World) { w.Project("p", "running", "a", "b") }, nil, news{}},
		"proposed, now held":   {func(w *graphtest.World) { w.Session("s", "proposed", nil, "a", "b") }, func(w *graphtest.World) { w.Session("s", "held", held("2019"), "a", "b") }, news{done: true}},
		"a reference again":    {func(w *graphtest.World) { refer(w, "x", "done") }, func(w *graphtest.World) { refer(w, "x", "done") }, news{}},
		"another reference":    {func(w *graphtest.World) { refer(w, "x", "done") }, func(w *graphtest.World) { refer(w, "y", "possible") }, news{told: true}},
		"proposed, now agreed": {func(w *graphtest.World) { w.Session("s", "proposed", nil, "a", "b") }, func(w *graphtest.World) { w.Session("s", "agreed", nil, "a", "b") }, news{}},
	} {
		first, second := graphtest.NewWorld(2018, "a", "b", "c"), graphtest.NewWorld(2019, "a", "b", "c")
		if tc.before != nil {
			tc.before(first)
		}
		if tc.after != nil {
			tc.after(second)
		}
		now, next := viewOf(t, 2018, first, second), viewOf(t, 2019, first, second)
		p, active := next.find(now, pair{0, 1})
		if got := next.news(p, 2018, now.joint[pair{0, 1}]); !active || got != tc.want {
			t.Errorf("%s: %+v, want %+v", name, got, tc.want)
		}
	}
}

// refer makes group a name group b.
func refer(w *graphtest.World, topic, status string) {
	p := w.Passage(graphtest.GroupID("a"))
	w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": topic, "kind": "session", "status": status}, p)
}

// TestOriginsLookAtActiveGroups: a group that closes, or that the next edition no longer has active, makes no candidate.
func TestOriginsLookAtActiveGroups(t *testing.T) {
	first, second := graphtest.NewWorld(2018, "a", "b", "c"), graphtest.NewWorld(2019, "a", "b")
	second.Group("c", "closing")
	second.Session("s", "held", graph.Properties{"start": "2019", "dated": true}, "a", "b")
	first.Group("d", "closing")
	c := newCollector()
	w := world{name: "test", partnership: "partnership:test", snapshot: graphtest.Snapshot(t, first, second)}
	if err := c.rolling(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	if len(c.order) != 0 {
		t.Errorf("one candidate that came true shows nothing, but %v was measured", c.seen)
	}
	second.Group("e", "active")
	first.Group("e", "active")
	c = newCollector()
	w.snapshot = graphtest.Snapshot(t, first, second)
	if err := c.rolling(t.Context(), w); err != nil {
		t.Fatal(err)
	}
	q := question{"test", TestRolling, TaskNext}
	if got := c.seen[q]; got != (tally{1, 3, 1}) {
		t.Errorf("%v: want one case of three pairs, of which one came true", got)
	}
}
