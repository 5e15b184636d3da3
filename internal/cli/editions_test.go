package cli_test

import (
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestPackagedEdition: an empty store is given it once; withdrawn, it stays away, also with the next start.
func TestPackagedEdition(t *testing.T) {
	f := newFolder(t)
	if out := f.ok(t, "releases"); !strings.Contains(out, "packaged edition") || !strings.Contains(out, "report:cmp-2018") {
		t.Errorf("an empty store was given:\n%s", out)
	}
	f.ok(t, "withdraw", "cmp-2018")
	for range 2 {
		if r := f.run(t, "crosswalks"); r.code != 1 || !strings.Contains(r.err, "load a bundle first") {
			t.Errorf("after the withdrawal: %d %s%s", r.code, r.out, r.err)
		}
	}
	if r := f.release(t); r.Number != 2 || len(r.Bundles) != 0 {
		t.Errorf("release %d holds %v", r.Number, r.Bundles)
	}
	if r := newFolder(t).run(t, "crosswalks", "--editions", "none"); r.code != 1 || !strings.Contains(r.err, "load a bundle first") {
		t.Errorf("without editions: %d %s%s", r.code, r.out, r.err)
	}
}

// TestNewerEdition: an older reading that came with the program gives way to the program's; one that somebody loaded stays, and so
// does a newer one that a newer program brought.
func TestNewerEdition(t *testing.T) {
	current := graphtest.Edition2018(t)
	older := current
	older.Entities = append([]graph.Entity{}, current.Entities...)
	older.Entities[0].Aliases = append([]string{"Another name"}, older.Entities[0].Aliases...)
	for _, tc := range []struct {
		name    string
		changes []graph.Change
		want    string
		by      string
	}{
		{"came with the program", []graph.Change{{Put: []graph.Bundle{older}, By: "packaged edition"}}, current.Hash(), "packaged edition"},
		{"was loaded", []graph.Change{{Put: []graph.Bundle{older}, By: "crosswalk load"}}, older.Hash(), "crosswalk load"},
		{"came with a newer program", []graph.Change{{Put: []graph.Bundle{current}, By: "packaged edition"}, {Put: []graph.Bundle{older}, By: "packaged edition"}}, older.Hash(), "packaged edition"},
		{"was loaded over the packaged one", []graph.Change{{Put: []graph.Bundle{current}, By: "packaged edition"}, {Put: []graph.Bundle{older}, By: "me"}}, older.Hash(), "me"},
		{"came with the program, then others were loaded", []graph.Change{{Put: []graph.Bundle{older}, By: "packaged edition"}, {Put: []graph.Bundle{graphtest.Edition2019(t)}, By: "me"}}, current.Hash(), "packaged edition"},
	} {
		f := newFolder(t)
		for _, c := range tc.changes {
			if _, _, err := f.store(t).Apply(t.Context(), c); err != nil {
				t.Fatal(err)
			}
		}
		f.ok(t, "crosswalks")
		f.ok(t, "crosswalks") // again, nothing changes any more
		r := f.release(t)
		if got := r.Bundles[0]; got.Report != "report:cmp-2018" || got.Hash != tc.want || r.By != tc.by {
			t.Errorf("%s: release %d by %q holds %v", tc.name, r.Number, r.By, r.Bundles)
		}
	}
}
