package neo4jstore_test

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

//go:embed testdata/cypher/hostile.json
var hostileTexts []byte

//go:embed testdata/cypher/legitimate.json
var legitimateTexts []byte

// quick are bounds under which even the costliest text is soon done with.
var (
	quick  = neo4jstore.CypherOptions{Rows: 200, Bytes: 1 << 20, Time: time.Second}
	atOnce = neo4jstore.CypherOptions{Rows: 200, Bytes: 1 << 20, Time: time.Second, AtOnce: 40}
)

// ask prepares and runs a text, with parameters that the corpus uses.
func ask(ctx context.Context, c *neo4jstore.Cypher, text string) (rows [][]any, truncated bool, err error) {
	p, err := c.Prepare(ctx, "corpus", text, map[string]any{"id": "group:cmp:energy", "ids": []string{"group:cmp:energy", "theme:energy"}, "text": "é", "number": 1.5, "list": []any{1, "a"},
		"map": map[string]any{"a": true}, "nothing": nil})
	if err != nil {
		return nil, false, err
	}
	r, err := c.Collect(ctx, p)
	return r.Rows, r.Truncated, err
}

// ruleOf is the rule by which an error says that a text was refused: that of the gate, or what the server said.
func ruleOf(err error) string {
	switch {
	case err == nil:
		return "runs"
	case errors.Is(err, neo4jstore.ErrRefused):
		_, rule, _ := strings.Cut(err.Error(), "(rule ")
		rule, _, _ = strings.Cut(rule, ")")
		return rule
	case errors.Is(err, context.DeadlineExceeded):
		return "time"
	case errors.Is(err, graph.ErrInvalid) && strings.Contains(err.Error(), "is not given"):
		return "parameter"
	case errors.Is(err, graph.ErrInvalid):
		return "syntax"
	}
	return "server"
}

// The texts of the corpora, over the 2018 edition.
func TestCypherTexts(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	if _, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}}); err != nil {
		t.Fatal(err)
	}
	t.Run("legitimate", func(t *testing.T) { legitimateTextsRun(t, s) })
	t.Run("hostile", func(t *testing.T) { hostileTextsAreHarmless(t, cfg, s) })
}

// hostileTextsAreHarmless: no text of the corpus changes anything, reads a file, opens a connection, or holds the service up.
func hostileTextsAreHarmless(t *testing.T, cfg neo4jstore.Config, s *neo4jstore.Store) {
	t.Helper()
	var calls atomic.Int64
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { calls.Add(1); fmt.Fprintln(w, "a,b") }))
	defer web.Close()
	before := stateOf(t, cfg)
	var corpus []struct{ Rule, Text string }
	if err := json.Unmarshal(hostileTexts, &corpus); err != nil {
		t.Fatal(err)
	}
	if len(corpus) < 250 {
		t.Fatalf("the corpus has %d texts", len(corpus))
	}
	outcomes := make([]string, len(corpus))
	var costly sync.WaitGroup
	one, many := s.Cypher(quick), s.Cypher(atOnce)
	for i, x := range corpus {
		run := func(c *neo4jstore.Cypher) {
			_, truncated, err := ask(t.Context(), c, strings.ReplaceAll(x.Text, "HTTPURL", web.URL))
			outcomes[i] = ruleOf(err)
			want := strings.Split(x.Rule, "|")
			if x.Rule == "bounded" {
				want = []string{"runs", "time", "memory", "syntax", "server"}
			}
			if !slices.Contains(want, outcomes[i]) {
				t.Errorf("%d: %.200q: %s (%v), truncated %v; want %s", i, x.Text, outcomes[i], err, truncated, x.Rule)
			}
		}
		if x.Rule == "bounded" {
			costly.Go(func() { run(many) })
		} else {
			run(one)
		}
	}
	costly.Wait()
	seen := map[string]int{}
	for _, o := range outcomes {
		seen[o]++
	}
	t.Logf("%d texts: %v", len(corpus), seen)
	if after := stateOf(t, cfg); after != before {
		t.Errorf("the database was %s and is %s", before, after)
	}
	if calls.Load() > 0 {
		t.Errorf("%d connections were opened", calls.Load())
	}
	if _, err := s.Snapshot(t.Context()); err != nil {
		t.Errorf("the graph is not what was loaded: %v", err)
	}
}

// stateOf sums up what a hostile text could change: nodes, relationships, properties, labels, schema, users, settings.
func stateOf(t *testing.T, cfg neo4jstore.Config) string {
	t.Helper()
	text, err := os.ReadFile("testdata/cypher/state.cypher")
	if err != nil {
		t.Fatal(err)
	}
	driver := driverOf(t, cfg)
	var out []string
	for _, statement := range strings.Split(string(text), ";\n") {
		if strings.TrimSpace(statement) != "" {
			out = append(out, eager(t, driver, statement))
		}
	}
	return strings.Join(out, "\n")
}

// legitimateTextsRun: every text of the corpus runs and gives rows or none.
func legitimateTextsRun(t *testing.T, s *neo4jstore.Store) {
	t.Helper()
	var corpus []string
	if err := json.Unmarshal(legitimateTexts, &corpus); err != nil {
		t.Fatal(err)
	}
	if len(corpus) < 100 {
		t.Fatalf("the corpus has %d texts", len(corpus))
	}
	c := s.Cypher(neo4jstore.CypherOptions{})
	empty := 0
	for i, text := range corpus {
		rows, _, err := ask(t.Context(), c, text)
		if err != nil {
			t.Errorf("%d: %s: %v", i, text, err)
		}
		if err == nil && len(rows) == 0 {
			empty++
			t.Logf("%d gives no row: %s", i, text)
		}
		if _, err := json.Marshal(rows); err != nil {
			t.Errorf("%d: %s: %v", i, text, err)
		}
	}
	if empty > len(corpus)/10 {
		t.Errorf("%d of %d texts give no row", empty, len(corpus))
	}
}

// eager is all that a statement returns, as a text.
func eager(t *testing.T, driver neo4j.DriverWithContext, statement string) string {
	t.Helper()
	result, err := neo4j.ExecuteQuery(t.Context(), driver, statement, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		t.Fatalf("%s: %v", statement, err)
	}
	var rows []string
	for _, r := range result.Records {
		rows = append(rows, fmt.Sprint(r.Values))
	}
	return strings.Join(rows, " ")
}
