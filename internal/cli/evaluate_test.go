package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/evaluate"
)

// small are worlds that are judged within a second or two.
var small = strings.Fields("--worlds 3 --years 3 --groups 6 --institutions 40")

// TestEvaluateLinks: the figures of both kinds of data come in every form, the same at every run, with words about what they prove.
func TestEvaluateLinks(t *testing.T) {
	f := second(t)
	args := append([]string{"evaluate", "links"}, small...)
	out := f.ok(t, args...)
	for _, s := range []string{"cmp 2018, 2019 — leave one event out", "cmp 2018, 2019 — rolling origin", "3 synthetic partnerships — truth", "OURS LEADS BY", "resource allocation", "oracle",
		"too few independent cases"} {
		if !strings.Contains(out, s) {
			t.Errorf("the table does not say %q:\n%s", s, out)
		}
	}
	text := f.ok(t, append(args, "-o", "json")...)
	var r evaluate.Report
	if err := json.Unmarshal([]byte(text), &r); err != nil || len(r.Results) < 40 || len(r.Findings) < 5 {
		t.Errorf("%d results, %d findings: %v", len(r.Results), len(r.Findings), err)
	}
	if again := f.ok(t, append(args, "-o", "json")...); again != text {
		t.Error("the same call gave another answer")
	}
	rows, err := csv.NewReader(strings.NewReader(f.ok(t, append(args, "-o", "csv")...))).ReadAll()
	if err != nil || len(rows) < 100 || !slices.Equal(rows[0][:6], []string{"data", "test", "task", "method", "metric", "value"}) {
		t.Errorf("CSV of %d rows: %v", len(rows), err)
	}
}

// TestEvaluateChooses: synthetic data need no store, and the store's need no synthetic ones; parameters of the method count.
func TestEvaluateChooses(t *testing.T) {
	away := folder("/proc/none")
	plain := away.ok(t, append([]string{"evaluate", "links", "--on", "synthetic", "-o", "csv"}, small...)...)
	other := away.ok(t, append([]string{"evaluate", "links", "--on", "synthetic", "-o", "csv", "--set", "scoring.half_life=50"}, small...)...)
	if plain == other || strings.Contains(plain, "cmp") {
		t.Error("a parameter changes nothing, or the store was read")
	}
	if out := second(t).ok(t, "evaluate", "links", "--on", "store", "-o", "csv"); strings.Contains(out, "synthetic") {
		t.Error("synthetic partnerships were judged")
	}
}

// TestEvaluateMistakes: wrong options are told with what to do.
func TestEvaluateMistakes(t *testing.T) {
	f := newFolder(t)
	for _, tc := range []struct {
		args string
		code int
		says []string
	}{
		{"evaluate nix", 2, []string{`no command "nix"`, "links"}},
		{"evaluate links --on moon", 2, []string{"--on is", "store, synthetic or both"}},
		{"evaluate links --worlds 0 --groups 1", 2, []string{"partnerships is 0", "groups is 1"}},
		{"evaluate links --on synthetic --chance 0.9", 2, []string{"sum to 1"}},
		{"evaluate links --set scoring.halflife=6", 2, []string{"scoring.half_life"}},
		{"evaluate links --partnership partnership:nix", 1, []string{"partnership:nix", "partnership:cmp"}},
	} {
		r := f.run(t, strings.Fields(tc.args)...)
		if r.code != tc.code || r.out != "" {
			t.Errorf("crosswalk %s: exit code %d, want %d; output %q\n%s", tc.args, r.code, tc.code, r.out, r.err)
		}
		for _, s := range tc.says {
			if !strings.Contains(r.err, s) {
				t.Errorf("crosswalk %s: the message does not say %q:\n%s", tc.args, s, r.err)
			}
		}
	}
}
