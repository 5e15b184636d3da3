package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testChange: one change of several bundles, withdrawals and judgements is one release; one that contradicts itself is none.
func testChange(t *testing.T, su *suite) {
	s := su.open(t)
	put(t, s, FirstFrench().Bundle)
	c := graph.Change{Put: []graph.Bundle{Second().Bundle, First().Bundle}, Withdraw: []string{FirstFrench().Report()}, Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}, By: "all at once"}
	r := apply(t, s, c)
	st := state(t, graph.Change{Put: c.Put, Judge: c.Judge})
	holds(t, s, st)
	want := graph.Release{Number: 2, LoadID: r.LoadID, Time: r.Time, By: "all at once", Digest: merged(t, st).Digest().String(), Judgements: graph.HashJudgements(st.Judgements),
		Bundles: []graph.BundleRef{{Report: First().Report(), Hash: First().Bundle.Hash()}, {Report: Second().Report(), Hash: Second().Bundle.Hash()}},
		Counts:  graph.Diff(merged(t, loaded(t, FirstFrench().Bundle)), merged(t, st)).Counts}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("the release (-want +got):\n%s", diff)
	}
	if rs, err := s.Releases(t.Context()); err != nil || len(rs) != 2 {
		t.Errorf("%d releases, %v", len(rs), err)
	}

	_, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{First().Bundle, FirstRevised().Bundle}})
	fails(t, "two bundles of one report", err, graph.ErrInvalid)
	holds(t, s, st)

	// A report that is withdrawn and put is replaced.
	apply(t, s, graph.Change{Withdraw: []string{First().Report()}, Put: []graph.Bundle{FirstRevised().Bundle}})
	holds(t, s, state(t, graph.Change{Put: []graph.Bundle{FirstRevised().Bundle, Second().Bundle}, Judge: c.Judge}))
	if _, changed, err := s.Apply(t.Context(), graph.Change{Withdraw: []string{First().Report()}, Put: []graph.Bundle{FirstRevised().Bundle}}); err != nil || changed {
		t.Errorf("a report that is withdrawn and put as it was: changed %v, %v", changed, err)
	}
}
