package config_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
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

// TestAllProblemsAtOnce: every broken rule is told, not the first alone, also beside values of the wrong kind.
func TestAllProblemsAtOnce(t *testing.T) {
	bare(t)
	t.Setenv("CROSSWALK_STOR", "x")
	t.Setenv("CROSSWALK_RELEASES_POLL", "often")
	f := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(f, []byte("stroe: x\naddress: nowhere\nlog: {level: loud}\nhttp: {cache_bytes: [1]}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := load(t, "--config", f, "--releases-keep", "0", "--http-request-timeout", "5")
	for _, want := range []string{"CROSSWALK_STOR;", "stroe", "nowhere", "loud", "releases.keep", `releases.poll is "often"`, `http.request_timeout is "5"`, `http.cache_bytes is "[1]"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s is not told: %v", want, err)
		}
	}
	if n := strings.Count(err.Error(), "\n") + 1; n != 8 {
		t.Errorf("eight things are wrong, %d are told: %v", n, err)
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

// TestKinds: what is wrong with a flag or variable is told as of a file, and lists may be written in either way.
func TestKinds(t *testing.T) {
	for _, tc := range []struct {
		args []string
		want []string
	}{
		{[]string{"--editions", "a,b"}, []string{"a", "b"}}, {[]string{"--editions", "a", "--editions", "b"}, []string{"a", "b"}}, {[]string{"--editions", "none"}, nil}, {[]string{"--editions="}, nil}, {nil, []string{"cmp-2018"}},
	} {
		bare(t)
		if c, err := load(t, tc.args...); err != nil || !slices.Equal(c.Editions, tc.want) {
			t.Errorf("%v gives %v, %v", tc.args, c.Editions, err)
		}
	}
	for value, want := range map[string][]string{"a, b": {"a", "b"}, "none": nil} {
		bare(t)
		t.Setenv("CROSSWALK_EDITIONS", value)
		if c, err := load(t); err != nil || !slices.Equal(c.Editions, want) {
			t.Errorf("%q gives %v, %v", value, c.Editions, err)
		}
	}
	bare(t)
	if c, err := load(t, "--config", "testdata/words.good.yaml", "--neo4j-allow-foreign=false"); err != nil || c.Releases.Keep != 5 || c.Neo4j.AllowForeign || len(c.Editions) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	if c, err := config.Load(nil); err != nil || c.Releases.Keep != 20 {
		t.Errorf("without flags: %+v, %v", c, err)
	}
}

// TestServiceVariables: what Kubernetes sets for a service named crosswalk is no mistake; what looks like it is.
func TestServiceVariables(t *testing.T) {
	bare(t)
	for name, v := range map[string]string{"CROSSWALK_SERVICE_HOST": "10.0.0.1", "CROSSWALK_SERVICE_PORT": "80", "CROSSWALK_SERVICE_PORT_HTTP": "80", "CROSSWALK_PORT": "tcp://10.0.0.1:80",
		"CROSSWALK_PORT_80_TCP": "tcp://10.0.0.1:80", "CROSSWALK_PORT_80_TCP_ADDR": "10.0.0.1", "CROSSWALK_NEO4J_SERVICE_HOST": "10.0.0.2", "CROSSWALK_NEO4J_PORT_7687_TCP_PROTO": "tcp"} {
		t.Setenv(name, v)
	}
	if _, err := load(t); err != nil {
		t.Error(err)
	}
	t.Setenv("CROSSWALK_PORTS", "80")
	if _, err := load(t); err == nil || !strings.Contains(err.Error(), "unknown variable CROSSWALK_PORTS") {
		t.Errorf("CROSSWALK_PORTS gives %v", err)
	}
}

// TestFolders: data is kept in the user's data folder, in the one of XDG where that is set.
func TestFolders(t *testing.T) {
	bare(t)
	t.Setenv("XDG_DATA_HOME", "/data")
	if c, err := load(t); err != nil || c.DataDir != filepath.Join("/data", "crosswalk") {
		t.Errorf("%s, %v", c.DataDir, err)
	}
	t.Setenv("XDG_DATA_HOME", "relative")
	t.Setenv("HOME", "/home/me")
	t.Setenv("USERPROFILE", "/home/me")
	if c, err := load(t); err != nil || !strings.HasPrefix(c.DataDir, filepath.FromSlash("/home/me/")) || filepath.Base(c.DataDir) != "crosswalk" {
		t.Errorf("%s, %v", c.DataDir, err)
	}
}

// TestDefaults: the commented file is valid and names every key, and each has a flag and a variable, whose help is its comment.
func TestDefaults(t *testing.T) {
	bare(t)
	c, err := load(t)
	if err != nil || c.Store != config.Embedded || !strings.HasSuffix(c.DataDir, "crosswalk") {
		t.Errorf("%+v, %v", c, err)
	}
	file := filepath.Join(t.TempDir(), "default.yaml")
	if err := os.WriteFile(file, config.Default(), 0o600); err != nil {
		t.Fatal(err)
	}
	if d, err := load(t, "--config", file); err != nil || !reflect.DeepEqual(c, d) {
		t.Errorf("the default file gives %+v, not %+v: %v", d, c, err)
	}
	flags := pflag.NewFlagSet("test", pflag.ContinueOnError)
	config.AddFlags(flags)
	for _, k := range config.Keys() {
		f := flags.Lookup(config.FlagName(k))
		meaning, variable, ok := strings.Cut(f.Usage, " ("+config.EnvName(k))
		if !ok || variable != ")" || len(meaning) < 10 || strings.Contains(meaning, "`") || strings.HasPrefix(meaning, "#") {
			t.Errorf("%s: the flag's help is %q", k, f.Usage)
		}
	}
	if f := flags.Lookup("releases-keep"); f.Usage != "How many past releases are kept and can be answered again (CROSSWALK_RELEASES_KEEP)" {
		t.Errorf("the help of --releases-keep is %q", f.Usage)
	}
}
