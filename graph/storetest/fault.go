package storetest

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testFaults: a load that is cut off leaves the old graph, and can be made afterwards.
func testFaults(t *testing.T, su *suite) {
	for _, f := range su.faults {
		t.Run(f.name, func(t *testing.T) {
			s := su.open(t)
			first := graph.Change{Put: []graph.Bundle{First().Bundle, FirstFrench().Bundle}}
			apply(t, s, first)
			c := graph.Change{Put: []graph.Bundle{FirstRevised().Bundle, Second().Bundle}, Withdraw: []string{FirstFrench().Report()},
				Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}, By: f.name}
			err := f.run(t, s, c)
			if err == nil {
				t.Fatal("the load succeeded: the fault did not happen")
			}
			t.Logf("the loader saw: %v", err)
			holds(t, s, state(t, first))
			if rs, err := s.Releases(t.Context()); err != nil || len(rs) != 1 {
				t.Errorf("%d releases, %v", len(rs), err)
			}
			if r := apply(t, s, c); r.Number != 2 {
				t.Errorf("the release after the fault is number %d", r.Number)
			}
			holds(t, s, state(t, first, c))
			past(t, s, "1", mustRelease(t, s, 1), state(t, first))
		})
	}
}

// mustRelease is a release by its number.
func mustRelease(t *testing.T, s graph.Store, number int) graph.Release {
	t.Helper()
	rs, err := s.Releases(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		if r.Number == number {
			return r
		}
	}
	t.Fatalf("release %d is not listed", number)
	return graph.Release{}
}
