package config_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"

	"github.com/crosswalk-kg/crosswalk/config"
)

// bare clears the variables that would reach the configuration.
func bare(t *testing.T) {
	t.Helper()
	for _, kv := range os.Environ() {
		name, _, _ := strings.Cut(kv, "=")
		if strings.HasPrefix(name, "CROSSWALK_") && !strings.HasPrefix(name, "CROSSWALK_TEST_") || strings.HasPrefix(name, "NEO4J_") {
			t.Setenv(name, "") // restored at the end
			if err := os.Unsetenv(name); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func load(t *testing.T, args ...string) (config.Config, error) {
	t.Helper()
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.AddFlags(flags)
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	return config.Load(flags)
}

// TestFiles: good files load, bad ones fail with the message beside them and the file's name.
func TestFiles(t *testing.T) {
	bare(t)
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		_, err := load(t, "--config", f)
		if strings.HasSuffix(f, ".good.yaml") {
			if err != nil {
				t.Errorf("%s: %v", f, err)
			}
			continue
		}
		want, readErr := os.ReadFile(strings.TrimSuffix(f, ".yaml") + ".txt")
		if readErr != nil {
			t.Fatal(readErr)
		}
		if err == nil || !strings.Contains(err.Error(), strings.TrimSpace(string(want))) {
			t.Errorf("%s: %v; want %s", f, err, want)
		}
	}
}

// TestAllProblemsAtOnce: every broken rule is told, not the first alone.
func TestAllProblemsAtOnce(t *testing.T) {
	bare(t)
	t.Setenv("CROSSWALK_STOR", "x")
	f := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(f, []byte("stroe: x\naddress: nowhere\nlog: {level: loud}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := load(t, "--config", f, "--releases-keep", "0")
	for _, want := range []string{"CROSSWALK_STOR", "stroe", "nowhere", "loud", "releases.keep"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not told: %v", want, err)
		}
	}
}

// TestPrecedence: flags win over the environment, the environment over the file, the file over defaults; what Neo4j's own tools
// call a variable is understood, ours wins.
func TestPrecedence(t *testing.T) {
	bare(t)
	t.Setenv("CROSSWALK_CONFIG", "testdata/full.good.yaml")
	t.Setenv("CROSSWALK_NEO4J_DATABASE", "from-env")
	t.Setenv("NEO4J_DATABASE", "from-aura")
	t.Setenv("NEO4J_PASSWORD", "from-aura")
	t.Setenv("CROSSWALK_LOG_LEVEL", "warn")
	c, err := load(t, "--log-level", "error", "--address", "127.0.0.1:1")
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][2]any{
		"flag over environment": {c.Log.Level, "error"}, "flag over file": {c.Address, "127.0.0.1:1"}, "environment over file": {c.Neo4j.Database, "from-env"},
		"Neo4j's name": {c.Neo4j.Password.Reveal(), "from-aura"}, "file over default": {c.Releases.Keep, 3}, "default": {c.HTTP.ShutdownTimeout, 10 * time.Second},
		"empty list": {len(c.Editions), 0}, "duration": {c.Neo4j.LoadTimeout, 90 * time.Second},
	} {
		if got[0] != got[1] {
			t.Errorf("%s: %v, want %v", name, got[0], got[1])
		}
	}
}

// TestSecretsStayHidden: no verb, log or encoder prints a secret.
func TestSecretsStayHidden(t *testing.T) {
	bare(t)
	const secret = "hunter2hunter2"
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := load(t, "--neo4j-password-file", file)
	if err != nil {
		t.Fatal(err)
	}
	if c.Neo4j.Password.Reveal() != secret {
		t.Fatalf("the file's password was not read")
	}
	j, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "config", c, "password", c.Neo4j.Password)
	for _, text := range []string{string(j), log.String(), fmt.Sprintf("%v %+v %#v %s %q %x", c, c, c, c.Neo4j.Password, c.Neo4j.Password, c.Neo4j.Password)} {
		if strings.Contains(text, secret) || strings.Contains(text, fmt.Sprintf("%x", secret)) {
			t.Errorf("a secret shows: %s", text)
		}
	}
}

// TestDefaults: the commented file names every key, and each has a flag and a variable.
func TestDefaults(t *testing.T) {
	bare(t)
	c, err := load(t)
	if err != nil || c.Store != config.Embedded || !strings.HasSuffix(c.DataDir, "crosswalk") {
		t.Errorf("%+v, %v", c, err)
	}
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.AddFlags(flags)
	for _, k := range config.Keys() {
		f := flags.Lookup(config.FlagName(k))
		if f == nil || !strings.Contains(f.Usage, config.EnvName(k)) {
			t.Errorf("%s has no flag that names its variable", k)
		}
	}
}
