package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/bench/peer"
)

// TestSmoke: one short run of the embedded store alone measures every area but partners, and writes what it measured.
func TestSmoke(t *testing.T) {
	dir := t.TempDir()
	var out, log strings.Builder
	js, md := filepath.Join(dir, "f.json"), filepath.Join(dir, "f.md")
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	if code := run(ctx, []string{"-scale", "1", "-no-neo4j", "-only", "loads,starts,answers,memory", "-runs", "1", "-budget", "10ms", "-json", js, "-markdown", md}, &out, &log); code != 0 {
		t.Fatalf("exit code %d\n%s", code, &log)
	}
	text, err := os.ReadFile(js)
	if err != nil {
		t.Fatal(err)
	}
	var r result
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	areas := map[string]int{}
	for _, f := range r.Figures {
		areas[f.Area]++
		if f.Ours.N == 0 || f.Ours.Median <= 0 || f.Limit == "" || f.Scale != 1 {
			t.Errorf("%s: %+v", f.Name, f)
		}
	}
	for area, least := range map[string]int{loads: 2, starts: 3, answers: 15, overHTTP: 15, memory: 8} {
		if areas[area] < least {
			t.Errorf("%s: %d figures, want %d", area, areas[area], least)
		}
	}
	if len(r.Worlds) != 1 || r.Worlds[0].Links < 1000 || r.Machine.Cores == 0 || !slices.ContainsFunc(r.Skipped, func(s string) bool { return strings.Contains(s, "Neo4j") }) {
		t.Errorf("%+v, %+v, skipped %q", r.Worlds, r.Machine, r.Skipped)
	}
	if page, err := os.ReadFile(md); err != nil || !strings.Contains(string(page), "### Starts, scale 1") || !strings.Contains(out.String(), "starts, scale 1") {
		t.Errorf("%v\n%s\n%s", err, page, &out)
	}
}

// TestCommandLine: what is wrong is named, and nothing runs.
func TestCommandLine(t *testing.T) {
	for args, says := range map[string]string{"-scale x": `"x" is no number`, "-scale 0": `"0"`, "-only tea": `"tea"`, "-runs 0": "at least 1", "-nix": "nix"} {
		var out, log strings.Builder
		if code := run(t.Context(), strings.Fields(args), &out, &log); code != 2 || !strings.Contains(log.String(), says) || out.Len() > 0 {
			t.Errorf("%s: code %d, %s%s", args, code, &log, &out)
		}
	}
	for scale, partnerships := range map[int]int{1: 1, 20: 1, 100: 5, 400: 20, 4000: 200} {
		if w, err := worldOf(scale); err != nil || w.Options.Partnerships != partnerships || w.Options.Bundles() != scale {
			t.Errorf("scale %d: %+v, %v", scale, w.Options, err)
		}
	}
	if _, err := worldOf(30); err == nil {
		t.Error("a scale of no whole partnerships is taken")
	}
}

// TestQueries: every question has its peer, whose parameters it gives.
func TestQueries(t *testing.T) {
	c := choice{groups: []string{"group:x:a", "group:x:b", "group:x:c"}, firstInterlock: []string{"group:x:a", "group:x:b"}, last: 2037}
	for _, q := range c.questions() {
		for _, name := range q.peer {
			cypher, err := text(name, peer.Text)
			if err != nil {
				t.Errorf("%s: %v", q.name, err)
			}
			for _, word := range strings.FieldsFunc(cypher, func(r rune) bool { return !(r == '$' || r == '_' || r >= 'a' && r <= 'z') }) {
				if _, given := q.params[strings.TrimPrefix(word, "$")]; strings.HasPrefix(word, "$") && !given {
					t.Errorf("%s: %s uses %s, which is not given", q.name, name, word)
				}
			}
		}
		if q.limit == "" || q.route == "" || len(q.peer) == 0 {
			t.Errorf("%s: %+v", q.name, q)
		}
	}
	if _, err := text("nix", peer.Text); err == nil {
		t.Error("a query that is not there is no error")
	}
}
