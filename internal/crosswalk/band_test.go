package crosswalk_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestUntoldStatus: joint work whose stage no passage tells scores as possible work does, and its band says so: it is not
// merely something in common. A reference to what is proposed, beside it, is told by it.
func TestUntoldStatus(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage(graphtest.GroupID("a"))
	w.Entity("project:test:x", nil, p)
	for _, g := range []string{"a", "b"} {
		w.Link(graphtest.GroupID(g), graph.Runs, "project:test:x", graph.Properties{"role": "runs"}, p)
	}
	refer(w, "a", "b", "proposed", "project", "water", p)
	x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b")
	if *x.Score == 0 || x.Band != crosswalk.Emerging || len(x.Parts) != 1 {
		t.Errorf("a joint project without a status gives score %v, band %s and %d parts", *x.Score, x.Band, len(x.Parts))
	}
}

// TestBands: what happened decides, not how much.
func TestBands(t *testing.T) {
	held := func(name, year string, more graph.Properties) func(*graphtest.World) {
		return func(w *graphtest.World) {
			props := graph.Properties{"start": year}
			if year == "" {
				props = graph.Properties{"dated": false}
			}
			for k, v := range more {
				props[k] = v
			}
			w.Session(name, "held", props, "a", "b")
		}
	}
	recurring := graph.Properties{"recurring": true}
	step := func(firmness string, groups ...string) func(*graphtest.World) {
		return func(w *graphtest.World) { w.Commitment("step", firmness, groups...) }
	}
	kept := func(w *graphtest.World) {
		p := w.Passage(graphtest.GroupID("a"))
		w.Entity("commitment:test:kept", graph.Properties{"status": "done"}, p)
		for _, g := range []string{"a", "b"} {
			w.Link(graphtest.GroupID(g), graph.CommitsTo, "commitment:test:kept", nil, p)
		}
	}
	project := func(name, status string) func(*graphtest.World) {
		return func(w *graphtest.World) { w.Project(name, status, "a", "b") }
	}
	for _, tc := range []struct {
		name string
		tell []func(*graphtest.World)
		want crosswalk.Band
	}{
		{"nothing", nil, crosswalk.None},
		{"once in T", []func(*graphtest.World){held("s", "2018", nil)}, crosswalk.Established},
		{"recurring in T-1", []func(*graphtest.World){held("s", "2017", recurring)}, crosswalk.Strong},
		{"recurring in T-2", []func(*graphtest.World){held("s", "2016", recurring)}, crosswalk.Established},
		{"recurring in earlier years", []func(*graphtest.World){held("s", "", recurring)}, crosswalk.Established},
		{"T-1 and long ago", []func(*graphtest.World){held("s", "2017", nil), held("t", "2003", nil)}, crosswalk.Strong},
		{"T and undated", []func(*graphtest.World){held("s", "2018", nil), held("t", "", nil)}, crosswalk.Strong},
		{"twice in earlier years", []func(*graphtest.World){held("s", "", nil), held("t", "", nil)}, crosswalk.Established},
		{"twice long ago", []func(*graphtest.World){held("s", "2010", nil), held("t", "2003", nil)}, crosswalk.Established},
		{"T and agreed", []func(*graphtest.World){held("s", "2018", nil), step("agreed", "a", "b")}, crosswalk.Strong},
		{"T and planned with others", []func(*graphtest.World){held("s", "2018", nil), step("planned", "a", "b", "c")}, crosswalk.Strong},
		{"T and proposed", []func(*graphtest.World){held("s", "2018", nil), step("proposed", "a", "b")}, crosswalk.Established},
		{"T and agreed with others alone", []func(*graphtest.World){held("s", "2018", nil), step("agreed", "a", "c")}, crosswalk.Established},
		{"a project running and one done", []func(*graphtest.World){project("p", "running"), project("q", "done")}, crosswalk.Strong},
		{"a project running", []func(*graphtest.World){project("p", "running")}, crosswalk.Established},
		{"T and a promise kept", []func(*graphtest.World){held("s", "2018", nil), kept}, crosswalk.Established},
		{"a promise kept", []func(*graphtest.World){kept}, crosswalk.Established},
		{"ten agreed steps", []func(*graphtest.World){step("agreed", "a", "b"), project("p", "planned"), project("q", "planned")}, crosswalk.Emerging},
		{"possible", []func(*graphtest.World){step("possible", "a", "b")}, crosswalk.Emerging},
		{"in common", []func(*graphtest.World){func(w *graphtest.World) { share(w, "water", "a", "b") }}, crosswalk.Latent},
	} {
		w := graphtest.NewWorld(2018, "a", "b", "c", "d")
		for _, tell := range tc.tell {
			tell(w)
		}
		if x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b"); x.Band != tc.want {
			t.Errorf("%s: %s, want %s", tc.name, x.Band, tc.want)
		}
	}
}
