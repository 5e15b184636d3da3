package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
)

// edit is a fault put into a source file of the project: from, which stands there once, becomes to.
type edit struct{ file, from, to string }

// The faults that the harness must find.
var (
	contentNotSynced = []edit{{"graph/filestore/file.go", "err = f.Sync()", "err = nil"}}
	namesNotSynced   = []edit{{"graph/filestore/file.go", "return errors.Join(f.Sync(), f.Close())", "return f.Close()"}}
	// A reader that has seen a manifest goes on believing it.
	manifestNotReadAgain = []edit{{"graph/filestore/manifest_file.go", "old != nil && os.SameFile(old, info) && old.Size() == info.Size() && old.ModTime().Equal(info.ModTime())", "old != nil && info != nil"}}
	// The first bundle of a load is a transaction of its own; whoever is not killed between the two sees no difference.
	folderLoadSplit = []edit{{"graph/filestore/apply.go", "	p, err := s.plan(ctx, m, c)\n", `
	if len(c.Put) > 1 {
		half := graph.Change{Put: c.Put[:1], By: c.By}
		if q, err := s.plan(ctx, m, half); err == nil && q.changed {
			if err := s.write(ctx, m, half, q, q.release(m, c.By, s.options.Clock())); err != nil {
				return graph.Release{}, false, err
			}
		}
	}
	p, err := s.plan(ctx, m, c)
`}}
	// The rows are committed before the release is.
	databaseLoadSplit = []edit{
		{"graph/neo4jstore/apply.go", "	tries  int\n", "	tries  int\n	second neo4j.ExplicitTransaction\n"},
		{"graph/neo4jstore/apply.go", "	if _, err := p.quote(ctx, tx, l.change); err != nil {", `
	if first, ok := tx.(neo4j.ExplicitTransaction); ok {
		if err := first.Commit(ctx); err != nil {
			return o, err
		}
		if l.second, err = l.store.session(ctx, neo4j.AccessModeWrite).BeginTransaction(ctx); err != nil {
			return o, err
		}
		tx = l.second
	}
	if _, err := p.quote(ctx, tx, l.change); err != nil {`},
		{"graph/neo4jstore/apply.go", "	if err := tx.Commit(ctx); err != nil {", `
	if l.second != nil {
		tx = l.second
	}
	if err := tx.Commit(ctx); err != nil {`},
	}
)

// plant builds a worker with a fault in it; the source stays as it is.
func plant(t *testing.T, edits []edit) binary {
	t.Helper()
	dir := t.TempDir()
	overlay := map[string]map[string]string{"Replace": {}}
	for _, e := range edits {
		path, err := filepath.Abs(filepath.Join("..", "..", e.file))
		if err != nil {
			t.Fatal(err)
		}
		planted := filepath.Join(dir, filepath.Base(path))
		from := path
		if overlay["Replace"][path] != "" {
			from = planted
		}
		source, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(source), e.from); n != 1 {
			t.Fatalf("%s has %q %d times: plant the fault where it belongs now", e.file, e.from, n)
		}
		if err := os.WriteFile(planted, []byte(strings.Replace(string(source), e.from, e.to, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
		overlay["Replace"][path] = planted
	}
	text, err := json.Marshal(overlay)
	if err != nil {
		t.Fatal(err)
	}
	file, out := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "worker")
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	args := append(append([]string{"build"}, asThis()...), "-overlay", file, "-o", out, ".")
	if said, err := exec.CommandContext(t.Context(), "go", args...).CombinedOutput(); err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, said)
	}
	return binary{file: out}
}

// asThis are the flags by which what was compiled for this test need not be compiled again.
func asThis() []string {
	info, _ := debug.ReadBuildInfo()
	for _, s := range info.Settings {
		if s.Key == "-race" && s.Value == "true" {
			return []string{"-race"}
		}
	}
	return nil
}

// mustFind fails a test where a trial of what is faulty found nothing.
func mustFind(t *testing.T, h *harness, err error, says ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("seed %d: the planted fault was not found", h.seed)
	}
	for _, s := range says {
		if strings.Contains(err.Error(), s) {
			t.Logf("found: %v", err)
			return
		}
	}
	mustHold(t, h, err)
}

func TestContentThatIsNotSyncedIsFound(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	h.worker = plant(t, contentNotSynced)
	mustFind(t, h, h.powering(tiny).run(t.Context(), 20), "the folder is damaged")
}

func TestNamesThatAreNotSyncedAreFound(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	h.worker = plant(t, namesNotSynced)
	mustFind(t, h, h.powering(tiny).run(t.Context(), 20), "was acknowledged and is lost", "the folder is damaged")
}

func TestLoadInTwoTransactionsIsFound(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	h.worker = plant(t, folderLoadSplit)
	mustFind(t, h, h.powering(tiny).run(t.Context(), 40), "release ")
}

func TestReaderThatDoesNotLookAgainIsFound(t *testing.T) {
	t.Parallel() // most of what is waited for is other processes
	h := newHarness(t)
	h.worker = plant(t, manifestNotReadAgain)
	mustFind(t, h, h.concurrent(t.Context(), "folder/history", h.folder("history"), small, 15), "no order", "is missing")
}

// loadInTwoTransactionsIsFound is one of the tests that share a database.
func loadInTwoTransactionsIsFound(t *testing.T, h *harness) {
	planted := *h
	planted.worker = plant(t, databaseLoadSplit)
	d, err := h.database(t.Context())
	mustHold(t, h, err)
	p, err := d.emptied(t.Context(), 30*time.Second)
	mustHold(t, h, err)
	k := planted.killing("neo4j/kill", p, large)
	k.ops = []string{"load"}
	mustFind(t, h, k.run(t.Context(), 100), "by hand", "digest")
}
