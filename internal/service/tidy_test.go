package service

import (
	"runtime/debug"
	"testing"
)

// The collector's own setting comes back after a swap, and one that lets less garbage stand, or none collect, stays.
func TestTidilyGivesTheSettingBack(t *testing.T) {
	for _, set := range []int{100, 400, tidyPercent, 5, -1} {
		before := debug.SetGCPercent(set)
		done := tidily()
		during := debug.SetGCPercent(set)
		done()
		if after := debug.SetGCPercent(before); after != set {
			t.Errorf("GOGC %d: %d afterwards", set, after)
		}
		if want := min(set, tidyPercent); during != want {
			t.Errorf("GOGC %d: %d while a snapshot is taken, want %d", set, during, want)
		}
	}
}
