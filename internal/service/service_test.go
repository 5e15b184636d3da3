package service_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

func TestMain(m *testing.M) { os.Exit(graphtest.Main(m)) }

// opened is a service over a real folder.
type opened struct {
	*service.Service
	dir string
}

func openFolder(t testing.TB, bundles ...graph.Bundle) opened {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "data")
	s := opened{service.New(folder(t, dir), service.Options{}), dir}
	for _, b := range bundles {
		s.load(t, b)
	}
	return s
}

func folder(t testing.TB, dir string) *filestore.Store {
	t.Helper()
	st, err := filestore.Open(t.Context(), dir, filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return st
}

// load loads as another process would: through a store of its own.
func (s opened) load(t testing.TB, b graph.Bundle) {
	t.Helper()
	if _, _, err := folder(t, s.dir).Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}, By: "test"}); err != nil {
		t.Fatal(err)
	}
}

func snapshot(t testing.TB, s *service.Service, release string) *graph.Snapshot {
	t.Helper()
	snap, err := s.Snapshot(t.Context(), release)
	if err != nil {
		t.Fatal(err)
	}
	return snap
}

// TestOneComputation: many who ask at once wait for one computation, and later ones take what was kept.
func TestOneComputation(t *testing.T) {
	s := openFolder(t, graphtest.Edition2018(t))
	snap := snapshot(t, s.Service, "")
	ask := func() any {
		r, err := s.Ranking(snap, crosswalk.Options{})
		if err != nil {
			t.Error(err)
		}
		return r
	}
	first := together(60, ask)
	for _, r := range append(first, ask()) {
		if r != first[0] {
			t.Fatal("the ranking was computed more than once")
		}
	}
	other := crosswalk.Defaults()
	if err := other.Set("scoring.session.r", 0.5); err != nil {
		t.Fatal(err)
	}
	if r, err := s.Ranking(snap, crosswalk.Options{Parameters: &other}); err != nil || any(r) == first[0] {
		t.Errorf("other parameters got the same ranking: %v", err)
	}
	if _, err := s.Ranking(snap, crosswalk.Options{AsOf: 1999}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a year before the first edition: %v", err)
	}
}

// together runs f in n goroutines at once and gives what each got.
func together(n int, f func() any) []any {
	out := make([]any, n)
	var begin, end sync.WaitGroup
	begin.Add(1)
	for i := range out {
		end.Go(func() { begin.Wait(); out[i] = f() })
	}
	begin.Done()
	end.Wait()
	return out
}

// TestPastOnce: many who ask for a past release get one snapshot, and one who leaves does not take it from the others.
func TestPastOnce(t *testing.T) {
	s := openFolder(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	snapshot(t, s.Service, "")
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := s.Snapshot(gone, "1"); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("one who left: %v", err)
	}
	all := together(30, func() any { return snapshot(t, s.Service, "1") })
	for _, snap := range all {
		if snap != all[0] {
			t.Fatal("the past release was read more than once")
		}
	}
	if n := len(all[0].(*graph.Snapshot).Reports()); n != 1 {
		t.Errorf("release 1 has %d reports", n)
	}
	if _, err := s.Snapshot(t.Context(), "9"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("a release that never was: %v", err)
	}
}

// TestWatch: loads and attached texts of other processes show within the interval; nothing runs on after the watch ends.
func TestWatch(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	s := openFolder(t, graphtest.Edition2018(t))
	old := snapshot(t, s.Service, "")
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { s.Watch(ctx, 5*time.Millisecond); close(done) }()
	s.load(t, graphtest.Edition2019(t))
	waitFor(t, "the load", func() bool { return s.Health().Release.Number == 2 })
	if len(old.Reports()) != 1 || len(snapshot(t, s.Service, "").Reports()) != 2 {
		t.Error("the snapshot was changed rather than replaced")
	}
	quoted := func() bool {
		p, ok := snapshot(t, s.Service, "").Passage("passage:cmp-2019:18-1")
		return ok && p.Quote != ""
	}
	if quoted() {
		t.Fatal("there is a quote before the text was attached")
	}
	if err := folder(t, s.dir).Attach(t.Context(), "report:cmp-2019", graphtest.Source2019(t)); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the quotes", quoted)
	if s.Health().Release.Number != 2 {
		t.Error("attaching made a release")
	}
	stop()
	<-done
}

func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not within 30 seconds: %s", what)
		}
	}
}
