package storetest

import (
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testProgress: a load and a snapshot tell what they do, rows never more than in all.
func testProgress(t *testing.T, su *suite) {
	s := su.open(t)
	var heard []graph.Progress
	ctx := graph.WithProgress(t.Context(), func(p graph.Progress) { heard = append(heard, p) })
	if _, _, err := s.Apply(ctx, graph.Change{Put: []graph.Bundle{First().Bundle, Second().Bundle}}); err != nil {
		t.Fatal(err)
	}
	counted := slices.ContainsFunc(heard, func(p graph.Progress) bool { return p.Total > 0 })
	if len(heard) < 3 || !counted {
		t.Errorf("a load told %+v", heard)
	}
	for _, p := range heard {
		if p.Step == "" || p.Done < 0 || p.Done > p.Total {
			t.Errorf("a load told %+v", p)
		}
	}
	heard = nil
	if _, err := s.Snapshot(ctx); err != nil || len(heard) == 0 {
		t.Errorf("a snapshot told %v, %v", heard, err)
	}
}
