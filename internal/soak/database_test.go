package main

import "testing"

func TestDatabaseSurvives(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	t.Run("killed workers", func(t *testing.T) { mustHold(t, h, h.killAtDatabase(t.Context(), h.kills)) })
	t.Run("cut connections", func(t *testing.T) { mustHold(t, h, h.cutLines(t.Context(), h.kills)) })
	t.Run("many at once", func(t *testing.T) { mustHold(t, h, h.concurrentAtDatabase(t.Context(), 6)) })
	t.Run("written by hand", func(t *testing.T) { mustHold(t, h, h.byHand(t.Context())) })
	t.Run("not a load in two transactions", func(t *testing.T) { loadInTwoTransactionsIsFound(t, h) })
	t.Run("a killed server", func(t *testing.T) { mustHold(t, h, h.killServer(t.Context(), 1)) })
}
