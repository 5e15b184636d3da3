package storetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// history loads a little history and gives its releases as Apply returned them and the state after each, oldest first. Releases
// 1 and 3 hold the same graph.
func history(t *testing.T, s graph.Store) ([]graph.Release, []graph.State) {
	t.Helper()
	var st graph.State
	var states []graph.State
	var releases []graph.Release
	for _, c := range []graph.Change{
		{Put: []graph.Bundle{First().Bundle}, By: "ann"},
		{Put: []graph.Bundle{Second().Bundle}, By: "ben"},
		{Withdraw: []string{Second().Report()}},
		{Put: []graph.Bundle{FirstRevised().Bundle, Second().Bundle}, By: "ann é <&>"},
		{Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}, By: "cat"},
	} {
		next, err := st.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		st = next
		releases, states = append(releases, apply(t, s, c)), append(states, next)
	}
	return releases, states
}

// testReleases: the history comes newest first, each release as it was told when it was made.
func testReleases(t *testing.T, su *suite) {
	s := su.open(t)
	made, states := history(t, s)
	got, err := s.Releases(t.Context())
	if err != nil || len(got) != len(made) {
		t.Fatalf("%d releases, %v", len(got), err)
	}
	loads := map[string]bool{}
	old := &graph.Graph{}
	for i, r := range made {
		if diff := cmp.Diff(r, got[len(got)-1-i]); diff != "" {
			t.Errorf("release %d (-as made +as listed):\n%s", i+1, diff)
		}
		g := merged(t, states[i])
		if diff := cmp.Diff(graph.Diff(old, g).Counts, r.Counts); r.Number != i+1 || diff != "" {
			t.Errorf("release %d is numbered %d; counts:\n%s", i+1, r.Number, diff)
		}
		if want := graph.HashJudgements(states[i].Judgements); r.Judgements != want {
			t.Errorf("release %d has judgements %q, want %q", i+1, r.Judgements, want)
		}
		if loads[r.LoadID] {
			t.Errorf("load id %s comes twice", r.LoadID)
		}
		loads[r.LoadID], old = true, g
	}
	r, err := s.Release(t.Context())
	if diff := cmp.Diff(got[0], r); diff != "" || err != nil {
		t.Errorf("the current release is not the first of the list: %v\n%s", err, diff)
	}
}
