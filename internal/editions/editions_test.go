package editions_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/editions/reading"
)

// source is the published report that an edition was read from; without it the test skips, which under CI is a failure.
func source(t *testing.T, name string) []byte {
	t.Helper()
	folder := editions.SourceFolder("")
	if !filepath.IsAbs(folder) {
		folder = filepath.Join("..", "..", folder) // tests run in their package's folder
	}
	b, err := os.ReadFile(filepath.Join(folder, editions.SourceFile(name)))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("under CI the published report must be there: %v", err)
		}
		t.Skipf("the published report is not here: %v", err)
	}
	return b
}

// TestEditionsAreCurrent: the packaged bundle is what the reading compiles to, byte for byte.
func TestEditionsAreCurrent(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := reading.Compile(os.DirFS(name), source(t, name))
		if err != nil {
			t.Fatalf("%s:\n%v", name, err)
		}
		packaged, err := os.ReadFile(name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Encode(), packaged) {
			t.Errorf("%s.json is not what the reading compiles to; run make edition", name)
		}
	}
}

// TestEditionsAreValid: a packaged bundle decodes, is valid and canonical.
func TestEditionsAreValid(t *testing.T) {
	for _, name := range editions.Names() {
		b, err := editions.Load(name)
		if err != nil {
			t.Fatalf("%s:\n%v", name, err)
		}
		if ps := graph.Validate(b); len(ps) > 0 {
			t.Errorf("%s:\n%v", name, ps)
		}
		packaged, err := os.ReadFile(name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Encode(), packaged) {
			t.Errorf("%s.json is not in canonical form", name)
		}
	}
}

var word = regexp.MustCompile(`[\pL\pN]+`)

// TestNoSentenceOfTheSource: no run of twelve words of the published report stands in a reading or a bundle.
func TestNoSentenceOfTheSource(t *testing.T) {
	const run = 12
	for _, name := range editions.Names() {
		words := word.FindAllString(strings.ToLower(string(source(t, name))), -1)
		seen := map[string]bool{}
		for i := 0; i+run <= len(words); i++ {
			seen[strings.Join(words[i:i+run], " ")] = true
		}
		files, err := filepath.Glob(name + "/*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range append(files, name+".json") {
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			ws := word.FindAllString(strings.ToLower(string(text)), -1)
			for i := 0; i+run <= len(ws); i++ {
				if r := strings.Join(ws[i:i+run], " "); seen[r] {
					t.Errorf("%s holds words of the report: %s", f, r)
					break
				}
			}
		}
	}
}
