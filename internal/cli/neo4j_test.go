package cli_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// at are the flags that reach a Neo4j; later ones win.
func at(cfg neo4jstore.Config, more ...string) []string {
	return append([]string{"--store", "neo4j", "--neo4j-uri", cfg.URI, "--neo4j-username", cfg.Username, "--neo4j-password", cfg.Password}, more...)
}

// TestNeo4jMistakes is what a user can do wrong with a real Neo4j: each message says what, where, and which setting to change, and
// none says that the server is away.
func TestNeo4jMistakes(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	http := strings.Replace(cfg.URI, "bolt://", "bolt+s://", 1)
	for _, tc := range []struct {
		name string
		args []string
		says []string
	}{
		{"no such database", []string{"--neo4j-database", "crosswlk"}, []string{"crosswlk", "neo4j.database", "--neo4j-database or CROSSWALK_NEO4J_DATABASE"}},
		{"wrong password", []string{"--neo4j-password", "wrong"}, []string{"neo4j.username", "neo4j.password", "--neo4j-password or CROSSWALK_NEO4J_PASSWORD"}},
		{"no user", []string{"--neo4j-username", "", "--neo4j-password", ""}, []string{"wants a user name and password", "--neo4j-username or CROSSWALK_NEO4J_USERNAME"}},
		{"encryption that the server has not", []string{"--neo4j-uri", http}, []string{"neo4j.uri", "--neo4j-uri or CROSSWALK_NEO4J_URI"}},
	} {
		for _, command := range []string{"crosswalks", "serve"} {
			r := newFolder(t).run(t, append(append([]string{command}, at(cfg)...), tc.args...)...)
			for _, s := range append(tc.says, cfg.URI[len("bolt"):]) {
				if !strings.Contains(r.err, s) {
					t.Errorf("%s, %s: the message does not say %q:\n%s", command, tc.name, s, r.err)
				}
			}
			if r.code != 1 || r.out != "" || strings.Contains(r.err, "Is Neo4j running") || strings.Contains(r.err, "unavailable") || strings.Contains(r.err, cfg.Password) {
				t.Errorf("%s, %s: exit code %d\n%s", command, tc.name, r.code, r.err)
			}
		}
	}
}

// TestRepair: what was written by hand is told by every answer with what to do, listed without a change, and taken back.
func TestRepair(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	f := newFolder(t)
	run := func(args ...string) result { return f.run(t, append(args, at(cfg)...)...) }
	before := run("crosswalks", "-o", "json")
	if r := run("repair"); r.code != 0 || !strings.HasPrefix(r.out, "nothing to repair: ") {
		t.Errorf("of what is whole: %d %s%s", r.code, r.out, r.err)
	}
	graphtest.ByHand(t, cfg, `MATCH (n:WorkingGroup {id: 'group:cmp:energy'}) SET n.name_en = 'Power'`)
	graphtest.ByHand(t, cfg, `CREATE (:Entity:Place {id: 'place:nowhere', kind: 'Place', name_en: 'Nowhere', reports: ['report:cmp-2018']})`)
	if r := run("crosswalks"); r.code != 1 || !strings.Contains(r.err, "by hand") || !strings.Contains(r.err, "crosswalk repair --dry-run --store neo4j ") || strings.Contains(r.err, cfg.Password) {
		t.Errorf("an answer from what was written by hand: %d %s%s", r.code, r.out, r.err)
	}
	for range 2 { // a plan changes nothing
		r := run("repair", "--dry-run")
		for _, s := range []string{"0 added, 1 changed, 1 removed", "entity group:cmp:energy was changed", "entity place:nowhere was never loaded"} {
			if r.code != 0 || !strings.Contains(r.out, s) {
				t.Errorf("the plan does not say %q: %d %s%s", s, r.code, r.out, r.err)
			}
		}
	}
	if r := run("repair"); r.code != 0 || !strings.HasPrefix(r.out, "repaired: release 2 (") {
		t.Errorf("the repair: %d %s%s", r.code, r.out, r.err)
	}
	if after := run("crosswalks", "-o", "json"); after.out != before.out || after.code != 0 {
		t.Errorf("the graph is not what was loaded: %s", after.err)
	}
	if r := run("repair", "--dry-run"); r.code != 0 || !strings.HasPrefix(r.out, "nothing to repair: ") {
		t.Errorf("the plan after the repair: %d %s%s", r.code, r.out, r.err)
	}
}

