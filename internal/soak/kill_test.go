package main

import (
	"errors"
	"os"
	"testing"
)

// mustHold fails a test where a trial found a fault; what the machine does not allow is skipped, under CI it is a failure.
func mustHold(t *testing.T, h *harness, err error) {
	t.Helper()
	if errors.Is(err, errNotHere) && os.Getenv("CI") != "true" {
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
