package neo4jstore_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// slow is a text that runs for longer than any test waits.
const slow = "UNWIND range(1, 100000000) AS i UNWIND range(1, 100000000) AS k WITH i, k WHERE i + k < 0 RETURN count(*)"

// running counts the queries of people that the server runs.
func running(t *testing.T, cfg neo4jstore.Config) int {
	t.Helper()
	return strings.Count(eager(t, driverOf(t, cfg), "SHOW TRANSACTIONS YIELD metaData WHERE metaData.query STARTS WITH 'ask: ' RETURN metaData.query"), "ask: ")
}

// waitFor waits until what is true.
func waitFor(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s: not within 20 s", what)
		}
	}
}

// Who leaves stops the query on the server, whether it is computing or giving rows, and frees its place.
func TestLeavingStopsTheQuery(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	c := reopen(t, cfg).Cypher(neo4jstore.CypherOptions{AtOnce: 1, Wait: 50 * time.Millisecond, Time: time.Minute})
	for name, text := range map[string]string{"computing": slow, "giving rows": "UNWIND range(1, 100000000) AS i RETURN i"} {
		ctx, leave := context.WithCancelCause(t.Context())
		p, err := c.Prepare(ctx, "leave", text, nil)
		if err != nil {
			t.Fatal(err)
		}
		gone := errors.New("the client left")
		done := make(chan error)
		go func() {
			_, err := c.Run(ctx, p, func([]string) error { return nil }, func([]any) error { time.Sleep(time.Millisecond); return nil })
			done <- err
		}()
		waitFor(t, name+": the query runs", func() bool { return running(t, cfg) == 1 })
		if _, err := c.Prepare(t.Context(), "other", "RETURN 1", nil); !errors.Is(err, neo4jstore.ErrBusy) {
			t.Errorf("%s: another query: %v, want busy", name, err)
		}
		leave(gone)
		if err := <-done; !errors.Is(err, gone) {
			t.Errorf("%s: %v, want the cause", name, err)
		}
		waitFor(t, name+": the query stopped", func() bool { return running(t, cfg) == 0 })
		if _, err := c.Ask(t.Context(), "after", "RETURN 1", nil); err != nil {
			t.Errorf("%s: afterwards: %v", name, err)
		}
	}
}

// Rows, bytes and time are bounded, and the server is done with what was cut off.
func TestQueriesAreBounded(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	r, err := s.Cypher(neo4jstore.CypherOptions{Rows: 10}).Ask(t.Context(), "rows", "UNWIND range(1, 100000000) AS i RETURN i", nil)
	if err != nil || len(r.Rows) != 10 || !r.Truncated {
		t.Errorf("rows: %d, truncated %v, %v", len(r.Rows), r.Truncated, err)
	}
	r, err = s.Cypher(neo4jstore.CypherOptions{Bytes: 1000}).Ask(t.Context(), "bytes", "UNWIND range(1, 100) AS i RETURN reduce(s = '', k IN range(1, 100) | s + 'x') AS s", nil)
	if err != nil || len(r.Rows) != 9 || !r.Truncated {
		t.Errorf("bytes: %d rows, truncated %v, %v", len(r.Rows), r.Truncated, err)
	}
	r, err = s.Cypher(neo4jstore.CypherOptions{Rows: 10}).Ask(t.Context(), "all", "UNWIND range(1, 10) AS i RETURN i", nil)
	if err != nil || len(r.Rows) != 10 || r.Truncated {
		t.Errorf("all rows: %d, truncated %v, %v", len(r.Rows), r.Truncated, err)
	}
	if _, err = s.Cypher(neo4jstore.CypherOptions{Time: 200 * time.Millisecond}).Ask(t.Context(), "time", slow, nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("time: %v", err)
	}
	if _, err = s.Cypher(neo4jstore.CypherOptions{}).Ask(t.Context(), "memory", "RETURN reduce(s = 'x', i IN range(1, 30) | s + s) AS s", nil); !errors.Is(err, neo4jstore.ErrRefused) || !strings.Contains(err.Error(), "rule memory") {
		t.Errorf("memory: %v", err)
	}
	if _, err := s.Cypher(neo4jstore.CypherOptions{}).Run(t.Context(), neo4jstore.Prepared{}, nil, nil); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("nothing prepared: %v", err)
	}
	waitFor(t, "the server is done", func() bool { return running(t, cfg) == 0 })
}

