package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSeveralPartnerships: where several are loaded, an answer about one says how to name it; its name, or the end of its id, does, and a
// group's name then means its own group.
func TestSeveralPartnerships(t *testing.T) {
	f := newFolder(t)
	dir := t.TempDir()
	f.ok(t, "synth", "--years", "1", "--institutions", "40", "--out", dir)
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	f.ok(t, "load", files[0])
	if r := f.run(t, "matrix"); r.code != 2 || !strings.Contains(r.err, "partnership:cmp, partnership:synth-001") || !strings.Contains(r.err, "--partnership cmp") {
		t.Errorf("no partnership was named: %d %s", r.code, r.err)
	}
	whole := f.ok(t, "pair", "group:synth-001:energy", "group:synth-001:mining", "--partnership", "partnership:synth-001")
	for _, args := range [][]string{{"energy", "mining", "--partnership", "synth-001"}, {"Energy", "Mining", "--partnership", "SYNTH-001"}} {
		if out := f.ok(t, append([]string{"pair"}, args...)...); out != whole {
			t.Errorf("pair %v: %s", args, out)
		}
	}
	if out := f.ok(t, "pair", "energy", "mining", "--partnership", "cmp"); out == whole || !strings.Contains(out, "Energy") {
		t.Errorf("the pair of another partnership: %s", out)
	}
	if r := f.run(t, "synth", "--years", "1", "--out", dir); r.code != 1 || !strings.Contains(r.err, "holds bundles already") {
		t.Errorf("a folder with bundles: %d %s", r.code, r.err)
	}
}
