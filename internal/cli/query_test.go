package cli_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestQueriesOnNeo4j: the catalogue's queries and Cypher of one's own run on a Neo4j store, in each form, and what is wrong is told.
func TestQueriesOnNeo4j(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	f := newFolder(t)
	run := func(args ...string) result { return f.run(t, append(args, at(cfg)...)...) }
	r := run("query", "links_of_pair", "--param", "group_a=creativity-and-culture", "--param", "group_b=group:cmp:trade-investment-innovation", "--param", "lang=fr")
	if r.code != 0 || !strings.HasPrefix(r.out, "CHANNEL ") || !strings.Contains(r.out, "Part III › Creativity and Culture") {
		t.Errorf("query: %d\n%s%s", r.code, r.out, r.err)
	}
	var got struct {
		Columns []string
		Rows    [][]any
		Meta    struct {
			Truncated  bool
			Parameters map[string]any
		}
	}
	r = run("query", "evidence_coverage", "-o", "json")
	if err := json.Unmarshal([]byte(r.out), &got); err != nil || len(got.Columns) != 4 || len(got.Rows) != 11 || got.Rows[0][0] != "Commitment" {
		t.Errorf("as JSON: %v\n%s%s", err, r.out, r.err)
	}
	r = f.runWith(t, "MATCH (g:WorkingGroup) WHERE g.id = $id\nRETURN g.id, $n + 1 AS n, $l AS l", append([]string{"cypher", "-", "--param", "id=group:cmp:energy", "--param", "n=2", "--param", `l=["a", 1]`, "-o", "csv"}, at(cfg)...)...)
	if r.code != 0 || r.out != "g.id,n,l\r\ngroup:cmp:energy,3,a; 1\r\n" {
		t.Errorf("cypher: %d\n%s%s", r.code, r.out, r.err)
	}
	r = run("cypher", "UNWIND range(1, 50) AS i RETURN i", "--cypher-rows", "7")
	if strings.Count(r.out, "\n") != 8 || !strings.Contains(r.err, "cut off after 7 rows") {
		t.Errorf("cut off: %s%s", r.out, r.err)
	}
	if r = run("cypher", "MATCH (g:WorkingGroup) RETURN g", "--explain"); r.code != 0 || !strings.Contains(r.out, "NodeByLabelScan") {
		t.Errorf("explain: %s%s", r.out, r.err)
	}
	for text, says := range map[string]string{"CREATE (n:Evil)": "rule operator", "MATCH (n:Nix) RETRUN n": "1:15: Invalid input", "RETURN $x": "1:8: parameter $x is not given", "LOAD CSV FROM 'file:///x' AS r RETURN r": "rule operator"} {
		if r := run("cypher", text); r.code != 2 || !strings.Contains(r.err, says) || r.out != "" {
			t.Errorf("%s: %d\n%s%s", text, r.code, r.out, r.err)
		}
	}
}

// TestQueriesOnFiles: the catalogue is listed and shown without a database; running a query says what it needs.
func TestQueriesOnFiles(t *testing.T) {
	f := newFolder(t)
	if out := f.ok(t, "query", "--words", "due commit", "--audience", "dashboard"); !strings.Contains(out, "commitments_due") || strings.Contains(out, "people_and_roles") {
		t.Errorf("list:\n%s", out)
	}
	if out := f.ok(t, "query", "successors", "--text"); !strings.HasPrefix(out, "MATCH (before)-[s:SUCCEEDED_BY]->(after)") {
		t.Errorf("text:\n%s", out)
	}
	for _, tc := range []struct {
		args []string
		code int
		says []string
	}{
		{[]string{"query", "successors"}, 1, []string{"understand no Cypher", "neo4j start"}},
		{[]string{"cypher", "RETURN 1"}, 1, []string{"understand no Cypher"}},
		{[]string{"query", "sucessors"}, 2, []string{"did you mean successors?"}},
		{[]string{"query", "commitments_due", "--param", "from", "--param", "to=1", "--param", "to=2"}, 2, []string{`--param is "from"; it must be name=value`, "--param to is given twice"}},
		{[]string{"query", "themes_by_groups", "--param", "min_groups=many", "--param", "x=1"}, 2, []string{`parameter min_groups: "many" is no value of type int`, "has no parameter x; it has: min_groups, lang"}},
		{[]string{"query", "--audience", "minister"}, 2, []string{"--audience is \"minister\"", "dashboard"}},
		{[]string{"cypher", "@nowhere.cypher"}, 1, []string{"nowhere.cypher"}},
	} {
		r := f.run(t, tc.args...)
		for _, s := range tc.says {
			if !strings.Contains(r.err, s) {
				t.Errorf("%v: the message does not say %q:\n%s", tc.args, s, r.err)
			}
		}
		if r.code != tc.code || r.out != "" {
			t.Errorf("%v: exit code %d\n%s", tc.args, r.code, r.out)
		}
	}
}
