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
	before := f.ok(t, "crosswalks", "-o", "json")
	if r := f.run(t, "withdraw", "cmp-2018"); r.code != 0 || !strings.Contains(r.err, "to undo: crosswalk load --packaged cmp-2018 --data-dir "+string(f)+"\n") {
		t.Errorf("the withdrawal does not say how to undo it: %d %s%s", r.code, r.out, r.err)
	}
	if r := f.release(t); r.Number != 2 || len(r.Bundles) != 0 {
		t.Errorf("release %d holds %v", r.Number, r.Bundles)
	}
	f.ok(t, "releases")
	if out := f.ok(t, "load", "--packaged", "cmp-2018"); !strings.Contains(out, "packaged edition cmp-2018: release 3 (") {
		t.Errorf("the way back: %s", out)
	}
	if f.release(t).By != "packaged edition" || f.ok(t, "crosswalks", "-o", "json") != before {
		t.Error("the edition that was brought back answers otherwise, or does not count as the program's own")
	}
}

// TestWithdrawOther: what did not come with the program, or differs from it, is brought back from its file.
func TestWithdrawOther(t *testing.T) {
	f := second(t)
	if r := f.run(t, "withdraw", "--dry-run", "cmp-2019"); r.code != 0 || !strings.Contains(r.out, "report:cmp-2019 would be withdrawn: 0 added") || f.release(t).Number != 2 {
		t.Errorf("the plan: %d %s%s", r.code, r.out, r.err)
	}
	other := graphtest.Edition2018(t)
	other.Entities[0].Aliases = append(other.Entities[0].Aliases, "Another name")
	f.ok(t, "load", bundle(t, other))
	r := f.run(t, "withdraw", "cmp-2018", "cmp-2019")
	for _, report := range []string{"report:cmp-2018", "report:cmp-2019"} {
		if r.code != 0 || !strings.Contains(r.err, "to undo: crosswalk load FILE --data-dir "+string(f)+", FILE being the bundle that "+report+" was loaded from\n") {
			t.Errorf("%s: %d %s%s", report, r.code, r.out, r.err)
		}
	}
}

// TestNothingLoaded: every command that answers from reports says of an empty store that nothing is loaded, and how to load.
func TestNothingLoaded(t *testing.T) {
	withdrawn := newFolder(t)
	withdrawn.ok(t, "withdraw", "cmp-2018")
	for _, args := range append(answers, []string{"export", "bundle", "--report", "cmp-2018"}, []string{"withdraw", "cmp-2018"}, []string{"attach", "-"}) {
		if args[0] == "releases" {
			continue // history is an answer
		}
		for name, f := range map[string]folder{"empty": newFolder(t), "withdrawn": withdrawn} {
			r := f.run(t, append(args, "--editions", "none")...)
			if r.code != 1 || r.out != "" || !strings.Contains(r.err, "nothing is loaded") || !strings.Contains(r.err, "crosswalk load --packaged cmp-2018") || !strings.Contains(r.err, "crosswalk load FILE") {
				t.Errorf("%s store, %s: %d %s%s", name, strings.Join(args, " "), r.code, r.out, r.err)
			}
		}
	}
	if r := withdrawn.run(t, "notes", "--release", "2"); r.code != 1 || !strings.Contains(r.err, "nothing is loaded") && !strings.Contains(r.err, "release 2 holds no report") {
		t.Errorf("a release without reports: %d %s%s", r.code, r.out, r.err)
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
