package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// answers are all commands that answer, as their users call them.
var answers = [][]string{
	{"crosswalks"}, {"crosswalks", "--group", "energy", "--band", "strong,emerging"}, {"crosswalks", "--items"}, {"crosswalks", "--as-of", "2018", "--set", "scoring.session.r=0.8"},
	{"matrix"}, {"matrix", "--channel", "session"}, {"pair", "energy", "environment"},
	{"opportunities"}, {"opportunities", "--size", "3"}, {"opportunities", "--members", "institutions"}, {"common-ground"},
	{"paths", "institution:natural-resources-canada", "human-capital"}, {"interlocks", "energy", "environment"}, {"connectors"},
	{"commitments", "--firmness", "agreed"}, {"figures", "--group", "environment"}, {"notes"}, {"compare", "--from", "2018", "--to", "2019"},
	{"show", "energy"}, {"show", "passage:cmp-2019:18-1"}, {"search", "clean", "energy"}, {"releases"},
}

// TestFormats: every command answers as a table, as CSV and as JSON.
func TestFormats(t *testing.T) {
	f := second(t)
	for _, args := range answers {
		name := strings.Join(args, " ")
		if out := f.ok(t, args...); len(strings.Split(out, "\n")) < 3 {
			t.Errorf("%s: the table is short:\n%s", name, out)
		}
		rows, err := csv.NewReader(strings.NewReader(f.ok(t, append(args, "-o", "csv")...))).ReadAll()
		if err != nil || len(rows) < 2 {
			t.Errorf("%s: CSV of %d rows: %v", name, len(rows), err)
		}
		var v any
		if err := json.Unmarshal([]byte(f.ok(t, append(args, "-o", "json")...)), &v); err != nil || v == nil {
			t.Errorf("%s: JSON %v: %v", name, v, err)
		}
	}
}

// TestEveryCommandIsTried fails when a command is added and not tried in every form, nor listed as one that gives no answer.
func TestEveryCommandIsTried(t *testing.T) {
	tried := map[string]bool{"load": true, "withdraw": true, "check": true, "attach": true, "export": true, "repair": true, "serve": true, "neo4j": true, "health": true, "synth": true, "evaluate": true, "cypher": true, "query": true, "token": true, "audit": true, "completion": true, "help": true}
	for _, a := range answers {
		tried[a[0]] = true
	}
	found := 0
	for l := range strings.Lines(newFolder(t).ok(t)) {
		if name := strings.TrimSpace(l[:min(len(l), 16)]); strings.HasPrefix(l, "  ") && !strings.HasPrefix(l, "  -") && !strings.HasPrefix(l, "   ") && name != "crosswalk [com" {
			found++
			if name, _, _ = strings.Cut(name, " "); !tried[name] {
				t.Errorf("%s is tried nowhere", name)
			}
		}
	}
	if found < 20 {
		t.Errorf("only %d commands were found in the help", found)
	}
}

// TestNothingToShow: an answer without rows is no error, and still JSON and CSV.
func TestNothingToShow(t *testing.T) {
	f := newFolder(t)
	f.ok(t, "load", "--editions", "none", bundle(t, graphtest.Edition2019(t)))
	r := f.run(t, "notes", "--editions", "none")
	if r.code != 0 || r.out != "" || r.err != "nothing to show\n" {
		t.Errorf("no notes: %d %q %q", r.code, r.out, r.err)
	}
	for _, args := range [][]string{{"notes"}, {"crosswalks", "--band", "mentioned"}, {"opportunities", "--kind", "new", "--group", "digital-economy"}, {"search", "zzzz"}, {"commitments", "--firmness", "planned"}} {
		if out := f.ok(t, append(args, "--editions", "none", "-o", "json")...); out != "[]\n" {
			t.Errorf("%s: JSON without items is %q", args, out)
		}
		if out := f.ok(t, append(args, "--editions", "none", "-o", "csv")...); strings.Count(out, "\r\n") != 1 {
			t.Errorf("%s: CSV without rows is %q", args, out)
		}
	}
}

// TestHelp: help, version and shell completion work without a store.
func TestHelp(t *testing.T) {
	f := folder("/proc/none")
	for args, says := range map[string]string{"--help": "Answers:", "pair --help": "pair GROUP GROUP", "--version": "crosswalk version", "completion bash": "__start_crosswalk", "completion zsh": "compdef",
		"export --help": "bundle", "neo4j --help": "start"} {
		if out := f.ok(t, strings.Fields(args)...); !strings.Contains(out, says) {
			t.Errorf("%s does not say %q:\n%s", args, says, out)
		}
	}
}
