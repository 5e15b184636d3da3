package storetest

import (
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testExtra: bundles from elsewhere load one by one, come back, and are withdrawn, in either order; together they give the same.
func testExtra(t *testing.T, su *suite) {
	digest := ""
	for _, name := range []string{"forwards", "backwards"} {
		t.Run(name, func(t *testing.T) {
			s := su.open(t)
			order := slices.Clone(su.extra)
			if name == "backwards" {
				slices.Reverse(order)
			}
			for i := range order {
				put(t, s, order[i])
				holds(t, s, loaded(t, order[:i+1]...))
			}
			r, err := s.Release(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if digest == "" {
				digest = r.Digest
			}
			if r.Digest != digest {
				t.Errorf("digest %s, forwards it was %s", r.Digest, digest)
			}
			for i := range order {
				apply(t, s, graph.Change{Withdraw: []string{order[i].Report.ID}})
				holds(t, s, loaded(t, order[i+1:]...))
			}
			if r := put(t, s, order...); r.Digest != digest {
				t.Errorf("all in one change: digest %s, one by one it was %s", r.Digest, digest)
			}
		})
	}
}
