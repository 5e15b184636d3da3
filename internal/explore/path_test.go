package explore_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// way is a path found by trying all.
type way struct {
	cost float64
	hops int
	text string // ids of things, then keys of links: how equal ones are ordered
	ids  []string
	keys []string
}

// allWays tries every simple path from a to b.
func allWays(s *graph.Snapshot, from, to graph.Node, maxHops int, types []graph.LinkType) []way {
	var out []way
	inner := func(n graph.Node) bool {
		circumstance, _ := s.Entity(n).Properties.Bool("circumstance")
		return s.Kind(n) != graph.ReportKind && s.Kind(n) != graph.Partnership && !circumstance
	}
	var walk func(nodes []graph.Node, edges []graph.Edge)
	walk = func(nodes []graph.Node, edges []graph.Edge) {
		last := nodes[len(nodes)-1]
		if last == to {
			w := way{hops: len(edges)}
			for _, n := range nodes {
				w.ids = append(w.ids, s.ID(n))
			}
			for _, n := range nodes[1 : len(nodes)-1] {
				w.cost += 1 + math.Log2(float64(len(s.AllOut(n))+len(s.AllIn(n))))
			}
			for _, e := range edges {
				w.keys = append(w.keys, s.Link(e).Key)
			}
			w.text = strings.Join(w.ids, "\x00") + "\x00\x00" + strings.Join(w.keys, "\x00")
			out = append(out, w)
			return
		}
		if len(edges) == maxHops || len(nodes) > 1 && !inner(last) {
			return
		}
		for e := range s.NumLinks() {
			edge := graph.Edge(e)
			next := s.To(edge)
			if next == last {
				next = s.From(edge)
			} else if s.From(edge) != last {
				continue
			}
			if slices.Contains(types, s.Link(edge).Type) && !slices.Contains(nodes, next) {
				walk(append(slices.Clone(nodes), next), append(slices.Clone(edges), edge))
			}
		}
	}
	walk([]graph.Node{from}, nil)
	slices.SortFunc(out, func(a, b way) int {
		switch {
		case math.Abs(a.cost-b.cost) > 1e-9:
			return int(math.Copysign(1, a.cost-b.cost))
		case a.hops != b.hops:
			return a.hops - b.hops
		}
		return strings.Compare(a.text, b.text)
	})
	return out
}

// TestPathsAreTheBest: the k paths are the first of all simple ones, by cost, hops and ids, none leads through a report, a
// partnership or a circumstance, and none within the hops is an answer.
func TestPathsAreTheBest(t *testing.T) {
	usual := slices.DeleteFunc(slices.Clone(graph.LinkTypes), func(t graph.LinkType) bool { return t == graph.ReportsOn || t == graph.Broader })
	rapid.Check(t, func(t *rapid.T) {
		s := drawGraph(t)
		ends := rapid.SliceOfNDistinct(rapid.SampledFrom(drawnThings), 2, 2, rapid.ID[string]).Draw(t, "ends")
		q := explore.PathQuery{From: ends[0], To: ends[1], MaxHops: rapid.IntRange(1, 5).Draw(t, "hops"), K: rapid.IntRange(1, 6).Draw(t, "k")}
		types := usual
		if rapid.Bool().Draw(t, "chosen") {
			types = rapid.SliceOfN(rapid.SampledFrom(graph.LinkTypes), 1, 12).Draw(t, "types")
			q.Types = types
		}
		from, _ := s.Lookup(q.From)
		to, _ := s.Lookup(q.To)
		want := allWays(s, from, to, q.MaxHops, types)
		want = want[:min(q.K, len(want))]
		got, err := explore.FindPaths(s, q)
		if err != nil || !got.Complete || len(got.Items) != len(want) || got.MaxHops != q.MaxHops {
			t.Fatalf("%d paths, complete %v, %v; want %d", len(got.Items), got.Complete, err, len(want))
		}
		for i, p := range got.Items {
			same(t, s, p, want[i])
		}
	})
}

