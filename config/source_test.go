package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/config"
)

// TestSources: what is wrong with a value is told with where the value stands, the stronger place where there are several, and with
// all places where it can be set.
func TestSources(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.yaml")
	for _, tc := range []struct {
		name, yaml string
		env        map[string]string
		args       []string
		says       string
	}{
		{"file", "releases: {keep: 0}", nil, nil, "configuration file " + file + ": line 1: releases.keep is 0; it must be at least 1 (flag --releases-keep, variable CROSSWALK_RELEASES_KEEP)"},
		{"variable over file", "releases: {keep: 0}", map[string]string{"CROSSWALK_RELEASES_KEEP": "-1"}, nil, "variable CROSSWALK_RELEASES_KEEP: releases.keep is -1;"},
		{"flag over both", "releases: {keep: 0}", map[string]string{"CROSSWALK_RELEASES_KEEP": "-1"}, []string{"--releases-keep", "-2"}, "flag --releases-keep: releases.keep is -2;"},
		{"Neo4j's own variable", "store: neo4j", map[string]string{"NEO4J_URI": "http://x"}, nil, `variable NEO4J_URI: neo4j.uri is "http://x"; it must be the address of a Neo4j server`},
		{"default", "store: neo4j", nil, nil, "\nneo4j.uri is empty;"},
		{"list for a text", "store: [a]", nil, nil, `configuration file ` + file + `: line 1: store is "[a]"; it must be one of embedded, neo4j`},
		{"number for a text", "address: 8080", nil, nil, `address is "8080"; it must be host:port, such as "127.0.0.1:8080"`},
		{"map for a list", "editions: {a: b}", nil, nil, `configuration file ` + file + `: line 1: editions is "map[a:b]"; it must be a list of texts`},
		{"size with a unit", "http: {cache_bytes: 64MB}", nil, nil, `http.cache_bytes is "64MB"; it must be a whole number, such as 67108864`},
		{"duration without a unit", "", nil, []string{"--http-request-timeout", "30"}, `flag --http-request-timeout: http.request_timeout is "30"; it must be a duration with its unit, such as 30s or 10m`},
		{"truth", "", map[string]string{"CROSSWALK_NEO4J_ALLOW_FOREIGN": "maybe"}, nil, `variable CROSSWALK_NEO4J_ALLOW_FOREIGN: neo4j.allow_foreign is "maybe"; it must be true or false`},
		{"empty password file", "", nil, []string{"--neo4j-password-file", os.DevNull}, "neo4j.password_file is the empty file " + os.DevNull},
		{"a section of a file", "# mine\n\nNeo4j:\n  Load_Timeout: 1ms\nreleases.keep: 0", nil, nil, "configuration file " + file + ": line 4: neo4j.load_timeout is 1ms;"},
		{"a dotted key", "\nreleases.keep: 0", nil, nil, "configuration file " + file + ": line 2: releases.keep is 0;"},
		{"a misspelt key", "releases:\n  kep: 1", nil, nil, "configuration file " + file + ": line 2: unknown key releases.kep; did you mean releases.keep?"},
		{"a key of no section", "store: neo4j\nneo4j: here", nil, nil, "configuration file " + file + ": line 2: unknown key neo4j; it is a section"},
		{"list as a file", "- a", nil, nil, "configuration file " + file + ": line 1: a configuration is keys with values, such as store: embedded"},
		{"tabs", "store: neo4j\n\ta: b", nil, nil, "configuration file " + file + ": line 2: found a tab"},
		{"twice", "store: neo4j\nstore: embedded", nil, nil, `configuration file ` + file + `: line 2: mapping key "store" already defined at line 1`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			bare(t)
			for k, v := range tc.env {
				t.Setenv(k, v)
			}
			if err := os.WriteFile(file, []byte(tc.yaml+"\n"), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := load(t, append(tc.args, "--config", file)...)
			if err == nil || !strings.Contains("\n"+err.Error(), tc.says) {
				t.Errorf("%v\nwant %s", err, tc.says)
			}
			if err != nil && strings.Contains(err.Error(), "interface {}") {
				t.Errorf("Go's words: %v", err)
			}
		})
	}
}

// TestNoFile: a file that is not there, or is a folder, is told with where it was named.
func TestNoFile(t *testing.T) {
	bare(t)
	t.Setenv("CROSSWALK_CONFIG", filepath.Join(t.TempDir(), "nix.yaml"))
	if _, err := config.Load(nil); err == nil || !strings.Contains(err.Error(), "nix.yaml: there is no such file (flag --config, variable CROSSWALK_CONFIG)") {
		t.Error(err)
	}
	if _, err := load(t, "--config", t.TempDir()); err == nil || !strings.Contains(err.Error(), "this is a folder; name a file") {
		t.Error(err)
	}
}

// TestWrongKindsOnce: a value of the wrong kind is told once, not again as the empty text that it is not.
func TestWrongKindsOnce(t *testing.T) {
	bare(t)
	file := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(file, []byte("store: [a]\naddress: 8080\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := load(t, "--config", file); err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Error(err)
	}
}
