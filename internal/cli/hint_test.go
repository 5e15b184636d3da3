package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/pflag"

	"github.com/crosswalk-kg/crosswalk/config"
)

// TestProgramName: hints call the program as people who read them can.
func TestProgramName(t *testing.T) {
	bin := filepath.Join(t.TempDir(), "crosswalk")
	if err := os.WriteFile(bin, nil, 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", t.TempDir())
	for file, want := range map[string]string{"crosswalk": "crosswalk", "bin/crosswalk": "bin/crosswalk", "/a b/crosswalk": "'/a b/crosswalk'", bin: bin,
		"/tmp/go-build1/b001/exe/crosswalk": "go run ./cmd/crosswalk", "/x/cli.test": "crosswalk"} {
		if got := programName(file); got != want {
			t.Errorf("%s is called as %s, want %s", file, got, want)
		}
	}
	t.Setenv("PATH", filepath.Dir(bin))
	if got := programName(bin); got != "crosswalk" {
		t.Errorf("what is on the PATH is called as %s", got)
	}
}

// TestReach: hints repeat the flags that reach the store and nothing else, never a password.
func TestReach(t *testing.T) {
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.AddFlags(flags)
	if err := flags.Parse([]string{"--store", "neo4j", "--neo4j-uri=bolt://127.0.0.1:7687", "--neo4j-password", "hunter2", "--neo4j-allow-foreign", "--log-level", "warn", "--data-dir", "/my data/it's"}); err != nil {
		t.Fatal(err)
	}
	a := app{name: "bin/crosswalk", reach: reachOf(flags)}
	want := `bin/crosswalk load FILE --store neo4j --data-dir '/my data/it'\''s' --neo4j-uri bolt://127.0.0.1:7687 --neo4j-password … --neo4j-allow-foreign=true`
	if got := a.again("load FILE"); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}
