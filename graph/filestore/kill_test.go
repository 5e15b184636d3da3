//go:build unix

package filestore_test

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// TestKilled kills loaders again and again, at random moments and as soon as the new manifest is being written. Whatever is
// left is one of the two graphs, whole; what was reported as done is there; the next loader goes on.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, filestore.Options{Keep: 2})
	one := graph.Change{Put: []graph.Bundle{storetest.First().Bundle, storetest.Second().Bundle}, By: "one"}
	two := graph.Change{Put: []graph.Bundle{storetest.FirstRevised().Bundle, storetest.FirstFrench().Bundle}, Withdraw: []string{storetest.Second().Report()}, By: "two"}
	back := graph.Change{Put: one.Put, Withdraw: []string{storetest.FirstFrench().Report()}, By: "one"}
	if _, _, err := s.Apply(t.Context(), one); err != nil {
		t.Fatal(err)
	}
	want := map[string]*graph.Graph{"one": merge(t, one.Put...), "two": merge(t, two.Put...)}
	after := map[string]graph.Change{"one": two, "two": back}
	midway := 0
	for kill := range 16 {
		at := release(t, s)
		started, reported := killOne(t, dir, alternate(at.By, after), kill%4 == 0)
		r := release(t, s)
		if r.Number < reported {
			t.Errorf("kill %d: release %d was reported as done, the folder has %d", kill, reported, r.Number)
		}
		if n := r.Number - at.Number; n != started && n != started-1 {
			t.Errorf("kill %d: %d loads were begun, %d releases made", kill, started, n)
		}
		if left := unfinished(t, dir); left > 0 || r.Number-at.Number < started {
			midway++
		}
		snap, err := s.Snapshot(t.Context())
		if err != nil {
			t.Fatalf("kill %d: %v", kill, err)
		}
		if got, w := snap.Graph().Digest(), want[r.By].Digest(); got != w {
			t.Errorf("kill %d: release %d holds %v, want %v", kill, r.Number, got, w)
		}
		if t.Failed() {
			return
		}
	}
	if midway == 0 {
		t.Error("no child was killed in the middle of a load: the test tests nothing")
	}
	t.Logf("%d of 16 children were killed in the middle of a load", midway)
	for _, c := range alternate(release(t, s).By, after)[:2] {
		if _, changed, err := s.Apply(t.Context(), c); err != nil || !changed {
			t.Fatalf("load after the last kill: changed %v, %v", changed, err)
		}
	}
	if n := unfinished(t, dir); n > 0 {
		t.Errorf("%d unfinished files are left", n)
	}
}

// alternate lists more changes than any child lives for, from a state on.
func alternate(at string, after map[string]graph.Change) []graph.Change {
	changes := make([]graph.Change, 200)
	for i := range changes {
		changes[i] = after[at]
		at = changes[i].By
	}
	return changes
}

// killOne starts a loader, kills it, and says how many loads it began and the last release that it reported as done.
func killOne(t *testing.T, dir string, changes []graph.Change, atManifest bool) (started, reported int) {
	t.Helper()
	cmd := child(t, dir, changes)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("the child said nothing: %v", err)
	}
	if atManifest {
		for deadline := time.Now().Add(2 * time.Second); time.Now().Before(deadline); {
			if m, _ := filepath.Glob(filepath.Join(dir, "manifest.json.unfinished-*")); len(m) > 0 {
				break
			}
		}
	} else {
		time.Sleep(time.Duration(rand.IntN(120_000)) * time.Microsecond)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	rest, _ := io.ReadAll(lines)
	_ = cmd.Wait()
	for line := range strings.Lines(first + string(rest)) {
		if line == "applying\n" {
			started++
		}
		_, _ = fmt.Sscanf(line, "release %d\n", &reported)
	}
	return started, reported
}

// unfinished counts the files that a loader left behind.
func unfinished(t *testing.T, dir string) (n int) {
	t.Helper()
	for _, pattern := range []string{"*.unfinished-*", "*/*.unfinished-*"} {
		found, err := filepath.Glob(filepath.Join(dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		n += len(found)
	}
	return n
}
