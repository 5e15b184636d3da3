package neo4jstore_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

func TestLoaderThatWaitsTooLongIsToldAndHarmsNothing(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	cfg.LockWait = 300 * time.Millisecond
	s := reopen(t, cfg)
	session := driverOf(t, cfg).NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer session.Close(t.Context())
	tx, err := session.BeginTransaction(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Run(t.Context(), `MERGE (s:CrosswalkStore {id: 'store'}) SET s.loader = 'another'`, nil); err != nil {
		t.Fatal(err)
	}
	b := synthetic(1, 100).Canonical()
	if _, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}}); !errors.Is(err, graph.ErrConflict) || !contains(err, "another loader") {
		t.Fatalf("%v, want ErrConflict", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, _, err := s.Apply(ctx, graph.Change{Put: []graph.Bundle{b}}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v, want the caller's own deadline", err)
	}
	if err := tx.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	put(t, s, b)
	same(t, s, nil, b)
}

func TestLoadersAtOnceQueue(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	var wait sync.WaitGroup
	var bundles []graph.Bundle
	for i := range 4 {
		b := synthetic(i, 200).Canonical()
		bundles = append(bundles, b)
		s := reopen(t, cfg)
		wait.Go(func() {
			if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}}); err != nil || !changed {
				t.Errorf("loader %d: %v %v", i, changed, err)
			}
		})
	}
	wait.Wait()
	s := reopen(t, cfg)
	if snap := same(t, s, nil, bundles...); snap.Release().Number != 4 {
		t.Errorf("release %d, want 4", snap.Release().Number)
	}
}

// Loads back to back otherwise starve a reader: a snapshot of many pages never sees one release from first to last.
func TestReaderIsNotStarvedByLoads(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s, loader := reopen(t, cfg), reopen(t, cfg)
	big, small := synthetic(1, 8000).Canonical(), synthetic(2, 10).Canonical()
	put(t, s, big)
	ctx, stop := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	loads := 0
	wait.Go(func() {
		for ctx.Err() == nil {
			c := graph.Change{Put: []graph.Bundle{small}}
			if loads%2 == 1 {
				c = graph.Change{Withdraw: []string{small.Report.ID}}
			}
			if _, _, err := loader.Apply(ctx, c); err != nil && ctx.Err() == nil {
				t.Errorf("load: %v", err)
				return
			}
			loads++
		}
	})
	began := time.Now()
	for range 3 {
		if _, err := s.Snapshot(t.Context()); err != nil {
			t.Errorf("read beside loads: %v", err)
		}
	}
	t.Logf("three snapshots in %v beside %d loads", time.Since(began), loads)
	stop()
	wait.Wait()
	if loads < 4 {
		t.Errorf("%d loads: nothing was tried", loads)
	}
}

func TestLoadThatCannotFitIsRefusedBeforehand(t *testing.T) {
	s := open(t, func(c *neo4jstore.Config) { c.TransactionMemory = 1 << 20 })
	b := synthetic(1, 1000).Canonical()
	_, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}})
	if !errors.Is(err, graph.ErrInvalid) || !contains(err, "allows 1 MB") || !contains(err, "needs about 7 MB") {
		t.Errorf("%v; want both figures", err)
	}
	if r, err := s.Release(t.Context()); err != nil || r.Number != 0 {
		t.Errorf("release %d %v after a refused load", r.Number, err)
	}
	put(t, s, synthetic(1, 50))
}

// The server calls a full memory pool passing, and the driver would try the same load again until its time is up.
func TestFullMemoryPoolEndsTheTrying(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	session := driverOf(t, cfg).NewSession(t.Context(), neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer session.Close(t.Context())
	result, err := session.Run(t.Context(), `UNWIND range(1, 50000000) AS n WITH collect(toString(n)) AS texts RETURN size(texts)`, nil, neo4j.WithTxTimeout(2*time.Minute))
	if err == nil {
		_, err = result.Consume(t.Context())
	}
	if err == nil || !strings.Contains(err.Error(), "MemoryPoolOutOfMemoryError") {
		t.Fatalf("the server did not run out of memory: %v", err)
	}
	if !neo4j.IsRetryable(err) {
		t.Error("the driver no longer takes it for passing: the store's own rule can go")
	}
	if neo4jstore.Retryable(err) {
		t.Error("the store would try again")
	}
	if got := neo4jstore.Translate(t.Context(), err); neo4j.IsRetryable(got) || !contains(got, "db.memory.transaction.max") {
		t.Errorf("%v: want one that the driver does not retry, naming the setting", got)
	}
}
