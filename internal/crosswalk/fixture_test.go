package crosswalk_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func rank(t testing.TB, o crosswalk.Options, ws ...*graphtest.World) *crosswalk.Ranking {
	t.Helper()
	m, err := crosswalk.NewModel(graphtest.Snapshot(t, ws...), o)
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}

func pairOf(t testing.TB, r *crosswalk.Ranking, a, b string) crosswalk.Explanation {
	t.Helper()
	x, err := r.Pair(graphtest.GroupID(a), graphtest.GroupID(b))
	if err != nil {
		t.Fatal(err)
	}
	return x
}