// same holds a path to the one that trying all has found, and its hops to the links.
func same(t *rapid.T, s *graph.Snapshot, p explore.Path, w way) {
	if len(p.Hops) != w.hops || math.Abs(p.Cost-w.cost) > 1e-9 {
		t.Fatalf("cost %v over %d hops; want %v over %d", p.Cost, len(p.Hops), w.cost, w.hops)
	}
	for i, h := range p.Hops {
		e, ok := s.LinkByID(h.Link)
		if !ok || s.Link(e).Key != w.keys[i] || p.Things[i].ID != w.ids[i] || p.Things[i+1].ID != w.ids[i+1] {
			t.Fatalf("hop %d is %+v of %s; want %q from %s", i, h, p.Things[i].ID, w.keys[i], w.ids[i])
		}
		if forward := s.ID(s.From(e)) == w.ids[i]; h.Forward != forward || len(h.Passages) == 0 {
			t.Fatalf("hop %d goes forward %v with passages %v", i, h.Forward, h.Passages)
		}
	}
}

// TestPathsBothWays: the cheapest path costs the same the other way round.
func TestPathsBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawGraph(t)
		ends := rapid.SliceOfNDistinct(rapid.SampledFrom(drawnThings), 2, 2, rapid.ID[string]).Draw(t, "ends")
		there, err1 := explore.FindPaths(s, explore.PathQuery{From: ends[0], To: ends[1], K: 50})
		back, err2 := explore.FindPaths(s, explore.PathQuery{From: ends[1], To: ends[0], K: 50})
		if err1 != nil || err2 != nil || len(there.Items) != len(back.Items) {
			t.Fatalf("%d paths there (%v), %d back (%v)", len(there.Items), err1, len(back.Items), err2)
		}
		for i := range there.Items {
			if there.Items[i].Cost != back.Items[i].Cost {
				t.Fatalf("path %d costs %v there and %v back", i, there.Items[i].Cost, back.Items[i].Cost)
			}
		}
	})
}

// TestPathsAvoidHubs: of two ways of two hops, the one through what fewer things touch comes first.
func TestPathsAvoidHubs(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage("partnership:test")
	for _, id := range []string{"theme:hub", "theme:quiet"} {
		w.Entity(id, nil, p)
	}
	for i, g := range graphtest.GroupNames {
		w.Link(graphtest.GroupID(g), graph.Addresses, "theme:hub", nil, p)
		if i < 2 {
			w.Link(graphtest.GroupID(g), graph.Addresses, "theme:quiet", nil, p)
		}
	}
	got, err := explore.FindPaths(graphtest.Snapshot(t, w), explore.PathQuery{From: graphtest.GroupID("a"), To: graphtest.GroupID("b"), MaxHops: 2})
	if err != nil || len(got.Items) != 2 {
		t.Fatalf("%d paths, %v", len(got.Items), err)
	}
	for i, want := range []struct {
		id   string
		cost float64
	}{{"theme:quiet", 2}, {"theme:hub", 4}} {
		if x := got.Items[i]; x.Things[1].ID != want.id || x.Cost != want.cost {
			t.Errorf("path %d leads through %s at %v; want %s at %v", i, x.Things[1].ID, x.Cost, want.id, want.cost)
		}
	}
}

