package storetest

import (
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testReopen: what was loaded, judged and attached is there when the store is opened anew, and loading goes on from there.
func testReopen(t *testing.T, su *suite) {
	s := su.open(t)
	made, states := history(t, s)
	if err := s.Attach(t.Context(), Second().Report(), Second().Text); err != nil {
		t.Fatal(err)
	}
	listed, err := s.Releases(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s = su.reopen(t, s)
	sameQuotes(t, "reopened", holds(t, s, states[len(states)-1]), Second())
	again, err := s.Releases(t.Context())
	if diff := cmp.Diff(listed, again); diff != "" || err != nil {
		t.Errorf("releases after opening anew: %v\n%s", err, diff)
	}
	for i, r := range made {
		past(t, s, strconv.Itoa(r.Number), r, states[i])
	}
	if r := put(t, s, FirstFrench().Bundle); r.Number != len(made)+1 {
		t.Errorf("the next release is number %d", r.Number)
	}
}

// testBeside: what one process loads another sees within a second, and the other way round.
func testBeside(t *testing.T, su *suite) {
	a := su.open(t)
	b := su.beside(t, a)
	holds(t, b, graph.State{})
	st := graph.State{}
	for i, e := range []Edition{First(), Second(), FirstRevised(), FirstFrench()} {
		from, to := a, b
		if i%2 == 1 {
			from, to = b, a
		}
		r := put(t, from, e.Bundle)
		next, err := st.Apply(graph.Change{Put: []graph.Bundle{e.Bundle}})
		if err != nil {
			t.Fatal(err)
		}
		st = next
		seen := graph.Release{}
		for deadline := time.Now().Add(time.Second); seen.LoadID != r.LoadID && time.Now().Before(deadline); {
			if seen, err = to.Release(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(r, seen); diff != "" {
			t.Errorf("a second after the load the other store sees another release (-made +seen):\n%s", diff)
		}
		holds(t, to, st)
		holds(t, from, st)
	}
}
