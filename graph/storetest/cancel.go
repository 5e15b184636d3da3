package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testCancelled: whoever went away gets nothing done.
func testCancelled(t *testing.T, su *suite) {
	s := su.open(t)
	put(t, s, First().Bundle)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := graph.Change{Put: []graph.Bundle{Second().Bundle}}
	_, _, err := s.Apply(ctx, c)
	fails(t, "apply", err, context.Canceled)
	_, err = s.Plan(ctx, c)
	fails(t, "plan", err, context.Canceled)
	_, err = s.Snapshot(ctx)
	fails(t, "snapshot", err, context.Canceled)
	_, err = s.PastSnapshot(ctx, "1")
	fails(t, "past snapshot", err, context.Canceled)
	fails(t, "attach", s.Attach(ctx, First().Report(), First().Text), context.Canceled)
	snap := holds(t, s, loaded(t, First().Bundle))
	sameQuotes(t, "after a cancelled attach", snap)
}

// testCancelledOnTheWay: a load whose context ends at some moment is done wholly or not at all, and says which.
func testCancelledOnTheWay(t *testing.T, su *suite) {
	s := su.open(t)
	put(t, s, First().Bundle)
	c := graph.Change{Put: []graph.Bundle{Second().Bundle, FirstFrench().Bundle}, Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}}
	before, after := loaded(t, First().Bundle), state(t, graph.Change{Put: []graph.Bundle{First().Bundle}}, c)
	began := time.Now()
	apply(t, s, c)
	whole := time.Since(began)
	cut, done := 0, 0
	for i := range 10 {
		apply(t, s, graph.Change{Withdraw: []string{Second().Report(), FirstFrench().Report()}})
		ctx, cancel := context.WithTimeout(t.Context(), whole*time.Duration(i)/8)
		_, changed, err := s.Apply(ctx, c)
		cancel()
		switch {
		case err == nil && changed:
			done++
			holds(t, s, after)
		case errors.Is(err, context.DeadlineExceeded):
			cut++
			holds(t, s, graph.State{Bundles: before.Bundles, Judgements: after.Judgements})
			apply(t, s, c)
			holds(t, s, after)
		default:
			t.Errorf("after %d eighths of %v: changed %v, %v", i, whole, changed, err)
		}
	}
	if cut == 0 {
		t.Error("no load was cut off: the test tests nothing")
	}
	t.Logf("%d loads were cut off, %d were done", cut, done)
}
