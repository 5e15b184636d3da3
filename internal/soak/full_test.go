package main

import "testing"

func TestFolderSurvivesAFullDisk(t *testing.T) {
	h := newHarness(t)
	mustHold(t, h, h.limited(t.Context(), 8))
	mustHold(t, h, h.crowded(t.Context(), 8))
}

func TestDamagedFolderIsTold(t *testing.T) {
	h := newHarness(t)
	mustHold(t, h, h.damaged(t.Context(), 16))
}
