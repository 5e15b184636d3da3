package cli_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/cli"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

var update = flag.Bool("update", false, "write golden files")

// asProgram makes this test binary the program itself, for tests that need another process.
const asProgram = "CROSSWALK_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		os.Exit(runAsProgram())
	}
	for _, kv := range os.Environ() { // a developer's own settings are no part of a test
		if name, _, _ := strings.Cut(kv, "="); strings.HasPrefix(name, "NEO4J_") || strings.HasPrefix(name, "CROSSWALK_") && !strings.HasPrefix(name, "CROSSWALK_TEST_") {
			os.Unsetenv(name)
		}
	}
	os.Exit(graphtest.Main(m))
}

// folder is a data folder of one test.
type folder string

func newFolder(t *testing.T) folder { return folder(t.TempDir()) }

// result is what a run of the program gave.
type result struct {
	code     int
	out, err string
}

// run runs the program as its user would.
func (f folder) run(t *testing.T, args ...string) result {
	t.Helper()
	return f.runWith(t, "", args...)
}

func (f folder) runWith(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	code := cli.Run(context.Background(), append(args, "--data-dir", string(f)), strings.NewReader(stdin), &out, &err)
	return result{code, out.String(), err.String()}
}

// ok runs the program and gives its output; another exit code than 0 ends the test.
func (f folder) ok(t *testing.T, args ...string) string {
	t.Helper()
	r := f.run(t, args...)
	if r.code != 0 {
		t.Fatalf("crosswalk %s: exit code %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// write writes a file beside the data folder.
func write(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// bundle is a file with the bundle.
func bundle(t *testing.T, b graph.Bundle) string {
	t.Helper()
	return write(t, strings.TrimPrefix(b.Report.ID, "report:")+".json", b.Encode())
}

// second is a folder with the packaged edition and the fictional one after it.
func second(t *testing.T) folder {
	t.Helper()
	f := newFolder(t)
	f.ok(t, "load", bundle(t, graphtest.Edition2019(t)))
	return f
}

// store opens the folder behind the program's back.
func (f folder) store(t *testing.T) *filestore.Store {
	t.Helper()
	s, err := filestore.Open(t.Context(), string(f), filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (f folder) release(t *testing.T) graph.Release {
	t.Helper()
	r, err := f.store(t).Release(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// golden compares with testdata/NAME; -update writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test -update writes it)", err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s (go test -update writes it anew): - want, + got\n%s", path, d)
	}
}