// TestFewerHopsFirst: of two ways at the same cost, here one inner thing with eight links and two with two each, the shorter
// one comes first, whatever the ids.
func TestFewerHopsFirst(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage("partnership:test")
	w.Entity("theme:z", nil, p)
	for _, g := range graphtest.GroupNames {
		w.Link(graphtest.GroupID(g), graph.Addresses, "theme:z", nil, p)
	}
	for _, id := range []string{"project:test:x", "theme:x"} {
		w.Entity(id, nil, p)
	}
	w.Link(graphtest.GroupID("a"), graph.Runs, "project:test:x", nil, p)
	w.Link("project:test:x", graph.Addresses, "theme:x", nil, p)
	w.Link(graphtest.GroupID("b"), graph.Addresses, "theme:x", nil, p)
	got, err := explore.FindPaths(graphtest.Snapshot(t, w), explore.PathQuery{From: graphtest.GroupID("a"), To: graphtest.GroupID("b"), MaxHops: 3})
	if err != nil || len(got.Items) != 2 || got.Items[0].Cost != got.Items[1].Cost || len(got.Items[0].Hops) != 2 {
		t.Errorf("%+v, %v", got.Items, err)
	}
}

// TestPathBudget: a search whose budget is spent says so, and what it found is a beginning of what it would have found.
func TestPathBudget(t *testing.T) {
	w := graphtest.NewWorld(2018, graphtest.GroupNames...)
	p := w.Passage("partnership:test")
	for i := range 30 {
		id := fmt.Sprintf("theme:t%02d", i)
		w.Entity(id, nil, p)
		for _, g := range graphtest.GroupNames {
			w.Link(graphtest.GroupID(g), graph.Addresses, id, nil, p)
		}
	}
	s := graphtest.Snapshot(t, w)
	q := explore.PathQuery{From: graphtest.GroupID("a"), To: graphtest.GroupID("b"), MaxHops: 6, K: 50}
	whole, err := explore.FindPaths(s, q)
	if err != nil || !whole.Complete || len(whole.Items) != 50 {
		t.Fatalf("%d paths, complete %v, %v", len(whole.Items), whole.Complete, err)
	}
	q.Budget = 60
	part, err := explore.FindPaths(s, q)
	if err != nil || part.Complete || len(part.Items) >= 50 {
		t.Fatalf("with a budget of 60: %d paths, complete %v, %v", len(part.Items), part.Complete, err)
	}
	for i := range part.Items {
		if part.Items[i].Hops[0].Link != whole.Items[i].Hops[0].Link {
			t.Errorf("path %d is another one", i)
		}
	}
	q.Budget, q.To = 1, "report:test-2018" // no path without REPORTS_ON: nothing to spend the budget on
	if none, err := explore.FindPaths(s, q); err != nil || !none.Complete || len(none.Items) != 0 {
		t.Errorf("no path within the hops is answered by %+v, %v", none, err)
	}
}

// TestPathErrors: what is out of range or unknown is named.
func TestPathErrors(t *testing.T) {
	s := graphtest.Snapshot(t, graphtest.NewWorld(2018, "a", "b"))
	a, b := graphtest.GroupID("a"), graphtest.GroupID("b")
	for _, tc := range []struct {
		q    explore.PathQuery
		says string
		is   error
	}{
		{explore.PathQuery{From: a, To: a}, "to itself is no path", graph.ErrInvalid},
		{explore.PathQuery{From: a, To: "group:test:c"}, "group:test:c: no such entity", graph.ErrNotFound},
		{explore.PathQuery{From: "x", To: b}, "x: no such entity", graph.ErrNotFound},
		{explore.PathQuery{From: a, To: b, MaxHops: 9}, "max_hops is 9; it must lie in 1 to 8", graph.ErrInvalid},
		{explore.PathQuery{From: a, To: b, MaxHops: -1}, "max_hops is -1", graph.ErrInvalid},
		{explore.PathQuery{From: a, To: b, K: 51}, "k is 51; it must lie in 1 to 50", graph.ErrInvalid},
		{explore.PathQuery{From: a, To: b, Types: []graph.LinkType{"HOLD"}}, `link type "HOLD" is unknown`, graph.ErrInvalid},
	} {
		if _, err := explore.FindPaths(s, tc.q); !errors.Is(err, tc.is) || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%+v gives %v; want %q", tc.q, err, tc.says)
		}
	}
}
