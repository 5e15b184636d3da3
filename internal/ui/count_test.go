package ui

import (
	"slices"
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

// TestChanceIsSaidOnce: the answer's own caution about shared institutions gives way to the words with the numbers.
func TestChanceIsSaidOnce(t *testing.T) {
	score := 0.0
	x := crosswalk.Explanation{Score: &score, Chance: &crosswalk.Chance{Observed: 3, Expected: 1.85, Q: 1},
		Against: []crosswalk.Reason{{Code: "not-above-chance", Text: "…"}, {Code: "one-chapter", Text: "One."}}}
	want := []string{"One.", "3 institutions are named in the work of both; groups of this size would share about 2 anyway, so the institutions alone say little."}
	v := &viewer{}
	for _, with := range []bool{false, true} {
		if got := v.cautions(x, with); !slices.Equal(got, want) {
			t.Errorf("%q, expected %q", got, want)
		}
	}
	x.Chance.Q = 0.01
	if got, caution := chanceText(x); caution || got != "3 institutions are named in the work of both; groups of this size would share about 2 anyway, so this is more than their size explains." {
		t.Errorf("%q, a caution: %v", got, caution)
	}
	if got := v.cautions(x, true); !slices.Equal(got, want[:1]) {
		t.Errorf("%q", got)
	}
}
