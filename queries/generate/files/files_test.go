package files

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func TestCheckedInFilesAreCurrent(t *testing.T) {
	want := All()
	for path, text := range want {
		got, err := os.ReadFile(filepath.Join("../..", path))
		if err != nil || string(got) != text {
			t.Errorf("queries/%s is not current (%v): run go generate ./queries", path, err)
		}
	}
	for _, folder := range []string{"load/entity", "load/link", "snapshot/link"} {
		found, err := filepath.Glob(filepath.Join("../..", folder, "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if _, ok := want[folder+"/"+filepath.Base(f)]; !ok {
				t.Errorf("%s belongs to no kind or link type", f)
			}
		}
	}
}

// The schema's steps are written by hand, since a step that was done stays as it was: each kind and type needs one.
func TestEveryKindAndTypeHasItsConstraint(t *testing.T) {
	steps, err := filepath.Glob("../../schema/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	var schema string
	for _, s := range steps {
		text, err := os.ReadFile(s)
		if err != nil {
			t.Fatal(err)
		}
		schema += string(text)
	}
	for _, k := range graph.Kinds {
		if want := "FOR (n:" + string(k) + ") REQUIRE n.id IS UNIQUE"; !strings.Contains(schema, want) {
			t.Errorf("no schema step says: %s", want)
		}
	}
	for _, l := range graph.LinkTypes {
		if want := "FOR ()-[r:" + string(l) + "]-() REQUIRE r.key IS UNIQUE"; !strings.Contains(schema, want) {
			t.Errorf("no schema step says: %s", want)
		}
	}
}
