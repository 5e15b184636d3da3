package graph

import "testing"

func mustMerge(t interface {
	Helper()
	Fatal(...any)
}, bundles []Bundle, js []Judgement) *Graph {
	t.Helper()
	canonical := make([]Bundle, len(bundles))
	for i, b := range bundles {
		canonical[i] = b.Canonical()
	}
	g, err := Merge(canonical, js)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

var _ = testing.Verbose
