package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/config"
)

// FuzzFile: whatever a file holds, it is a configuration or an error that names the file or a key, and no password is in the error.
func FuzzFile(f *testing.F) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(b))
	}
	for _, s := range []string{"a: &x [*x]", "? {a: b}\n: c", "neo4j: {<<: {uri: x}}", "--- a\n--- b", "\xff", "1: 2", "store: !!binary aGk=", "neo4j.uri: x"} {
		f.Add(s)
	}
	file := filepath.Join(f.TempDir(), "c.yaml")
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(file, []byte("neo4j: {password: "+secret+"}\n"+text), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Setenv("CROSSWALK_CONFIG", file)
		c, err := config.Load(nil)
		switch {
		case err == nil && c.Store != config.Embedded && c.Store != config.Neo4jServer:
			t.Fatalf("%q gives the store %q", text, c.Store)
		case err != nil && (strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), "c.yaml") && !strings.Contains(err.Error(), "(flag --")):
			t.Fatalf("%q: %v", text, err)
		}
	})
}
