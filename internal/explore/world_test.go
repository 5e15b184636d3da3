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
	"theme:circumstance", "theme:t", "partnership:test", "report:test-2018"}

// drawGraph draws a small graph of valid links of all kinds of things; some links run side by side.
func drawGraph(t *rapid.T) *graph.Snapshot {
	w := graphtest.NewWorld(2018, "a", "b")
	p := w.Passage("partnership:test")
	for _, id := range drawnThings {
		if graph.KindOf(id) != graph.ReportKind {
			w.Entity(id, graph.Properties{"circumstance": id == "theme:circumstance"}, p)
		}
	}
	seen := map[string]bool{}
	for range rapid.IntRange(3, 24).Draw(t, "links") {
		from, to := rapid.SampledFrom(drawnThings).Draw(t, "from"), rapid.SampledFrom(drawnThings).Draw(t, "to")
		var can []graph.LinkTypeSpec
		for _, spec := range graph.LinkTypeSpecs {
			if from != to && spec.Allows(graph.KindOf(from), graph.KindOf(to)) {
				can = append(can, spec)
			}
		}
		if len(can) == 0 {
			continue
		}
		spec := rapid.SampledFrom(can).Draw(t, "type")
		props := graph.Properties{}
		if role, ok := spec.Property("role"); ok && len(role.Values) > 0 {
			props["role"] = rapid.SampledFrom(role.Values).Draw(t, "role")
		}
		l := graph.Link{From: from, Type: spec.Type, To: to, Properties: props}
		if key := l.Key(2018); !seen[key] {
			seen[key] = true
			w.Link(from, spec.Type, to, props, p)
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
