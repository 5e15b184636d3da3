package crosswalk_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestUntoldStatus: joint work whose stage no passage tells scores as possible work does, and its band says so: it is not
// merely something in common.
func TestUntoldStatus(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage(graphtest.GroupID("a"))
	w.Entity("project:test:x", nil, p)
	for _, g := range []string{"a", "b"} {
		w.Link(graphtest.GroupID(g), graph.Runs, "project:test:x", graph.Properties{"role": "runs"}, p)
	}
	if x := pairOf(t, rank(t, crosswalk.Options{}, w), "a", "b"); *x.Score == 0 || x.Band != crosswalk.Emerging {
		t.Errorf("a joint project without a status gives score %v and band %s", *x.Score, x.Band)
	}
}
