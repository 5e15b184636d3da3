package neo4jstore_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/soak/proxy"
)

// cutFixture is a store behind a proxy, a direct one beside it, and two bundles of one report: the first is loaded.
type cutFixture struct {
	far, near  *neo4jstore.Store
	proxy      *proxy.Proxy
	old, young graph.Bundle
}

func newCutFixture(t *testing.T) *cutFixture {
	t.Helper()
	cfg := graphtest.Neo4j(t)
	cfg.RetryTime = 2 * time.Second
	cfg.TransactionMemory = -1 // asking for it would be a commit of its own
	f := &cutFixture{near: reopen(t, cfg), old: synthetic(1, 400).Canonical()}
	f.young = f.old
	f.young.Links = f.old.Links[:300]
	f.proxy = throughProxy(t, &cfg)
	f.far = reopen(t, cfg)
	put(t, f.far, f.old)
	return f
}

// load loads the younger bundle through the proxy.
func (f *cutFixture) load(t *testing.T) (graph.Release, bool, error) {
	return f.far.Apply(t.Context(), graph.Change{Put: []graph.Bundle{f.young}, By: "test"})
}

// holds checks through the direct store that the graph is wholly old or wholly young.
func (f *cutFixture) holds(t *testing.T, young bool) {
	t.Helper()
	want, number := f.old, 1
	if young {
		want, number = f.young, 2
	}
	snap := same(t, f.near, nil, want)
	if got := snap.Release().Number; got != number {
		t.Errorf("release %d, want %d", got, number)
	}
	rs, err := f.near.Releases(t.Context())
	if err != nil || len(rs) != number {
		t.Errorf("%d releases (%v), want %d", len(rs), err, number)
	}
}

func TestLoadThatIsCutOffAndCannotGoOnLeavesTheOldGraph(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{})
	if _, err := f.far.Plan(t.Context(), graph.Change{Put: []graph.Bundle{f.young}}); err != nil {
		t.Fatal(err)
	}
	for _, after := range []int{100, 2000, 5000, 10_000, 14_000} {
		t.Run(fmt.Sprint(after), func(t *testing.T) {
			f.proxy.Set(proxy.Cut{After: after, Stay: true})
			_, changed, err := f.load(t)
			sent, cut := f.proxy.Passed()
			if !cut {
				t.Fatalf("not cut: a load sends %d bytes", sent)
			}
			if !errors.Is(err, graph.ErrUnavailable) || changed {
				t.Errorf("changed %v, %v; want ErrUnavailable", changed, err)
			}
			f.holds(t, false)
		})
	}
	f.proxy.Set(proxy.Cut{})
	if _, changed, err := f.load(t); err != nil || !changed {
		t.Fatalf("with the server back: %v %v", changed, err)
	}
	f.holds(t, true)
}

func TestLoadThatIsCutOffOnceGoesOn(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{After: 8000})
	r, changed, err := f.load(t)
	if _, cut := f.proxy.Passed(); err != nil || !changed || !cut || r.Number != 2 {
		t.Fatalf("release %d, changed %v, cut %v: %v", r.Number, changed, cut, err)
	}
	f.holds(t, true)
}

func TestCommitThatTheServerNeverGotIsMadeAgain(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{BeforeCommit: true})
	r, changed, err := f.load(t)
	if _, cut := f.proxy.Passed(); err != nil || !changed || !cut || r.Number != 2 {
		t.Fatalf("release %d, changed %v, cut %v: %v", r.Number, changed, cut, err)
	}
	f.holds(t, true)
}

// The driver cannot tell whether a commit whose answer was lost was done; the store looks for its load.
func TestCommitWhoseAnswerIsLostIsFound(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{AnswerCommit: true})
	r, changed, err := f.load(t)
	if _, cut := f.proxy.Passed(); err != nil || !changed || !cut {
		t.Fatalf("changed %v, cut %v: %v", changed, cut, err)
	}
	now, err := f.near.Release(t.Context())
	if err != nil || r.LoadID != now.LoadID || r.Number != 2 || r.Digest != now.Digest {
		t.Errorf("%+v (%v), want the release that the server has: %+v", r, err, now)
	}
	f.holds(t, true)
}

func TestCommitThatCannotBeLookedUpSaysSo(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{AnswerCommit: true, Stay: true})
	_, changed, err := f.load(t)
	if !errors.Is(err, graph.ErrUnavailable) || changed {
		t.Fatalf("changed %v: %v, want ErrUnavailable", changed, err)
	}
	now, errNow := f.near.Release(t.Context())
	if errNow != nil || now.Number != 2 || !contains(err, now.LoadID) {
		t.Errorf("%v; want the load %s named (%v)", err, now.LoadID, errNow)
	}
	f.holds(t, true)
}

func TestSnapshotThatIsCutOffGoesOn(t *testing.T) {
	f := newCutFixture(t)
	f.proxy.Set(proxy.Cut{After: 300})
	same(t, f.far, nil, f.old)
	if _, cut := f.proxy.Passed(); !cut {
		t.Error("not cut")
	}
	f.proxy.Set(proxy.Cut{After: 300, Stay: true})
	if _, err := f.far.Snapshot(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("%v, want ErrUnavailable", err)
	}
}