// TestRepairEmbedded: the embedded store says that it needs none, and a damaged one how it is mended.
func TestRepairEmbedded(t *testing.T) {
	f := newFolder(t)
	for _, args := range [][]string{{"repair"}, {"repair", "--dry-run"}} {
		if r := f.run(t, args...); r.code != 0 || !strings.Contains(r.out, "nothing to repair: the embedded store in "+string(f)) {
			t.Errorf("%v: %d %s%s", args, r.code, r.out, r.err)
		}
	}
}

// TestPrivateNeo4j: the program starts a server, serves from it, says how others connect, and a second start says how to use the
// first. A server that somebody ends tells how it is started again, and answers go on.
func TestPrivateNeo4j(t *testing.T) {
	if err := localneo4j.Available(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	f := newFolder(t)
	p := program(t, "neo4j", "start", "--serve", "--address", "127.0.0.1:0", "--data-dir", string(f))
	stderr, err := p.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	told, lines := map[string]string{}, bufio.NewScanner(stderr)
	for lines.Scan() && !strings.Contains(lines.Text(), "answers at") {
		if name, value, ok := strings.Cut(strings.TrimSpace(lines.Text()), "  "); ok {
			told[name] = strings.TrimSpace(value)
		}
	}
	_, url, _ := strings.Cut(lines.Text(), "answers at ")
	url, _, _ = strings.Cut(url, " ")
	passwordFile := strings.TrimPrefix(told["password"], "the text of ")
	password, err := os.ReadFile(passwordFile)
	if err != nil || !strings.HasPrefix(told["address"], "bolt://127.0.0.1:") || told["user"] != "neo4j" || told["database"] != "neo4j" {
		t.Fatalf("how to connect is told as %v: %v", told, err)
	}
	r := f.run(t, "neo4j", "start")
	if r.code != 1 || strings.Contains(r.err, strings.TrimSpace(string(password))) || strings.Count(r.err, "already runs") != 1 || !strings.Contains(r.err, "--neo4j-uri "+told["address"]) {
		t.Errorf("a second start: %d\n%s", r.code, r.err)
	}
	if n := nodesOver(t, strings.TrimPrefix(told["HTTP"], "POST "), strings.TrimSpace(string(password))); n < 500 {
		t.Errorf("another client finds %v nodes", n)
	}
	if r := f.run(t, "health", "--store", "neo4j", "--neo4j-uri", told["address"], "--neo4j-username", "neo4j", "--neo4j-password-file", passwordFile, "--address", "127.0.0.1:1"); r.code != 1 {
		t.Errorf("health of nothing: %d", r.code)
	}
	if out := f.ok(t, "matrix", "--store", "neo4j", "--neo4j-uri", told["address"], "--neo4j-username", "neo4j", "--neo4j-password-file", passwordFile); out != newFolder(t).ok(t, "matrix") {
		t.Errorf("the private Neo4j answers otherwise:\n%s", out)
	}
	f.killServer(t, url, lines)
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for lines.Scan() {
		continue
	}
	if err := p.Wait(); err != nil {
		t.Errorf("after the signal: %v", err)
	}
}

// nodesOver counts nodes as a client of somebody's own does, over Neo4j's HTTP.
func nodesOver(t *testing.T, url, password string) float64 {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, url, strings.NewReader(`{"statements": [{"statement": "MATCH (n:Entity) RETURN count(n)"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	req.SetBasicAuth("neo4j", password)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var said struct {
		Results []struct{ Data []struct{ Row []float64 } }
		Errors  []any
	}
	if err := json.NewDecoder(resp.Body).Decode(&said); err != nil || len(said.Errors) > 0 || len(said.Results) != 1 {
		t.Fatal(fmt.Errorf("%v %v", said.Errors, err))
	}
	return said.Results[0].Data[0].Row[0]
}
