package reading_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions/reading"
)

var update = flag.Bool("update", false, "write the messages that bad readings get")

func source(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", "report.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// laid is the good reading with the files of a folder laid over it.
func laid(t testing.TB, folders ...string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, folder := range append([]string{"good"}, folders...) {
		files, err := filepath.Glob(filepath.Join("testdata", folder, "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s holds no reading: %v", folder, err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.Base(f)] = &fstest.MapFile{Data: b}
		}
	}
	return out
}

// TestGoodReading: spans, sections, chapters, paragraphs and ids are computed from the text.
func TestGoodReading(t *testing.T) {
	b, err := reading.Compile(laid(t), source(t))
	if err != nil {
		t.Fatal(err)
	}
	type where struct {
		id, chapter, words string
		paragraph          int
	}
	var got []where
	for _, p := range b.Passages {
		got = append(got, where{p.ID, p.Chapter, string(source(t)[p.Start:p.End]), p.Paragraph})
	}
	want := []where{
		{"passage:test-2018:1-1", "partnership:test", "Annual report", 0},
		{"passage:test-2018:5-1", "group:test:energy", "The energy group met in May.", 1},
		{"passage:test-2018:6-1", "group:test:energy", "The ministry took part.", 2},
		{"passage:test-2018:9-1", "group:test:mining", "The mining group met.", 1},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(where{})); d != "" {
		t.Errorf("passages (-want +got):\n%s", d)
	}
	links := map[string]graph.Link{}
	for _, l := range b.Links {
		links[l.From+" "+string(l.Type)+" "+l.To] = l
	}
	if l := links["institution:ministry PARTICIPATES_IN session:test:meeting"]; l.Confidence != 0.9 || l.Properties.Text("role") != "participant" {
		t.Errorf("what stands beside a link is lost: %+v", l)
	}
	for _, g := range []string{"group:test:energy", "group:test:mining"} {
		if yes, _ := links["report:test-2018 REPORTS_ON "+g].Properties.Bool("chapter"); !yes {
			t.Errorf("%s has a chapter, and no link says so", g)
		}
	}
	if n := b.Notes[0]; len(n.Evidence) != 2 {
		t.Errorf("a note's evidence: %v", n.Evidence)
	}
}

// TestBadReadings: each folder of testdata/bad, laid over the good reading, breaks one rule; what is said names file, line and
// rule, and nothing else is said. An empty file is no error.
func TestBadReadings(t *testing.T) {
	folders, err := filepath.Glob("testdata/bad/*")
	if err != nil || len(folders) < 40 {
		t.Fatalf("%d bad readings: %v", len(folders), err)
	}
	for _, folder := range folders {
		name := filepath.Base(folder)
		t.Run(name, func(t *testing.T) {
			_, err := reading.Compile(laid(t, "bad/"+name), source(t))
			if err == nil {
				t.Fatal("nothing is said")
			}
			golden := filepath.Join(folder, "want.txt")
			if *update {
				if err := os.WriteFile(golden, []byte(err.Error()+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, readErr := os.ReadFile(golden)
			if readErr != nil {
				t.Fatal(readErr)
			}
			if d := cmp.Diff(string(want), err.Error()+"\n"); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			if strings.Count(err.Error(), "\n") > 0 {
				t.Errorf("one rule is broken, several things are said:\n%v", err)
			}
		})
	}
	good := laid(t)
	good["empty.yaml"] = &fstest.MapFile{}
	if _, err := reading.Compile(good, source(t)); err != nil {
		t.Errorf("an empty file: %v", err)
	}
}

// TestAllAtOnce: broken rules of several files are named together.
func TestAllAtOnce(t *testing.T) {
	dir := laid(t)
	for i, name := range []string{"anchor-missing", "declared-named", "key", "evidence-note", "property"} {
		b, err := fs.ReadFile(laid(t, "bad/"+name), "wrong.yaml")
		if err != nil {
			t.Fatal(err)
		}
		dir[fmt.Sprintf("wrong%d.yaml", i)] = &fstest.MapFile{Data: b}
	}
	_, err := reading.Compile(dir, source(t))
	for i := range 5 {
		if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("wrong%d.yaml", i)) {
			t.Errorf("nothing is said of file %d:\n%v", i, err)
		}
	}
}

// TestNoFile: a folder without a reading says so.
func TestNoFile(t *testing.T) {
	if _, err := reading.Compile(fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "no .yaml file") {
		t.Errorf("%v", err)
	}
}

// TestAlias: a value that stands elsewhere in the file and is named here is that value.
func TestAlias(t *testing.T) {
	dir := laid(t)
	dir["alias.yaml"] = &fstest.MapFile{Data: []byte(`entities:
  - {id: session:test:x, name: {en: X}, properties: {status: &s held}}
  - {id: session:test:y, name: {en: Y}, properties: {status: *s}}
passages:
  - {at: 5, first: It will, gist: x, names: [session:test:x, session:test:y]}
`)}
	b, err := reading.Compile(dir, source(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range b.Entities {
		if e.ID == "session:test:y" && e.Properties.Text("status") != "held" {
			t.Errorf("status %q", e.Properties.Text("status"))
		}
	}
}

// FuzzCompile: no YAML makes the compiler panic; what it lets through is valid and canonical, and all that it says has a rule.
func FuzzCompile(f *testing.F) {
	files, err := filepath.Glob("testdata/*/*/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(files, "testdata/good/energy.yaml", "testdata/good/report.yaml") {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("sections:\n- {line: -9000000000, path: [x]}\n"))
	f.Add([]byte("entities:\n- &a {id: project:x, properties: {amount: *a, countries: [*a]}}\n"))
	text, good := source(f), laid(f)
	f.Fuzz(func(t *testing.T, yaml []byte) {
		if len(yaml) > 1<<14 {
			t.Skip("longer than any statement")
		}
		dir := fstest.MapFS{"fuzz.yaml": {Data: yaml}}
		for name, file := range good {
			dir[name] = file
		}
		b, err := reading.Compile(dir, text)
		if err == nil {
			if ps := graph.Validate(b); len(ps) > 0 {
				t.Fatalf("an invalid bundle was let through:\n%v", ps)
			}
			return
		}
		var ps graph.Problems
		if !errors.As(err, &ps) {
			t.Fatalf("%T: %v", err, err)
		}
		for _, p := range ps {
			if p.Source == "" || p.Rule == "" || p.Message == "" || strings.HasSuffix(p.Path, "line 0") {
				t.Fatalf("a problem without place or rule: %+v", p)
			}
		}
	})
}
