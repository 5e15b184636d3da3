package main

import "testing"

func TestFolderSurvivesAFullDisk(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	mustHold(t, h, h.limited(t.Context(), h.kills))
	mustHold(t, h, h.crowded(t.Context(), h.kills))
}

func TestDamagedFolderIsTold(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	mustHold(t, h, h.damaged(t.Context(), 8))
}
