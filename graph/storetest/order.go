package storetest

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testOrder: the same bundles and judgements in any order, in one change or many, give the same digest and the same rows.
func testOrder(t *testing.T, su *suite) {
	judge := graph.Change{Judge: []graph.Judgement{judged(graph.Same, "2022-06-01")}}
	put := func(b graph.Bundle) graph.Change { return graph.Change{Put: []graph.Bundle{b}} }
	a, b, c, revised := First().Bundle, Second().Bundle, FirstFrench().Bundle, FirstRevised().Bundle
	orders := [][]graph.Change{
		{put(a), put(b), put(c), judge},
		{judge, put(c), put(b), put(a)},
		{put(b), put(revised), judge, put(a), put(c)},
		{{Put: []graph.Bundle{c, b, a}, Judge: judge.Judge}},
		{put(c), {Put: []graph.Bundle{b, revised}}, {Withdraw: []string{c.Report.ID}, Put: []graph.Bundle{a}}, judge, put(c)},
	}
	want := state(t, graph.Change{Put: []graph.Bundle{a, b, c}}, judge)
	var bundles []graph.BundleRef
	for i, order := range orders {
		t.Run(fmt.Sprint(i+1), func(t *testing.T) {
			s := su.open(t)
			var r graph.Release
			for _, change := range order {
				r = apply(t, s, change)
			}
			holds(t, s, want)
			if bundles == nil {
				bundles = r.Bundles
			}
			if diff := cmp.Diff(bundles, r.Bundles); diff != "" {
				t.Errorf("the release names other bundles than in the first order:\n%s", diff)
			}
		})
	}
}
