package cli_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TestWidth: on 80 and on 120 columns no line of an answer is longer, what a table leaves out is told, and without a width nothing is
// broken or left out.
func TestWidth(t *testing.T) {
	f := second(t)
	for _, width := range []int{80, 120} {
		t.Setenv("COLUMNS", map[int]string{80: "80", 120: "120"}[width])
		for _, args := range answers {
			r := f.run(t, args...)
			for l := range strings.Lines(r.out) {
				if n := utf8.RuneCountInString(strings.TrimRight(l, "\n")); n > width {
					t.Errorf("%s on %d columns: a line has %d: %s", strings.Join(args, " "), width, n, l)
					break
				}
			}
		}
	}
	t.Setenv("COLUMNS", "80")
	narrow := f.run(t, "commitments")
	if !strings.Contains(narrow.err, "too narrow for: passages") || !strings.Contains(narrow.err, "-o csv") || strings.Contains(narrow.out, "PASSAGES") {
		t.Errorf("what is left out is not told: %s\n%.300s", narrow.err, narrow.out)
	}
	t.Setenv("COLUMNS", "")
	wide := f.run(t, "commitments")
	if wide.err != "" || !strings.Contains(wide.out, "PASSAGES") || strings.Contains(wide.out, "cmp-2018:184-2\n\n") {
		t.Errorf("without a width: %s\n%.300s", wide.err, wide.out)
	}
	if rows, all := strings.Count(wide.out, "\n"), strings.Count(f.ok(t, "commitments", "-o", "csv"), "\r\n"); rows != all {
		t.Errorf("without a width %d lines for %d rows", rows, all)
	}
}

// TestNotes: each note is read as what it is about, what it says, and where it stands.
func TestNotes(t *testing.T) {
	f := newFolder(t)
	var notes []graph.Note
	if err := json.Unmarshal([]byte(f.ok(t, "notes", "-o", "json")), &notes); err != nil || len(notes) < 50 {
		t.Fatalf("%d notes: %v", len(notes), err)
	}
	blocks := strings.Split(f.ok(t, "notes"), "\n\n")
	if len(blocks) != len(notes) {
		t.Fatalf("%d notes are shown as %d", len(notes), len(blocks))
	}
	for i, n := range notes {
		lines := strings.Split(strings.TrimSpace(blocks[i]), "\n")
		if len(lines) != 2+len(n.Evidence) || !strings.HasPrefix(lines[0], strings.ToUpper(string(n.Kind))) || lines[1] != "  "+n.Gist["en"] || !strings.Contains(lines[2], "(line ") {
			t.Errorf("%s is shown as\n%s", n.ID, blocks[i])
		}
	}
	if out := f.ok(t, "notes", "--kind", "gap", "--about", "agri-business"); !strings.HasPrefix(out, "GAP: Agri-business\n  ") {
		t.Errorf("a note about a group begins %.60q", out)
	}
}

// TestPaths: a path is read as a sentence in which each link points the way that it leads, with where it is told.
func TestPaths(t *testing.T) {
	f := newFolder(t)
	out := f.ok(t, "paths", "Energy", "Mining")
	for _, s := range []string{
		"1. Energy\n   —runs→ Joint project on Indigenous consultation and participation in resource development (proposed)\n      Part III › Environment",
		"\n   ←runs— Mining\n      Part III › ", "3. Energy\n   ←co-chairs— Natural Resources Canada\n      Part III › Energy Working Group › Canadian Co-Chair, paragraph 1 (line 208): ", "\n   —co-chairs→ Mining\n",
	} {
		if !strings.Contains(out, s) {
			t.Errorf("the paths do not say %q:\n%s", s, out)
		}
	}
	if r := f.run(t, "paths", "energy", "agri-business", "--max-hops", "1"); r.code != 0 || r.out != "" || !strings.Contains(r.err, "at most 1 links leads from Energy to Agri-business") || !strings.Contains(r.err, "--max-hops") {
		t.Errorf("no path: %d %s%s", r.code, r.out, r.err)
	}
	if typed := regexp.MustCompile(`[A-Z]+_[A-Z]+`).FindString(out); typed != "" {
		t.Errorf("%s is written as programs do", typed)
	}
}

// TestNames: a thing is found by the end of its id, by its name in any language and by its acronym, in any case.
func TestNames(t *testing.T) {
	f := newFolder(t)
	want := f.ok(t, "pair", "group:cmp:energy", "group:cmp:human-capital")
	for _, names := range [][2]string{{"energy", "human-capital"}, {"Energy", "Human Capital"}, {"énergie", "CAPITAL HUMANO"}, {"EWG", "Human-Capital"}} {
		if out := f.ok(t, "pair", names[0], names[1]); out != want {
			t.Errorf("%v is another pair:\n%s", names, out)
		}
	}
	if id, named := f.ok(t, "opportunities", "opportunity:group:cmp:environment~group:cmp:forestry"), f.ok(t, "opportunities", "Forestry", "Environment"); id != named {
		t.Errorf("the opportunity by its members is another one:\n%s", named)
	}
	if out := f.ok(t, "show", "cmp-2018:370-2"); out != f.ok(t, "show", "passage:cmp-2018:370-2") {
		t.Errorf("a passage by what tables show of it is another one: %s", out)
	}
}

// TestCompareChooses: without years the two newest editions are compared, and people are told which.
func TestCompareChooses(t *testing.T) {
	f := second(t)
	r, named := f.run(t, "compare"), f.ok(t, "compare", "--from", "2018", "--to", "2019")
	if r.code != 0 || r.out != named || r.err != "comparing the edition of 2018 with that of 2019\n" {
		t.Errorf("%d %s\n%s", r.code, r.err, r.out)
	}
	if r := newFolder(t).run(t, "compare"); r.code != 1 || !strings.Contains(r.err, "one edition is loaded, that of 2018, and two are needed") || !strings.Contains(r.err, "crosswalk load FILE") {
		t.Errorf("of one edition: %d %s%s", r.code, r.out, r.err)
	}
}

// TestSchema: the schema that check writes is the published one.
func TestSchema(t *testing.T) {
	if out := newFolder(t).ok(t, "check", "--schema"); out != string(graph.JSONSchema()) {
		t.Errorf("%.200s", out)
	}
}
