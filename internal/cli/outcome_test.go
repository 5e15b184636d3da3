package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// told is what a change says of itself as JSON.
type told struct {
	What             string
	Planned, Changed bool
	Release          *struct{ Number int }
	Counts           struct{ Added, Removed map[string]int }
}

// TestOutcomes: every command that changes or checks something says so in each form, and in words only where words are asked for.
func TestOutcomes(t *testing.T) {
	f, file := newFolder(t), bundle(t, graphtest.Edition2019(t))
	for _, tc := range []struct {
		args             []string
		stdin            string
		list             bool
		planned, changed bool
		release          int
	}{
		{[]string{"load", "--dry-run", file}, "", true, true, false, 0},
		{[]string{"load", file}, "", true, false, true, 2},
		{[]string{"load", file}, "", true, false, false, 2},
		{[]string{"withdraw", "--dry-run", "cmp-2019"}, "", false, true, false, 0},
		{[]string{"withdraw", "cmp-2019"}, "", false, false, true, 3},
		{[]string{"repair"}, "", false, false, false, 3},
	} {
		text := f.ok(t, append(tc.args, "-o", "json")...)
		var one told
		many := []told{}
		err := json.Unmarshal([]byte(text), &one)
		if tc.list {
			if err = json.Unmarshal([]byte(text), &many); len(many) == 1 {
				one = many[0]
			}
		}
		number := 0
		if one.Release != nil {
			number = one.Release.Number
		}
		if err != nil || one.What == "" || one.Planned != tc.planned || one.Changed != tc.changed || number != tc.release || (len(one.Counts.Added)+len(one.Counts.Removed) > 0) != (tc.planned || tc.changed) {
			t.Errorf("%v: %v\n%s", tc.args, err, text)
		}
	}
	for _, args := range [][]string{{"load", "--dry-run", file}, {"withdraw", "--dry-run", "cmp-2018"}, {"repair", "--dry-run"}, {"check", file}} {
		if rows, err := csv.NewReader(strings.NewReader(f.ok(t, append(args, "-o", "csv")...))).ReadAll(); err != nil || len(rows) != 2 {
			t.Errorf("%v: %d rows, %v", args, len(rows), err)
		}
	}
	f.ok(t, "load", file)
	if r := f.runWith(t, string(graphtest.Source2019(t)), "attach", "-", "-o", "json"); r.code != 0 || !json.Valid([]byte(r.out)) || !strings.Contains(r.out, `"report:cmp-2019"`) {
		t.Errorf("attach: %d %s%s", r.code, r.out, r.err)
	}
}

// TestItemsForms: with --items each form has the items, with where their passages stand and what those say.
func TestItemsForms(t *testing.T) {
	f := newFolder(t)
	var items []struct{ Pair, Channel string }
	if err := json.Unmarshal([]byte(f.ok(t, "crosswalks", "--items", "-o", "json")), &items); err != nil || len(items) < 50 || items[0].Channel == "" {
		t.Errorf("JSON of %d items: %v", len(items), err)
	}
	rows, err := csv.NewReader(strings.NewReader(f.ok(t, "crosswalks", "--items", "-o", "csv"))).ReadAll()
	if err != nil || len(rows) != len(items)+1 {
		t.Fatalf("CSV of %d rows for %d items: %v", len(rows), len(items), err)
	}
	for _, r := range rows[1:] {
		for _, name := range []string{"passages", "section", "paragraph", "gist_en"} {
			if r[column(rows[0], name)] == "" {
				t.Fatalf("%s is empty in %v", name, r)
			}
		}
	}
}
