package explore_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// drawnThings are the things of a drawn graph, beside the partnership, its report and theme:circumstance.
var drawnThings = []string{"group:test:a", "group:test:b", "institution:x", "institution:y", "institution:z", "project:test:p", "project:test:q", "person:u",
	"theme:circumstance", "theme:t", "theme:v", "partnership:test", "report:test-2018"}

// drawableLinks are all valid links between drawn things, of each role.
var drawableLinks = func() (out []graph.Link) {
	for _, spec := range graph.LinkTypeSpecs {
		roles := []string{""}
		if role, ok := spec.Property("role"); ok && len(role.Values) > 0 {
			roles = role.Values[:2]
		}
		for _, from := range drawnThings {
			for _, to := range drawnThings {
				for _, role := range roles {
					if from != to && spec.Allows(graph.KindOf(from), graph.KindOf(to)) {
						out = append(out, graph.Link{From: from, Type: spec.Type, To: to, Properties: graph.Properties{"role": role}})
					}
				}
			}
		}
	}
	return out
}()

// drawGraph draws a small graph of valid links between all kinds of things; some links run side by side.
func drawGraph(t *rapid.T) *graph.Snapshot {
	w := graphtest.NewWorld(2018, "a", "b")
	p := w.Passage("partnership:test")
	for _, id := range drawnThings {
		if graph.KindOf(id) != graph.ReportKind {
			w.Entity(id, graph.Properties{"circumstance": id == "theme:circumstance"}, p)
		}
	}
	key := func(l graph.Link) string { return l.Key(2018) }
	for _, l := range rapid.SliceOfNDistinct(rapid.SampledFrom(drawableLinks), 6, 30, key).Draw(t, "links") {
		if l.Type != graph.ReportsOn { // the world has those
			w.Link(l.From, l.Type, l.To, l.Properties, p)
		}
	}
	return graphtest.Merged(t, w.Bundle)
}

// both is the snapshot of the packaged 2018 edition and the fictional 2019 one.
func both(t testing.TB) *graph.Snapshot {
	return graphtest.Merged(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
}

func ranked(t testing.TB, s *graph.Snapshot, asOf int) *crosswalk.Ranking {
	t.Helper()
	m, err := crosswalk.NewModel(s, crosswalk.Options{AsOf: asOf})
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}
