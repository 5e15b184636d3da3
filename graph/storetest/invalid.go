package storetest

import (
	"errors"
	"slices"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testInvalid: a bundle with any error loads nothing, nor does anything that comes with it; every problem is told at once.
func testInvalid(t *testing.T, su *suite) {
	s := su.open(t)
	put(t, s, First().Bundle)
	bad := Second().Bundle
	bad.Links = slices.Clone(bad.Links)
	bad.Links[0].To = "group:rivers:nowhere"
	bad.Links[1].Evidence = nil
	for _, c := range []graph.Change{
		{Put: []graph.Bundle{bad}},
		{Put: []graph.Bundle{FirstFrench().Bundle, bad}, Withdraw: []string{First().Report()}, Judge: []graph.Judgement{judged(graph.Unsure, "")}},
	} {
		_, changed, err := s.Apply(t.Context(), c)
		problems(t, err, 2)
		if changed {
			t.Error("changed")
		}
		_, err = s.Plan(t.Context(), c)
		problems(t, err, 2)
		holds(t, s, loaded(t, First().Bundle))
	}

	other := Second().Bundle
	other.Entities = slices.Clone(other.Entities)
	other.Entities[0].Kind = graph.Theme
	_, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{other}})
	fails(t, "one id, two kinds", err, graph.ErrInvalid)
	empty := graph.Bundle{}
	_, _, err = s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{empty}})
	problems(t, err, 5)
	_, _, err = s.Apply(t.Context(), graph.Change{Judge: []graph.Judgement{judged(graph.Same, ""), judged(graph.Different, "")}})
	problems(t, err, 2)
	holds(t, s, loaded(t, First().Bundle))
	if rs, err := s.Releases(t.Context()); err != nil || len(rs) != 1 {
		t.Errorf("%d releases, %v", len(rs), err)
	}
}

// problems checks that err tells at least n broken rules.
func problems(t *testing.T, err error, n int) {
	t.Helper()
	var ps graph.Problems
	if !errors.As(err, &ps) || !errors.Is(err, graph.ErrInvalid) || len(ps) < n {
		t.Errorf("error %v: want at least %d problems", err, n)
	}
}
