package neo4jstore_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// Rules that drawn worlds seldom come to: what is told of groups a and b, and what counts for them in Go and in Cypher.
func TestCypherAgreesOnRareRules(t *testing.T) {
	s, run := openRunner(t)
	for name, c := range map[string]struct {
		tell   func(w *graphtest.World)
		counts []string
	}{
		"a promise about a session and a project is one with the session": {func(w *graphtest.World) {
			w.Session("s", "proposed", nil, "a", "b")
			w.Project("p", "proposed", "a", "b")
			at := w.Commitment("c", "possible", "a", "b")
			w.Link("commitment:test:c", graph.Concerns, "project:test:p", nil, at)
			w.Link("commitment:test:c", graph.Concerns, "session:test:s", nil, at)
		}, []string{"project:test:p", "session:test:s"}},
		"a session and a project done in one paragraph are two": {func(w *graphtest.World) {
			joint(w, "session:test:s", graph.Holds, graph.Properties{"status": "held"}, 50)
			joint(w, "project:test:p", graph.Runs, graph.Properties{"status": "done"}, 50)
		}, []string{"project:test:p", "session:test:s"}},
		"one session and those of earlier years in one paragraph are two": {func(w *graphtest.World) {
			joint(w, "session:test:s", graph.Holds, graph.Properties{"status": "held"}, 50)
			joint(w, "session:test:earlier", graph.Holds, graph.Properties{"status": "held", "dated": false}, 50)
		}, []string{"session:test:earlier", "session:test:s"}},
		"a reference that tells nothing is covered by what was done on its topic": {func(w *graphtest.World) {
			w.Session("s", "held", nil, "a", "b")
			w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": "s"}, w.Passage(graphtest.GroupID("a")))
		}, []string{"session:test:s"}},
		"a body named at a session does not take part": {func(w *graphtest.World) {
			alone(w, "mentioned", "a", "b")
		}, nil},
		"a body at sessions of one group each does": {func(w *graphtest.World) {
			alone(w, "presenter", "a", "b")
		}, []string{"institution:z"}},
		"nor does one at a session that the partnership holds too": {func(w *graphtest.World) {
			alone(w, "presenter", "a", "b")
			w.Link("partnership:test", graph.Holds, "session:test:alone-b", nil, w.Passage("partnership:test"))
		}, nil},
	} {
		if err := s.Clear(t.Context()); err != nil {
			t.Fatal(err)
		}
		w := graphtest.NewWorld(2018, "a", "b", "c")
		c.tell(w)
		put(t, s, w.Bundle.Canonical())
		agree(t.Context(), t, s, run, "partnership:test", 0, nil)
		var counts []string
		for at, items := range inCypher(run, "partnership:test", 0, 3) {
			if at.a == graphtest.GroupID("a") && at.b == graphtest.GroupID("b") {
				counts = append(counts, slices.Collect(maps.Keys(items))...)
			}
		}
		slices.Sort(counts)
		if diff := cmp.Diff(c.counts, counts); diff != "" {
			t.Errorf("%s (-want +counted):\n%s", name, diff)
		}
	}
}

// joint adds a thing of groups a and b, told at a line.
func joint(w *graphtest.World, id string, t graph.LinkType, props graph.Properties, line int) {
	at := w.PassageAt(line, graphtest.GroupID("a"))
	w.Entity(id, props, at)
	for _, g := range []string{"a", "b"} {
		w.Link(graphtest.GroupID(g), t, id, nil, at)
	}
}

// alone adds sessions of one group each, with one institution in a role at all of them.
func alone(w *graphtest.World, role string, groups ...string) {
	w.Entity("institution:z", graph.Properties{"type": "company"}, w.Passage("partnership:test"))
	for _, g := range groups {
		at := w.Session("alone-"+g, "held", nil, g)
		w.Link("institution:z", graph.ParticipatesIn, "session:test:alone-"+g, graph.Properties{"role": role}, at)
	}
}