// Values that JSON has not come as the texts that Cypher itself makes of them; whole numbers and floats stay what they are.
func TestValuesAreThoseOfCypher(t *testing.T) {
	c := reopen(t, graphtest.Neo4j(t)).Cypher(neo4jstore.CypherOptions{})
	for _, value := range []string{
		"date('2018-06-01')", "localtime('12:00')", "localtime('12:00:01.5')", "time('12:30:00+01:00')", "time('23:59:59.000001Z')", "localdatetime('2018-06-01T12:00')",
		"localdatetime('2018-06-01T12:00:07.123456789')", "datetime('2018-06-01T12:00:00Z')", "datetime('2018-06-01T12:00:00.25-05:00')", "datetime('2018-06-01T12:00:00[Europe/Paris]')",
		"duration('P1Y2M3DT4H5M6.5S')", "duration('P0D')", "duration('PT-0.5S')", "duration('PT-1.5S')", "duration({months: 14, days: -3, hours: 25})", "duration('PT61M')", "duration({seconds: -3661})",
		"point({x: 1.5, y: 2})", "point({latitude: 45.4, longitude: -75.7})", "point({x: 1, y: -2, z: 3.25})",
	} {
		r, err := c.Ask(t.Context(), "value", "RETURN "+value+" AS v, toString("+value+") AS s", nil)
		if err != nil {
			t.Fatalf("%s: %v", value, err)
		}
		if r.Rows[0][0] != r.Rows[0][1] {
			t.Errorf("%s comes as %v, Cypher says %v", value, r.Rows[0][0], r.Rows[0][1])
		}
	}
	r, err := c.Ask(t.Context(), "numbers", "RETURN 1 AS i, 1.0 AS f, 0.0/0.0 AS n, [1, 2.5, null, 'x', true] AS l, {a: {b: 9007199254740993}} AS m, -1.0/0.0 AS inf", nil)
	if err != nil {
		t.Fatal(err)
	}
	row := r.Rows[0]
	if row[0] != int64(1) || row[1] != 1.0 || row[2] != "NaN" || row[5] != "-Infinity" || row[4].(map[string]any)["a"].(map[string]any)["b"] != int64(9007199254740993) {
		t.Errorf("%#v", row)
	}
}

// What may take long, or names what is not there, runs and is warned of; that nothing has a name of the schema yet is no warning.
func TestQueriesAreWarnedOf(t *testing.T) {
	c := reopen(t, graphtest.Neo4j(t)).Cypher(neo4jstore.CypherOptions{})
	for text, want := range map[string]string{
		"MATCH (a:Theme), (b:Theme) RETURN count(*)":                      "1:1: If a part of a query contains multiple disconnected patterns",
		"MATCH (a:Theme)-[r*]->(b) RETURN count(*)":                       "a path without an upper bound",
		"MATCH (a:Theme)-[r*2..]->(b) RETURN count(*)":                    "a path without an upper bound",
		"MATCH ((a:Theme)-[r:BROADER]->(b)){2,} RETURN count(*)":          "a path without an upper bound",
		"MATCH p = shortestPath((a:Theme)-[*]-(b:Theme)) RETURN count(p)": "a path without an upper bound",
		"MATCH (n:Nix)\nRETURN n.x":                                       "(the missing label name is: Nix)",
		"MATCH (a:Theme)-[r*1..4]->(b) RETURN count(*)":                   "",
		"MATCH (n:Person)-[:CO_CHAIRS]->(g) RETURN n.name_fr, g.status":   "",
	} {
		p, err := c.Prepare(t.Context(), "warned", text, nil)
		if err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if got := strings.Join(p.Warnings(), "\n"); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What the configuration allows passes the gate, and nothing else does.
func TestConfigurationWidensTheGate(t *testing.T) {
	s := reopen(t, graphtest.Neo4j(t))
	for text, o := range map[string]neo4jstore.CypherOptions{
		"CALL db.index.fulltext.listAvailableAnalyzers() YIELD analyzer RETURN analyzer": {Procedures: []string{"DB.index.fulltext.list*"}},
		"SHOW INDEXES YIELD name RETURN name":                                            {Operators: []string{"ShowIndexes"}},
		"RETURN apoc.text.join(['a'], '') AS s":                                          {Functions: []string{"apoc.text.join"}},
	} {
		if _, err := s.Cypher(neo4jstore.CypherOptions{}).Prepare(t.Context(), "", text, nil); !errors.Is(err, neo4jstore.ErrRefused) {
			t.Errorf("%s, by default: %v", text, err)
		}
		if _, err := s.Cypher(o).Prepare(t.Context(), "", text, nil); errors.Is(err, neo4jstore.ErrRefused) {
			t.Errorf("%s, allowed: %v", text, err)
		}
	}
}
