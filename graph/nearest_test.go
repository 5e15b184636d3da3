package graph

import (
	"testing"

	"pgregory.net/rapid"
)

func TestNearest(t *testing.T) {
	known := []string{"group:cmp:energy", "group:cmp:mining", "group:cmp:environment", "neo4j.uri", "address", "store"}
	for name, want := range map[string]string{
		"group:cmp:enrgy": "group:cmp:energy", "group:cmp:minings": "group:cmp:mining", "group:cmp:energy": "group:cmp:energy",
		"group:cmp:nix": "", "adress": "address", "neo4j.url": "neo4j.uri", "neo4juri": "neo4j.uri", "x": "", "": "", "story": "store",
	} {
		if got := Nearest(name, known); got != want {
			t.Errorf("Nearest(%q) is %q, want %q", name, got, want)
		}
	}
}

func TestNearestID(t *testing.T) {
	known := []string{"group:cmp:energy", "group:cmp:mining"}
	for id, want := range map[string]string{"enrgy": "group:cmp:energy", "group:mining": "group:cmp:mining", "group:other:minning": "group:cmp:mining", "forestry": "", "": ""} {
		if got := NearestID(id, known); got != want {
			t.Errorf("NearestID(%q) is %q, want %q", id, got, want)
		}
	}
}

// TestEditDistance: the bounded distance is the distance where that is within the limit, and above the limit elsewhere.
func TestEditDistance(t *testing.T) {
	letters := rapid.StringMatching(`[ab]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := letters.Draw(t, "a"), letters.Draw(t, "b")
		limit := rapid.IntRange(0, 6).Draw(t, "limit")
		want := plainDistance(a, b)
		got := editDistance(a, b, limit)
		if want <= limit && got != want || want > limit && got <= limit {
			t.Fatalf("editDistance(%q, %q, %d) is %d; the distance is %d", a, b, limit, got, want)
		}
	})
}

// plainDistance is the definition.
func plainDistance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	case a[0] == b[0]:
		return plainDistance(a[1:], b[1:])
	}
	return 1 + min(plainDistance(a[1:], b), plainDistance(a, b[1:]), plainDistance(a[1:], b[1:]))
}
