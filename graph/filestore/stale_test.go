package filestore

import (
	"fmt"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// releaseOf is a release of n bundles, of which the last changed ones are others than in any release with fewer changed.
func releaseOf(n, changed int) graph.Release {
	var r graph.Release
	for i := range n {
		ref := graph.BundleRef{Report: fmt.Sprintf("report:%05d", i), Hash: "h"}
		if i >= n-changed {
			ref.Report = fmt.Sprintf("report:new-%05d", i)
		}
		r.Bundles = append(r.Bundles, ref)
	}
	return r
}

// An image serves while a sixteenth of the bundles came in since, and never for more than 32 of them; not once something was withdrawn.
func TestWhenAnImageIsStale(t *testing.T) {
	for _, tc := range []struct {
		bundles, came int
		want          bool
	}{{16, 0, false}, {16, 1, true}, {160, 9, false}, {160, 10, true}, {4000, 31, false}, {4000, 32, true}, {4000, 300, true}} {
		from, to := releaseOf(tc.bundles-tc.came, 0), releaseOf(tc.bundles, tc.came)
		if got := stale(from, to, 0); got != tc.want {
			t.Errorf("%d of %d bundles came since: stale %v", tc.came, tc.bundles, got)
		}
	}
	if !stale(releaseOf(4000, 0), releaseOf(3999, 0), 0) {
		t.Error("an image serves that holds what was withdrawn")
	}
}
