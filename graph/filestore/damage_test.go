package filestore_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// filled makes a folder with a file of every class in it.
func filled(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	s := open(t, dir, filestore.Options{})
	first, second := storetest.First(), storetest.Second()
	load(t, s, first.Bundle)
	quoted, err := graph.Attach(second.Bundle, second.Text)
	if err != nil {
		t.Fatal(err)
	}
	judge := graph.Judgement{A: "institution:lake-institute", B: "institution:institute-of-lakes", Verdict: graph.Same}
	if _, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{quoted}, Judge: []graph.Judgement{judge}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
		t.Fatal(err)
	}
	return dir
}

// answer is what a store says to one question, as text, or why it cannot.
type answer struct {
	text string
	err  error
}

// answers asks a folder everything, as a process that starts now.
func answers(t *testing.T, dir string) map[string]answer {
	t.Helper()
	out := map[string]answer{}
	say := func(question string, v any, err error) {
		b, e := json.MarshalIndent(v, "", " ")
		if e != nil {
			t.Fatal(e)
		}
		if err != nil {
			b = nil
		}
		out[question] = answer{string(b), err}
	}
	s, err := filestore.Open(t.Context(), dir, filestore.Options{})
	if say("open", nil, err); err != nil {
		return out
	}
	rs, err := s.Releases(t.Context())
	say("releases", rs, err)
	graphOf := func(snap *graph.Snapshot) *graph.Graph {
		if snap == nil {
			return nil
		}
		return snap.Graph()
	}
	for _, n := range []string{"1", "2"} {
		snap, err := s.PastSnapshot(t.Context(), n)
		say("release "+n, graphOf(snap), err)
	}
	for _, e := range []storetest.Edition{storetest.First(), storetest.Second()} {
		b, err := s.Bundle(t.Context(), e.Report())
		say("bundle of "+e.Report(), b, err)
	}
	js, err := s.Judgements(t.Context())
	say("judgements", js, err)
	snap, err := s.Snapshot(t.Context()) // last, since it may make the image again
	say("snapshot", graphOf(snap), err)
	return out
}

// sound checks that each answer is what it was, or an error that names the file and says what to do.
func sound(t *testing.T, what, file string, before, now map[string]answer) {
	t.Helper()
	for question, a := range now {
		switch {
		case a.err == nil && a.text == before[question].text:
		case a.err == nil:
			t.Errorf("%s: %s: another answer than before (-before +now):\n%.1000s", what, question, cmp.Diff(before[question].text, a.text))
		case !errors.Is(a.err, filestore.ErrDamaged) && !errors.Is(a.err, graph.ErrNewer) || !errors.Is(a.err, graph.ErrUnavailable):
			t.Errorf("%s: %s: error of no known kind: %v", what, question, a.err)
		case !strings.Contains(a.err.Error(), file) || !strings.Contains(a.err.Error(), "; "):
			t.Errorf("%s: %s: the error does not name %s and what to do: %v", what, question, file, a.err)
		}
	}
}

