package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// badCase is a file of testdata/bad: edits that break testdata/good/sample.json, and the problems that must be found.
type badCase struct {
	Edits    []json.RawMessage `json:"edits"`
	Problems []string          `json:"problems"`
}

type edit struct {
	At     string          `json:"at"`
	Set    json.RawMessage `json:"set"`
	Remove bool            `json:"remove"`
}

func TestBadBundlesAreRefusedWithEveryProblem(t *testing.T) {
	rules := map[string]bool{}
	files, _ := filepath.Glob("testdata/bad/*.json")
	if len(files) < 80 {
		t.Fatalf("only %d files", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			c := readBadCase(t, file)
			_, err := ReadBundle(bytes.NewReader(c.bundle(t)), "")
			var ps Problems
			if !errors.As(err, &ps) || !errors.Is(err, ErrInvalid) {
				t.Fatalf("got error %v, want Problems", err)
			}
			var got []string
			for _, p := range ps {
				rules[p.Rule] = true
				got = append(got, p.String())
			}
			if *update {
				c.Problems = got
				c.write(t, file)
			} else if d := cmp.Diff(c.Problems, got); d != "" {
				t.Error(d)
			}
		})
	}
	doc, err := os.ReadFile("validate.go")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(doc), "// The rules: ")
	list, _, _ = strings.Cut(list, ".")
	var documented []string
	for _, rule := range regexp.MustCompile(`[a-z][a-z-]+`).FindAllString(strings.ReplaceAll(list, "//", ""), -1) {
		documented = append(documented, rule)
		if !rules[rule] && rule != "property-type" { // which files cannot have: TestValidateChecksTypesOfValues
			t.Errorf("no bad bundle breaks the rule %q", rule)
		}
	}
	for rule := range rules {
		if !slices.Contains(documented, rule) && rule != "wrong-type" && rule != "missing-field" {
			t.Errorf("the doc of Validate does not name the rule %q", rule)
		}
	}
}

// What one thing shows by itself the schema refuses too; the rest (ids that exist, cycles …) needs the program. That the
// schema is never stricter than the program is shown by the good and the generated bundles.
func TestSchemaRefusesMostBadBundles(t *testing.T) {
	s := compiledSchema(t)
	caught := 0
	files, _ := filepath.Glob("testdata/bad/*.json")
	for _, file := range files {
		if fits(t, s, readBadCase(t, file).bundle(t)) != nil {
			caught++
		}
	}
	if caught < len(files)/2 {
		t.Errorf("the schema catches only %d of %d bad bundles", caught, len(files))
	}
}

func readBadCase(t *testing.T, file string) badCase {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var c badCase
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return c
}

// bundle is the sample with the edits made.
func (c badCase) bundle(t *testing.T) []byte {
	t.Helper()
	var doc any
	if err := json.Unmarshal(sample().Encode(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, raw := range c.Edits {
		var e edit
		if err := json.Unmarshal(raw, &e); err != nil {
			t.Fatal(err)
		}
		var value any
		if !e.Remove {
			if err := json.Unmarshal(e.Set, &value); err != nil {
				t.Fatal(err)
			}
		}
		doc = change(t, doc, regexp.MustCompile(`\w+`).FindAllString(e.At[1:], -1), value, e.Remove)
	}
	out, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// change sets or removes what stands at path; a list index just past the end appends.
func change(t *testing.T, at any, path []string, value any, remove bool) any {
	t.Helper()
	if len(path) == 0 {
		return value
	}
	switch x := at.(type) {
	case map[string]any:
		if remove && len(path) == 1 {
			delete(x, path[0])
		} else {
			x[path[0]] = change(t, x[path[0]], path[1:], value, remove)
		}
		return x
	case []any:
		i, err := strconv.Atoi(path[0])
		switch {
		case err != nil || i > len(x):
			t.Fatalf("no item %s", path[0])
		case remove && len(path) == 1:
			return slices.Delete(x, i, i+1)
		case i == len(x):
			return append(x, value)
		}
		x[i] = change(t, x[i], path[1:], value, remove)
		return x
	}
	t.Fatalf("no place %v", path)
	return nil
}

func (c badCase) write(t *testing.T, file string) {
	t.Helper()
	var out strings.Builder
	lines := func(name string, items []string, end string) {
		out.WriteString(" \"" + name + "\": [\n  " + strings.Join(items, ",\n  ") + "\n ]" + end + "\n")
	}
	var edits, problems []string
	for _, e := range c.Edits {
		edits = append(edits, string(e))
	}
	for _, p := range c.Problems {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(p); err != nil {
			t.Fatal(err)
		}
		problems = append(problems, strings.TrimSpace(b.String()))
	}
	out.WriteString("{\n")
	lines("edits", edits, ",")
	lines("problems", problems, "")
	out.WriteString("}\n")
	golden(t, file, []byte(out.String()))
}
