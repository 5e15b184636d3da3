package main

import "testing"

// mustHold fails a test where a trial found a fault. What the machine does not allow is skipped, saying what; that there is no Neo4j is
// a failure under CI.
func mustHold(t *testing.T, h *harness, err error) {
	t.Helper()
	if excused(err) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatalf("seed %d: %v", h.seed, err)
	}
}

func TestFolderSurvivesKills(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	mustHold(t, h, h.killing("folder/kill", h.folder("kill"), small).run(t.Context(), len(operations)))
}

func TestFolderSurvivesLossOfPower(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	mustHold(t, h, h.powering(tiny).run(t.Context(), h.kills))
}
