package storetest

import (
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testPast: past releases are answered again, by number and by id; what never was is not found.
func testPast(t *testing.T, su *suite) {
	s := su.open(t)
	made, states := history(t, s)
	for i, r := range made {
		past(t, s, strconv.Itoa(r.Number), r, states[i])
		if i == 0 {
			r = made[2] // has the same graph, hence the same id
		}
		past(t, s, r.ID(), r, states[i])
	}
	for _, name := range []string{"0", "6", "-1", "99999999999999999999", "ffffffffffffffff", "0123456789abcdef", made[0].Digest, made[0].LoadID, made[0].ID()[:15], "", "one", "1.0"} {
		_, err := s.PastSnapshot(t.Context(), name)
		fails(t, "release "+strconv.Quote(name), err, graph.ErrNotFound)
	}
	holds(t, s, states[len(states)-1])
}

func past(t *testing.T, s graph.Store, name string, r graph.Release, st graph.State) {
	t.Helper()
	snap, err := s.PastSnapshot(t.Context(), name)
	if err != nil {
		t.Errorf("release %s: %v", name, err)
		return
	}
	if diff := cmp.Diff(r, snap.Release()); diff != "" {
		t.Errorf("release %s (-as made +as answered):\n%s", name, diff)
	}
	sameGraph(t, merged(t, st), snap.Graph())
}

// testPruned: only so many past releases are kept; older ones are gone, but listed. A bundle that only they had can be loaded
// again.
func testPruned(t *testing.T, su *suite) {
	s := su.open(t)
	onlyOnce := FirstFrench().Bundle
	oldest := put(t, s, onlyOnce)
	apply(t, s, graph.Change{Withdraw: []string{onlyOnce.Report.ID}, Put: []graph.Bundle{Second().Bundle}, Judge: []graph.Judgement{judged(graph.Unsure, "2021-01-01")}})
	states := map[int]graph.State{}
	made := map[int]graph.Release{}
	js := []graph.Judgement{judged(graph.Unsure, "2021-01-01")}
	for n := 3; n <= su.keep+3; n++ {
		b := []graph.Bundle{First().Bundle, FirstRevised().Bundle}[n%2]
		made[n] = put(t, s, b)
		states[n] = state(t, graph.Change{Put: []graph.Bundle{b, Second().Bundle}, Judge: js})
	}
	for _, name := range []string{"1", "2", oldest.ID()} {
		_, err := s.PastSnapshot(t.Context(), name)
		fails(t, "release "+name, err, graph.ErrGone)
	}
	past(t, s, "3", made[3], states[3])
	past(t, s, strconv.Itoa(su.keep+3), made[su.keep+3], states[su.keep+3])
	if rs, err := s.Releases(t.Context()); err != nil || len(rs) != su.keep+3 {
		t.Errorf("%d releases are listed, %v; want %d", len(rs), err, su.keep+3)
	}
	r := put(t, s, onlyOnce)
	holds(t, s, state(t, graph.Change{Put: []graph.Bundle{onlyOnce, Second().Bundle, []graph.Bundle{First().Bundle, FirstRevised().Bundle}[(su.keep+3)%2]}, Judge: js}))
	past(t, s, strconv.Itoa(r.Number-1), made[r.Number-1], states[r.Number-1])
}
