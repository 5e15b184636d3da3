package config_test

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/crosswalk-kg/crosswalk/config"
)

const secret = "hunter2hunter2"

// holder keeps a configuration where fmt cannot ask its methods.
type holder struct {
	config config.Config
	secret config.Secret
	more   []any
}

// TestSecretsStayHidden: no verb, not even one that fmt takes for a mistake, no log and no encoder prints a secret, wherever
// it is kept.
func TestSecretsStayHidden(t *testing.T) {
	bare(t)
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(secret+"\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := load(t, "--neo4j-password-file", file)
	if err != nil || c.Neo4j.Password.Reveal() != secret {
		t.Fatalf("the file's password was not read: %v", err)
	}
	p := c.Neo4j.Password
	texts := map[string]string{}
	for _, verb := range "vTtbcdoOqxXUeEfFgGspw!zZ" {
		for _, flag := range []string{"", "+", "#", "-20", "+#", "0.3", " "} {
			f := "%" + flag + string(verb)
			for _, v := range []any{p, &p, c, &c, c.Neo4j, []config.Secret{p}, map[string]config.Secret{"k": p}, map[config.Secret]int{p: 1}, holder{c, p, []any{p}}, &holder{c, p, []any{c}}} {
				texts[fmt.Sprintf("%s of %T", f, v)] = fmt.Sprintf(f, v)
			}
		}
	}
	j, err := json.Marshal(map[string]any{"config": c, "list": []config.Secret{p}})
	y, yamlErr := yaml.Marshal(c)
	if err != nil || yamlErr != nil {
		t.Fatal(err, yamlErr)
	}
	texts["JSON"], texts["YAML"], texts["print"] = string(j), string(y), fmt.Sprint(p, c, holder{c, p, nil})
	wrong := "x %w %v" // no secret is an error
	texts["wrapped"] = fmt.Errorf(wrong, p, p).Error()
	var log strings.Builder
	for _, l := range []*slog.Logger{slog.New(slog.NewJSONHandler(&log, nil)), slog.New(slog.NewTextHandler(&log, nil))} {
		l.Info("x", "config", c, "secret", p, "pointer", &p, "holder", holder{c, p, nil})
	}
	texts["log"] = log.String()
	for how, text := range texts {
		for _, form := range []string{secret, fmt.Sprintf("%x", secret), fmt.Sprintf("%X", secret), "hunter2"} {
			if strings.Contains(text, form) {
				t.Errorf("%s shows a secret: %s", how, text)
			}
		}
	}
	if !strings.Contains(fmt.Sprint(p), "hidden") || fmt.Sprint(config.NewSecret("")) != "" || config.NewSecret("") != (config.Secret{}) {
		t.Errorf("a secret is %v, none %q", p, fmt.Sprint(config.NewSecret("")))
	}
}

// TestErrorsHideSecrets: what is wrong with a configuration is told without its password, also where it stands in the wrong place.
func TestErrorsHideSecrets(t *testing.T) {
	for name, yaml := range map[string]string{
		"a list": "neo4j: {password: [" + secret + "]}", "a map": "neo4j: {password: {is: " + secret + "}}", "a misspelt key": "neo4j: {pasword: " + secret + "}",
		"the wrong file": secret, "in the address's query": "store: neo4j\nneo4j: {uri: \"http://x?password=" + secret + "\"}", "in the address": "store: neo4j\nneo4j: {uri: \"http://me:" + secret + "@x\"}", "beside a mistake": "store: x\nneo4j: {password: " + secret + ", username: [a]}",
		"in a broken file": "neo4j: {password: " + secret, "twice": "neo4j:\n  password: " + secret + "\n  password: " + secret,
	} {
		bare(t)
		f := filepath.Join(t.TempDir(), "c.yaml")
		if err := os.WriteFile(f, []byte(yaml+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := load(t, "--config", f); err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", name, err)
		}
	}
	bare(t)
	t.Setenv("CROSSWALK_NEO4J_PASWORD", secret)
	if _, err := load(t); err == nil || strings.Contains(err.Error(), secret) || !strings.Contains(err.Error(), "did you mean CROSSWALK_NEO4J_PASSWORD?") {
		t.Errorf("a misspelt variable: %v", err)
	}
}
