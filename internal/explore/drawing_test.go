package explore_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestDrawingIsCutByRank: nodes stand nearest first, then most linked, then by id; a cut keeps the first ones and says so; an edge
// joins nodes that are shown, once.
func TestDrawingIsCutByRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawGraph(t)
		q := explore.DrawQuery{Depth: rapid.IntRange(1, 4).Draw(t, "depth"), Limit: explore.MaxNodes, Focus: rapid.SliceOfN(rapid.SampledFrom(drawnThings[:9]), 0, 3).Draw(t, "focus")}
		if rapid.Bool().Draw(t, "twice") {
			q.Types = []graph.LinkType{graph.Addresses, graph.InvolvedIn, graph.Addresses}
		}
		whole, err := explore.Draw(s, q)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.IsSortedFunc(whole.Nodes, func(a, b explore.DrawingNode) int {
			switch {
			case a.Depth != b.Depth:
				return a.Depth - b.Depth
			case a.Degree != b.Degree:
				return b.Degree - a.Degree
			}
			return strings.Compare(a.ID, b.ID)
		}) {
			t.Fatalf("nodes stand in no order: %+v", whole.Nodes)
		}
		q.Limit = rapid.IntRange(1, 12).Draw(t, "limit")
		cut, err := explore.Draw(s, q)
		if err != nil {
			t.Fatal(err)
		}
		want := whole.Nodes[:min(q.Limit, len(whole.Nodes))]
		if !slices.Equal(cut.Nodes, want) || cut.Meta.Total != len(whole.Nodes) || cut.Meta.Truncated != (q.Limit < len(whole.Nodes)) || cut.Meta.Nodes != len(cut.Nodes) || cut.Meta.Edges != len(cut.Edges) {
			t.Fatalf("cut at %d of %d: %+v", q.Limit, len(whole.Nodes), cut.Meta)
		}
		checkEdges(t, s, q, cut)
	})
}

// checkEdges holds the edges to all links of the chosen types between shown nodes.
func checkEdges(t *rapid.T, s *graph.Snapshot, q explore.DrawQuery, d explore.Drawing) {
	shown := map[string]bool{}
	for _, n := range d.Nodes {
		shown[n.ID] = true
		if n.Kind == graph.ReportKind {
			t.Fatalf("%s is drawn", n.ID)
		}
	}
	want := map[string]bool{}
	for i := range s.NumLinks() {
		l := s.Link(graph.Edge(i))
		chosen := slices.Contains(q.Types, l.Type) || len(q.Types) == 0 && l.Type != graph.ReportsOn
		if chosen && shown[l.From] && shown[l.To] {
			want[l.ID] = true
		}
	}
	for i, e := range d.Edges {
		if !want[e.ID] || i > 0 && d.Edges[i-1].ID >= e.ID || !shown[e.Source] || !shown[e.Target] {
			t.Fatalf("edge %+v stands twice, out of order, or joins what is not shown", e)
		}
	}
	if len(d.Edges) != len(want) {
		t.Fatalf("%d edges of %d", len(d.Edges), len(want))
	}
}

// TestDrawing: no focus means the groups; kinds and types narrow what is drawn beside the focus.
func TestDrawing(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b")
	w.Session("s", "held", nil, "a", "b")
	p := w.Project("p", "done", "a")
	w.Entity("institution:z", graph.Properties{"country": "CA"}, p)
	w.Link("institution:z", graph.InvolvedIn, "project:test:p", graph.Properties{"role": "lead"}, p)
	s := graphtest.Snapshot(t, w)
	for _, tc := range []struct {
		q    explore.DrawQuery
		want string
	}{
		{explore.DrawQuery{}, "a b p s"},
		{explore.DrawQuery{Depth: 2}, "a b p s z"},
		{explore.DrawQuery{Depth: 2, Kinds: []graph.Kind{graph.Session}}, "a b s"},
		{explore.DrawQuery{Depth: 2, Types: []graph.LinkType{graph.Runs}}, "a b p"},
		{explore.DrawQuery{Focus: []string{"institution:z"}, Depth: 3}, "z p a s"},
		{explore.DrawQuery{Focus: []string{"report:test-2018"}, Types: []graph.LinkType{graph.ReportsOn}}, "test-2018 a b"},
	} {
		d, err := explore.Draw(s, tc.q)
		var got []string
		for _, n := range d.Nodes {
			got = append(got, n.ID[strings.LastIndexByte(n.ID, ':')+1:])
		}
		if err != nil || strings.Join(got, " ") != tc.want {
			t.Errorf("%+v draws %v, %v; want %s", tc.q, got, err, tc.want)
		}
	}
	for _, tc := range []struct {
		q    explore.DrawQuery
		says string
		is   error
	}{
		{explore.DrawQuery{Depth: 5}, "depth is 5; it must lie in 1 to 4", graph.ErrInvalid},
		{explore.DrawQuery{Limit: -1}, "limit is -1; it must lie in 1 to 2000", graph.ErrInvalid},
		{explore.DrawQuery{Focus: []string{"group:test:q"}}, "no such entity", graph.ErrNotFound},
		{explore.DrawQuery{Types: []graph.LinkType{"RUN"}}, `link type "RUN" is unknown`, graph.ErrInvalid},
	} {
		if _, err := explore.Draw(s, tc.q); !errors.Is(err, tc.is) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%+v gives %v; want %q", tc.q, err, tc.says)
		}
	}
}
