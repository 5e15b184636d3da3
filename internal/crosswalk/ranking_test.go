package crosswalk_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// share makes groups touch a theme each in a paragraph of its own.
func share(w *graphtest.World, theme string, groups ...string) {
	for _, g := range groups {
		p := w.Passage(graphtest.GroupID(g))
		w.Entity("theme:"+theme, nil, p)
		w.Link(graphtest.GroupID(g), graph.Addresses, "theme:"+theme, graph.Properties{"stance": "touches"}, p)
	}
}

// TestSharedRank: pairs of one event share a rank, also where C sets a pair of another event with the same S between them.
func TestSharedRank(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b", "c", "d", "e", "f")
	w.Session("x", "held", graph.Properties{"start": "2018"}, "a", "b", "c")
	w.Session("y", "held", graph.Properties{"start": "2018"}, "d", "e", "f")
	share(w, "t0", "a", "b")
	share(w, "t1", "d", "e", "f")
	r := rank(t, crosswalk.Options{}, w)
	for pair, want := range map[string]int{"ab": 1, "ac": 1, "bc": 1, "de": 2, "df": 2, "ef": 2} {
		if x := pairOf(t, r, pair[:1], pair[1:]); *x.Rank != want {
			t.Errorf("%s has rank %d, want %d", pair, *x.Rank, want)
		}
	}
}

// TestInactiveGroups: pairs with a group that is not active stand apart, unranked, whatever their score.
func TestInactiveGroups(t *testing.T) {
	for _, status := range []string{"closing", "disbanded"} {
		w := graphtest.NewWorld(2018, "a", "b", "c")
		w.Group("z", status)
		w.Session("x", "held", graph.Properties{"start": "2018"}, "a", "z")
		w.Commitment("y", "possible", "b", "c")
		xs, err := rank(t, crosswalk.Options{}, w).List(crosswalk.Filter{})
		if err != nil || len(xs) != 2 || xs[0].Rank == nil || xs[1].Rank != nil || xs[1].Members[1].ID != graphtest.GroupID("z") {
			t.Errorf("%s: %v; want the possible commitment ranked, then the pair with the group that is not active, unranked: %+v", status, err, xs)
		}
	}
}

// TestRankingsAgree: the order of the list follows band, S and C; ranks follow the order but for shared ones; Facts, pairs and
// intervals tell of the same pairs.
func TestRankingsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := score(t, graphtest.DrawEvents(t), 0)
		xs := all(t, r)
		place := map[crosswalk.Band]int{}
		for i, b := range crosswalk.Bands {
			place[b] = i
		}
		for i, x := range xs {
			a, _ := r.Model().GroupNumber(x.Members[0].ID)
			b, _ := r.Model().GroupNumber(x.Members[1].ID)
			for _, f := range []crosswalk.Facts{r.Facts(a, b), r.Facts(b, a)} {
				if f.S != *x.Score || f.C != *x.Context || f.Band != x.Band || f.Listed != (x.Rank != nil) || len(f.Next) != len(x.NextSteps) {
					t.Fatalf("%s: facts %+v, pair %v %v %s", x.ID, f, *x.Score, *x.Context, x.Band)
				}
			}
			if math.Signbit(*x.Score) || math.Signbit(*x.Context) {
				t.Fatalf("%s: negative zero", x.ID)
			}
			if i == 0 || x.Rank == nil || xs[i-1].Rank == nil {
				continue
			}
			p := xs[i-1]
			if place[p.Band] > place[x.Band] || p.Band == x.Band && (*p.Score < *x.Score || *p.Score == *x.Score && *p.Context < *x.Context) {
				t.Fatalf("%s (%s %v %v) stands before %s (%s %v %v)", p.ID, p.Band, *p.Score, *p.Context, x.ID, x.Band, *x.Score, *x.Context)
			}
			if *x.Rank != i+1 && !sameRankAndScore(xs[:i], x) {
				t.Fatalf("%s at place %d has rank %d", x.ID, i+1, *x.Rank)
			}
		}
		if f := r.Facts(3, 3); f.S != 0 || f.Listed {
			t.Fatalf("a group with itself: %+v", f)
		}
	})
}

func sameRankAndScore(before []crosswalk.Explanation, x crosswalk.Explanation) bool {
	for _, y := range before {
		if y.Rank != nil && *y.Rank == *x.Rank && *y.Score == *x.Score && y.Band == x.Band {
			return true
		}
	}
	return false
}

// TestJointScore: of two groups it is their S; of three, S of the events of all three, whatever the order in which they are named.
func TestJointScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		r := score(t, specs, 0)
		m := r.Model()
		groups := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "groups")[:3]
		if s, joint := r.Facts(groups[0], groups[1]).S, m.JointScore(groups[0], groups[1]); math.Abs(s-joint) > 1e-11 {
			t.Fatalf("two groups: S %v, joint %v", s, joint)
		}
		three := m.JointScore(groups...)
		if other := m.JointScore(groups[2], groups[0], groups[1]); other != three {
			t.Fatalf("named in another order: %v, %v", three, other)
		}
		var of []graphtest.Event
		for _, e := range specs {
			n := 0
			for _, g := range groups {
				for _, h := range e.Groups {
					if h == graphtest.GroupNames[g] {
						n++
					}
				}
			}
			if n == 3 {
				of = append(of, e)
			}
		}
		if len(of) == 0 && three != 0 {
			t.Fatalf("no event holds all three, and the score is %v", three)
		}
		for _, pair := range [][2]int{{0, 1}, {0, 2}, {1, 2}} {
			if p := score(t, of, 0).Facts(groups[pair[0]], groups[pair[1]]).S; len(of) == len(specs) && three > p+1e-11 {
				t.Fatalf("three together %v, two of them %v", three, p)
			}
		}
	})
}

// TestCounterfactual: without its heaviest item a pair is what it would be had that not been told.
func TestCounterfactual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := graphtest.DrawEvents(t)
		r := score(t, specs, 0)
		for _, x := range all(t, r) {
			if (x.Counterfactual == nil) != (*x.Score == 0) {
				t.Fatalf("%s: score %v, without its heaviest item %+v", x.ID, *x.Score, x.Counterfactual)
			}
			if x.Counterfactual == nil || strings.HasPrefix(x.Counterfactual.Without, "link:") {
				continue
			}
			var rest []graphtest.Event
			for i, e := range specs {
				if fmt.Sprintf("%s:test:%c%d", e.Kind, e.Kind[0], i) != x.Counterfactual.Without {
					rest = append(rest, e)
				}
			}
			y, err := score(t, rest, 0).Pair(x.Members[0].ID, x.Members[1].ID)
			if err != nil || *y.Score != x.Counterfactual.Score || y.Band != x.Counterfactual.Band || x.Counterfactual.Listed != (*y.Score > 0) {
				t.Fatalf("%s without %s: %+v; not told, it is %v %s", x.ID, x.Counterfactual.Without, x.Counterfactual, *y.Score, y.Band)
			}
		}
	})
}
