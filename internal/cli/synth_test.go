package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// TestSynth: what synth writes can be loaded and answers, and the truth stands apart.
func TestSynth(t *testing.T) {
	f, dir := newFolder(t), filepath.Join(t.TempDir(), "made")
	r := f.run(t, "synth", "--out", dir, "--partnerships", "2", "--years", "2", "--groups", "6", "--institutions", "60", "--seed", "7", "--affinity", "0.8", "--size", "0.1", "--chance", "0.1")
	if r.code != 0 || r.out != "" || !strings.Contains(r.err, "4 bundles of 2 partnerships") {
		t.Fatalf("exit code %d, output %q\n%s", r.code, r.out, r.err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) != 4 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	f.ok(t, append([]string{"load", "--editions", "none"}, files...)...)
	if out := f.ok(t, "crosswalks", "--editions", "none", "--partnership", "partnership:synth-002"); len(strings.Split(out, "\n")) < 3 {
		t.Errorf("no links:\n%s", out)
	}
	text, err := os.ReadFile(filepath.Join(dir, "truth", "synth-002.json"))
	if err != nil {
		t.Fatal(err)
	}
	var truth synth.Truth
	if err := json.Unmarshal(text, &truth); err != nil || truth.Format != synth.TruthFormat || len(truth.Pairs) != 15 || len(truth.Pairs[0].Rate) != 2 || truth.Options.Seed != 7 {
		t.Errorf("the truth: %v\n%.400s", err, text)
	}
}

// TestSynthMistakes: wrong options are told all at once, and nothing is written.
func TestSynthMistakes(t *testing.T) {
	f, dir := newFolder(t), filepath.Join(t.TempDir(), "made")
	r := f.run(t, "synth", "--out", dir, "--groups", "1", "--institutions", "3", "--years", "0", "--affinity", "2", "--memory", "-1")
	for _, s := range []string{"groups is 1; it must lie in 2 to 300", "institutions is 3", "years is 0", "share of affinity is 2", "memory is -1", "See crosswalk synth --help."} {
		if !strings.Contains(r.err, s) {
			t.Errorf("the message does not say %q:\n%s", s, r.err)
		}
	}
	if _, err := os.Stat(dir); r.code != 2 || r.out != "" || err == nil {
		t.Errorf("exit code %d, output %q, folder: %v", r.code, r.out, err)
	}
	for args, says := range map[string]string{"synth": "--out names the folder", "synth --out x --affinity 0.9": "they must sum to 1", "synth --out x --seed -1": "--seed", "synth here": "takes no argument"} {
		if r := f.run(t, strings.Fields(args)...); r.code != 2 || !strings.Contains(r.err, says) {
			t.Errorf("%s: exit code %d\n%s", args, r.code, r.err)
		}
	}
	file := write(t, "file", nil)
	if r := f.run(t, "synth", "--out", file); r.code != 1 || !strings.Contains(r.err, file) {
		t.Errorf("a file for a folder: exit code %d\n%s", r.code, r.err)
	}
}
