package storetest

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testReplace: a newer bundle of the same report takes away what it no longer states, and only that.
func testReplace(t *testing.T, su *suite) {
	s := su.open(t)
	put(t, s, First().Bundle)
	put(t, s, Second().Bundle)
	if _, ok := snapshot(t, s).Lookup(miners); !ok {
		t.Fatalf("%s is not there before", miners)
	}
	r := put(t, s, FirstRevised().Bundle)
	snap := holds(t, s, loaded(t, FirstRevised().Bundle, Second().Bundle))
	if _, ok := snap.Lookup(miners); ok {
		t.Errorf("%s is still there, though no report states it", miners)
	}
	if n, ok := snap.Lookup(institute); !ok || snap.Entity(n).Properties.Text("acronym") != "IL" {
		t.Errorf("%s went or changed, though its report still states it", institute)
	}
	for label, counts := range map[string]map[string]int{"Institution": r.Counts.Removed, string(graph.ParticipatesIn): r.Counts.Removed, "note": r.Counts.Removed,
		string(graph.Addresses): r.Counts.Added, "WorkingGroup": r.Counts.Changed, "passage": r.Counts.Changed} {
		if counts[label] != 1 {
			t.Errorf("counts of %s: %d, want 1 (%+v)", label, counts[label], r.Counts)
		}
	}
	if n := len(r.Bundles); n != 2 {
		t.Errorf("the release names %d bundles, want 2", n)
	}
}
