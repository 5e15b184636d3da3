package cli_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestExamples: every command that answers shows an example in its help, and every example that needs no file of the user's runs; the help
// of a command is no longer than a screen or so.
func TestExamples(t *testing.T) {
	f := second(t)
	for _, args := range answers {
		help := f.ok(t, args[0], "--help")
		_, after, ok := strings.Cut(help, "Examples:\n")
		examples, _, _ := strings.Cut(after, "\n\n")
		if !ok || !strings.Contains(examples, "crosswalk "+args[0]) {
			t.Errorf("%s --help has no example", args[0])
		}
		for l := range strings.Lines(examples) {
			if words := strings.Fields(l)[1:]; f.run(t, words...).code != 0 {
				t.Errorf("the example %q fails", strings.TrimSpace(l))
			}
		}
		if n := strings.Count(help, "\n"); n > 40 || !strings.Contains(help, "--data-dir") || !strings.Contains(help, "crosswalk --help") {
			t.Errorf("%s --help has %d lines and tells of the other flags: %t", args[0], n, strings.Contains(help, "crosswalk --help"))
		}
	}
}

// TestReadme: every command that the README shows exists, with its flags.
func TestReadme(t *testing.T) {
	commands := regexp.MustCompile("(?m)^ *(?:\\$ )?crosswalk ([a-z0-9-]+)[^\n`]*|`crosswalk ([a-z0-9-]+)")
	f := newFolder(t)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var seen []string
	for _, m := range commands.FindAllStringSubmatch(string(readme), -1) {
		name := m[1] + m[2]
		if slices.Contains(seen, name) {
			continue
		}
		seen = append(seen, name)
		help := f.ok(t, name, "--help")
		if within := regexp.MustCompile("crosswalk " + name + " ([a-z]+)").FindStringSubmatch(m[0]); within != nil {
			help += f.ok(t, name, within[1], "--help")
		}
		for _, flag := range regexp.MustCompile(`--[a-z0-9-]+`).FindAllString(m[0], -1) {
			if !strings.Contains(help, flag) && !strings.Contains(f.ok(t, "--help"), flag) {
				t.Errorf("%s: %s has no flag %s", m[0], name, flag)
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %v were found in the README", seen)
	}
}