// files lists the files of a folder.
func files(t *testing.T, dir string) (paths []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "lock" {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func write(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
}

func class(t *testing.T, dir, path string) string {
	t.Helper()
	rel, err := filepath.Rel(dir, path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(rel, string(filepath.Separator))[0]
}

// TestFlippedBit: wherever one bit of the folder turns, answers stay what they were or an error says which file is wrong.
func TestFlippedBit(t *testing.T) {
	dir := filled(t)
	before := answers(t, dir)
	told := map[string]int{}
	for _, path := range files(t, dir) {
		content := read(t, path)
		step := max(1, len(content)/40)
		for at := 0; at < len(content); at += step {
			bad := slices.Clone(content)
			bad[at] ^= 1 << (at % 8)
			write(t, path, bad)
			now := answers(t, dir)
			sound(t, class(t, dir, path), filepath.Base(path), before, now)
			for _, a := range now {
				if a.err != nil {
					told[class(t, dir, path)]++
				}
			}
			write(t, path, content)
		}
	}
	for _, c := range []string{"manifest.json", "bundles", "judgements", "texts", "quotes"} {
		if told[c] == 0 {
			t.Errorf("no damage to %s was told", c)
		}
	}
	if told["images"] > 0 {
		t.Errorf("a damaged image was told %d times; it must be made again", told["images"])
	}
}

// TestMissingFile: the same where a whole file is gone, or cut short.
func TestMissingFile(t *testing.T) {
	dir := filled(t)
	before := answers(t, dir)
	for _, path := range files(t, dir) {
		content := read(t, path)
		for _, left := range []int{0, 1, len(content) / 2, len(content) - 1} {
			write(t, path, content[:left])
			sound(t, class(t, dir, path)+" cut short", filepath.Base(path), before, answers(t, dir))
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		now := answers(t, dir)
		if c := class(t, dir, path); c != "texts" && c != "quotes" { // without them there are no quotes, as before they were attached
			sound(t, c+" missing", filepath.Base(path), before, now)
		}
		errs := 0
		for _, a := range now {
			if a.err != nil {
				errs++
			}
		}
		if c := class(t, dir, path); errs == 0 && (c == "manifest.json" || c == "bundles" || c == "judgements") {
			t.Errorf("a missing file of %s was not told", c)
		}
		write(t, path, content)
	}
}

// TestSwappedFiles: files that are whole by themselves and stand under each other's names.
func TestSwappedFiles(t *testing.T) {
	dir := filled(t)
	before := answers(t, dir)
	paths, err := filepath.Glob(filepath.Join(dir, "bundles", "*"))
	if err != nil || len(paths) != 2 {
		t.Fatalf("%d bundles, %v", len(paths), err)
	}
	a, b := read(t, paths[0]), read(t, paths[1])
	write(t, paths[0], b)
	write(t, paths[1], a)
	now := answers(t, dir)
	for question, a := range now {
		if strings.HasPrefix(question, "bundle of") && (a.err == nil || !strings.Contains(a.err.Error(), "does not hold what its name says")) {
			t.Errorf("%s: %v", question, a.err)
		}
	}
	sound(t, "swapped", "bundles", before, now)
}

// TestNewerFormat: a folder of a later version is left alone.
func TestNewerFormat(t *testing.T) {
	dir := filled(t)
	s := open(t, dir, filestore.Options{})
	manifest := filepath.Join(dir, "manifest.json")
	later := []byte(strings.Replace(string(read(t, manifest)), "crosswalk-folder/1", "crosswalk-folder/2", 1))
	write(t, manifest, later)
	_, err := filestore.Open(t.Context(), dir, filestore.Options{})
	_, _, errApply := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{storetest.FirstFrench().Bundle}})
	for what, err := range map[string]error{"open": err, "apply": errApply} {
		if !errors.Is(err, graph.ErrNewer) || !strings.Contains(err.Error(), manifest) || !strings.Contains(err.Error(), "use a newer version of crosswalk") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if diff := cmp.Diff(string(later), string(read(t, manifest))); diff != "" {
		t.Errorf("the manifest was changed:\n%s", diff)
	}
}

// TestRepair: what the error advises helps: the same bundle loaded again mends its file, the same text attached again its own.
func TestRepair(t *testing.T) {
	dir := filled(t)
	before := answers(t, dir)
	for _, c := range []string{"bundles", "texts"} {
		paths, err := filepath.Glob(filepath.Join(dir, c, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			write(t, path, []byte("nonsense"))
		}
	}
	s := open(t, dir, filestore.Options{})
	first, second := storetest.First(), storetest.Second()
	if _, err := s.Bundle(t.Context(), first.Report()); !errors.Is(err, filestore.ErrDamaged) {
		t.Fatalf("bundle: %v", err)
	}
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{first.Bundle, second.Bundle}}); err != nil || changed {
		t.Fatalf("load again: changed %v, %v", changed, err)
	}
	if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
		t.Fatalf("attach again: %v", err)
	}
	for question, a := range answers(t, dir) {
		if a.err != nil || a.text != before[question].text {
			t.Errorf("%s: %v (-before +now):\n%.1000s", question, a.err, cmp.Diff(before[question].text, a.text))
		}
	}
}
