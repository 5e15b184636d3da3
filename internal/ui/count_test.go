package ui

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// TestCounts: what is told of earlier years is never one of a number.
func TestCounts(t *testing.T) {
	held, earlier := crosswalk.Item{Status: "held", Dated: true}, crosswalk.Item{Status: "held"}
	agreed, named := crosswalk.Item{Status: "agreed", Dated: true}, crosswalk.Item{Status: "none", Dated: true}
	for want, items := range map[string][]crosswalk.Item{
		"1 held, and in earlier years":           {held, earlier},
		"1 held, and in earlier years; 2 agreed": {agreed, earlier, held, agreed},
		"held in earlier years, 1 named":         {earlier, earlier, named},
		"2 held, 1 agreed":                       {held, agreed, held},
		"":                                       nil,
	} {
		parts := []crosswalk.Part{{Channel: "session", Direct: true, Items: items}, {Channel: "theme", Items: []crosswalk.Item{held}}}
		if got := counts(crosswalk.Explanation{Parts: parts}); got != want {
			t.Errorf("%q, expected %q", got, want)
		}
	}
}
