package neo4jstore_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestReaderWhoLeaves: whoever leaves while the graph is read, whenever that is, gets the cause of it soon, nothing is left at work,
// and the next reader reads the whole.
func TestReaderWhoLeaves(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	b := synthetic(1, 6000).Canonical() // some pages of links
	put(t, s, b)
	began := time.Now()
	same(t, s, nil, b)
	whole := time.Since(began)
	before := goleak.IgnoreCurrent()
	left := errors.New("left")
	cut := 0
	for part := range 10 {
		ctx, cancel := context.WithCancelCause(t.Context())
		timer := time.AfterFunc(whole*time.Duration(part)/12, func() { cancel(left) })
		began := time.Now()
		snap, err := s.Snapshot(ctx)
		if err != nil {
			cut++
		}
		if err == nil && snap.NumLinks() != len(b.Links) || err != nil && !errors.Is(err, left) && !errors.Is(err, context.Canceled) {
			t.Errorf("left after %d twelfths: %v", part, err)
		}
		if took := time.Since(began); took > whole+10*time.Second {
			t.Errorf("left after %d twelfths, and held for %v", part, took)
		}
		timer.Stop()
		cancel(nil)
	}
	if cut == 0 {
		t.Error("nobody left in time")
	}
	goleak.VerifyNone(t, before)
	same(t, s, nil, b)
}
