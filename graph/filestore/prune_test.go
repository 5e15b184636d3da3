package filestore_test

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// count counts the files of each class in a folder.
func count(t *testing.T, dir string) map[string]int {
	t.Helper()
	n := map[string]int{}
	for _, path := range files(t, dir) {
		n[class(t, dir, path)]++
	}
	return n
}

// TestPrune: only the files stay that the releases which are kept refer to; what is not ours is left alone.
func TestPrune(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, filestore.Options{Keep: 1})
	first, revised, retyped, second := storetest.First(), storetest.FirstRevised(), storetest.FirstRetyped(), storetest.Second()
	load(t, s, first.Bundle, second.Bundle)
	if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Apply(t.Context(), graph.Change{Judge: []graph.Judgement{{A: "theme:a", B: "theme:b", Verdict: graph.Unsure}}}); err != nil {
		t.Fatal(err)
	}
	ours := filepath.Join(dir, "bundles", "x"+strings.Repeat("0", 63)+".json.gz.unfinished-1")
	foreign := filepath.Join(dir, "bundles", "notes.txt")
	write(t, ours, []byte("left by a load that was killed"))
	write(t, foreign, []byte("mine"))
	load(t, s, revised.Bundle)
	if n := count(t, dir); n["bundles"] != 4 || n["judgements"] != 1 || n["texts"] != 1 || n["images"] != 1 { // first, revised, second, foreign
		t.Errorf("with the first edition's release kept: %v", n)
	}
	load(t, s, retyped.Bundle)
	load(t, s, storetest.FirstFrench().Bundle)
	if n := count(t, dir); n["bundles"] != 4 || n["texts"] != 0 || n["images"] != 1 { // retyped, French, second, foreign
		t.Errorf("without it: %v", n)
	}
	if _, err := os.Stat(ours); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the unfinished file: %v", err)
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Errorf("the file that is not ours: %v", err)
	}
	// A store that keeps more does not bring back what is gone.
	if _, err := open(t, dir, filestore.Options{}).PastSnapshot(t.Context(), "1"); !errors.Is(err, graph.ErrGone) {
		t.Errorf("release 1: %v", err)
	}
	more := open(t, dir, filestore.Options{})
	load(t, more, first.Bundle)
	for release, want := range map[string]error{"1": graph.ErrGone, "3": graph.ErrGone, "4": nil} {
		if _, err := more.PastSnapshot(t.Context(), release); !errors.Is(err, want) {
			t.Errorf("release %s after a load by a store that keeps more: %v", release, err)
		}
	}
}

// TestOutrun: readers of releases that loads take away meanwhile get the release or ErrGone; readers of the current one
// always get one, even where nothing past is kept and there is no image.
func TestOutrun(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, filestore.Options{Keep: -1})
	load(t, s, storetest.First().Bundle)
	// Where the folder of images is a file no image can be written, so that every snapshot reads bundles.
	if err := os.RemoveAll(filepath.Join(dir, "images")); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "images"), nil)
	var done atomic.Bool
	var gone, answered atomic.Int64
	var wg sync.WaitGroup
	for range 3 {
		r := open(t, dir, filestore.Options{})
		wg.Go(func() {
			for !done.Load() {
				snap, err := r.Snapshot(t.Context())
				if err != nil {
					t.Errorf("snapshot: %v", err)
					return
				}
				if snap.Graph().Digest().String() != snap.Release().Digest {
					t.Errorf("release %d is not what it says", snap.Release().Number)
				}
				_, err = r.PastSnapshot(t.Context(), strconv.Itoa(snap.Release().Number))
				switch {
				case errors.Is(err, graph.ErrGone):
					gone.Add(1)
				case err != nil:
					t.Errorf("release %d: %v", snap.Release().Number, err)
				default:
					answered.Add(1)
				}
			}
		})
	}
	for i := range 40 {
		load(t, s, []graph.Bundle{storetest.FirstRevised().Bundle, storetest.First().Bundle}[i%2])
	}
	done.Store(true)
	wg.Wait()
	t.Logf("%d answered, %d gone", answered.Load(), gone.Load())
	if answered.Load() == 0 {
		t.Error("no reader got an answer")
	}
}
