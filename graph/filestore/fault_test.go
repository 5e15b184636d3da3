//go:build unix

package filestore_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// Each fault is a real process that the system stops.
func init() {
	faults = []storetest.Option{
		storetest.Fault("killed between bundles", func(t *testing.T, s graph.Store, c graph.Change) error {
			return killedAt(t, s, c, filepath.Join("bundles", c.Put[len(c.Put)-1].Hash()+".json.gz"))
		}),
		storetest.Fault("killed after bundles", func(t *testing.T, s graph.Store, c graph.Change) error {
			return killedAt(t, s, c, filepath.Join("judgements", graph.HashJudgements(c.Judge)+".json.gz"))
		}),
		storetest.Fault("disk full at a bundle", func(t *testing.T, s graph.Store, c graph.Change) error {
			return refused(t, s, c, "file too large", childLimit+"=1000")
		}),
		storetest.Fault("disk full at the manifest", func(t *testing.T, s graph.Store, c graph.Change) error {
			c.By = strings.Repeat("x", 100_000) // makes it the largest file
			return refused(t, s, c, "manifest.json", childLimit+"=100000")
		}),
		storetest.Fault("folder not writable", readOnly),
	}
}

// killedAt has a child make the change and kills it when it comes to a file: a pipe in its place, to which nobody writes,
// holds the child there.
func killedAt(t *testing.T, s graph.Store, c graph.Change, file string) error {
	t.Helper()
	dir := s.(inFolder).dir
	pipe := filepath.Join(dir, file)
	if err := os.MkdirAll(filepath.Dir(pipe), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Fatal(err)
	}
	defer os.Remove(pipe)
	cmd := child(t, dir, []graph.Change{c})
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Opening the pipe for writing succeeds as soon as the child has it open for reading.
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(time.Millisecond) {
		f, err := os.OpenFile(pipe, os.O_WRONLY|syscall.O_NONBLOCK, 0)
		if err == nil {
			defer f.Close()
			break
		}
		if !errors.Is(err, syscall.ENXIO) || time.Now().After(deadline) {
			t.Fatalf("the child did not come to %s: %v", file, err)
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	return cmd.Wait()
}

// refused has a child make the change where the system refuses something; the error must name what.
func refused(t *testing.T, s graph.Store, c graph.Change, names string, env ...string) error {
	t.Helper()
	err := childError(t, s.(inFolder).dir, c, env...)
	if err != nil && (!strings.Contains(err.Error(), names) || !strings.Contains(err.Error(), graph.ErrUnavailable.Error())) {
		t.Errorf("the error %q does not name %q", err, names)
	}
	return err
}

func readOnly(t *testing.T, s graph.Store, c graph.Change) error {
	t.Helper()
	env, restore := protect(t, s.(inFolder).dir)
	defer restore()
	return refused(t, s, c, "permission denied", env...)
}

// protect takes the right to write from the folder until restore, and gives the environment for a child whom that stops: the
// superuser, whom it does not, becomes nobody.
func protect(t *testing.T, dir string) (env []string, restore func()) {
	t.Helper()
	if os.Getuid() == 0 {
		env = append(env, fmt.Sprintf("%s=%d", childUser, 65534))
	}
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	below, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, p := range append(below, dir) {
		if info, err := os.Stat(p); err != nil || !info.IsDir() {
			continue
		}
		if err := os.Chmod(p, 0o555); err != nil {
			t.Fatal(err)
		}
		folders = append(folders, p)
	}
	return env, func() {
		for _, p := range folders {
			_ = os.Chmod(p, 0o755)
		}
	}
}

// TestReadOnlyFolder: who may only read reads, also where there is no image and none can be made.
func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	r := load(t, open(t, dir, filestore.Options{}), storetest.First().Bundle)
	if err := os.RemoveAll(filepath.Join(dir, "images")); err != nil {
		t.Fatal(err)
	}
	env, restore := protect(t, dir)
	defer restore()
	out, err := child(t, dir, nil, env...).Output()
	if want := "graph " + r.Digest + "\n"; err != nil || string(out) != want {
		t.Errorf("the reader wrote %q, want %q: %v", out, want, err)
	}
}

// TestFirstLoadKilled: a folder whose very first load was killed is an empty store, not a damaged one.
func TestFirstLoadKilled(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	s := inFolder{open(t, dir, filestore.Options{}), dir}
	first := storetest.First()
	quoted, err := graph.Attach(first.Bundle, first.Text)
	if err != nil {
		t.Fatal(err)
	}
	c := graph.Change{Put: []graph.Bundle{quoted, storetest.Second().Bundle}}
	if err := killedAt(t, s, c, filepath.Join("quotes", first.Bundle.Report.TextSHA256+".json.gz")); err == nil {
		t.Fatal("the load succeeded")
	}
	if found, err := filepath.Glob(filepath.Join(dir, "bundles", "*")); err != nil || len(found) != 2 {
		t.Fatalf("bundles %v, %v: the load was not killed after them", found, err)
	}
	again := open(t, dir, filestore.Options{})
	if r := release(t, again); r.Number != 0 {
		t.Errorf("release %d", r.Number)
	}
	if r, _, err := again.Apply(t.Context(), c); err != nil || r.Number != 1 {
		t.Errorf("the load afterwards: release %d, %v", r.Number, err)
	}
}
