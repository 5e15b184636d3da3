package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// newNeo4jServer serves both editions from a real Neo4j.
func newNeo4jServer(t *testing.T, o neo4jstore.CypherOptions, gate *access.Gate) *server {
	t.Helper()
	st, err := neo4jstore.Open(t.Context(), graphtest.Neo4j(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close(context.Background()) })
	for _, c := range editions(t) {
		if _, _, err := st.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	svc := service.New(st, service.Options{})
	h, err := api.New(api.Options{Service: svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Cypher: st.Cypher(o), Gate: gate})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return &server{Server: s, svc: svc}
}

// post sends a JSON body and reads the whole answer.
func (s *server) post(t *testing.T, path, body string, header ...string) (*http.Response, string) {
	t.Helper()
	req, err := http.NewRequest(http.MethodPost, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(b)
}

// TestCypher asks a real Neo4j with both editions.
func TestCypher(t *testing.T) {
	s := newNeo4jServer(t, neo4jstore.CypherOptions{Rows: 300}, access.NewGate(nil, access.Analyst, time.Now))
	t.Run("forms and problems", func(t *testing.T) { cypherAnswers(t, s) })
	t.Run("answers show their Cypher", func(t *testing.T) { answersShowTheirCypher(t, s) })
}

// cypherAnswers: a query of the catalogue and a text of one's own answer in every form, each as the OpenAPI document describes it, and
// what is wrong is a problem with its code.
func cypherAnswers(t *testing.T, s *server) {
	t.Helper()
	fits := schemaOf(t, s)
	for _, path := range []string{"/api/v1/queries/links_of_pair/run?group_a=group:cmp:energy&lang=fr", "/api/v1/queries/find_things/run?text=Qu%C3%A9bec&format=json", "/api/v1/queries/picture_of_group/run?format=graph",
		"/api/v1/queries/evidence_coverage/run?format=plan"} {
		resp, body := s.get(t, path)
		if resp.StatusCode != http.StatusOK || resp.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %s", path, resp.StatusCode, body)
			continue
		}
		fits(path, body)
	}
	var got struct {
		Columns []string
		Rows    [][]any
		Meta    api.CypherMeta
	}
	_, body := s.post(t, "/api/v1/queries/commitments_due/run", `{"parameters": {"from": "2019", "to": "2019"}}`)
	if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Rows) != got.Meta.RowCount || got.Meta.RowCount != 16 || got.Meta.Release == "" || got.Meta.Parameters["lang"] != "en" {
		t.Errorf("by POST: %v %s", err, body)
	}
	resp, text := s.get(t, "/api/v1/queries/groups_without_chapter/run.csv")
	if resp.Header.Get("Content-Type") != "text/csv; charset=utf-8" || !strings.HasPrefix(string(text), "year,group,name\r\n2018,group:cmp:agri-business,") {
		t.Errorf("CSV: %s\n%s", resp.Header.Get("Content-Type"), text)
	}
	_, body = s.post(t, "/api/v1/cypher", `{"query": "UNWIND range(1, $n) AS i RETURN i, $t AS t", "parameters": {"n": 1000, "t": 0.5}}`, "Accept", "application/x-ndjson")
	lines := strings.Split(strings.TrimSpace(body), "\n")
	if len(lines) != 302 || lines[0] != `{"columns":["i","t"]}` || lines[1] != `{"row":[1,0.5]}` || !strings.Contains(lines[301], `"truncated":true`) {
		t.Errorf("NDJSON: %d lines: %.300s", len(lines), body)
	}
	_, body = s.post(t, "/api/v1/cypher", `{"query": "MATCH (a:Theme), (b:Theme) RETURN count(*) AS n"}`)
	if err := json.Unmarshal([]byte(body), &got); err != nil || len(got.Meta.Warnings) != 1 || !strings.Contains(got.Meta.Warnings[0], "cartesian product") {
		t.Errorf("of a cartesian product: %v %s", err, body)
	}
	brokenOff(t, s)
	for _, tc := range []struct {
		method, path, body string
		status             int
		code, says         string
	}{
		{"POST", "/api/v1/cypher", `{"query": "CREATE (n:Evil)"}`, 403, "cypher-refused", "rule operator"},
		{"POST", "/api/v1/cypher", `{"query": "MATCH (n) RETRUN n"}`, 400, "cypher-invalid", "1:11: Invalid input"},
		{"POST", "/api/v1/cypher", `{"query": "RETURN $x"}`, 400, "cypher-invalid", "parameter $x is not given"},
		{"POST", "/api/v1/cypher", `{"query": ""}`, 400, "cypher-invalid", "empty"},
		{"POST", "/api/v1/cypher", `{"query": "RETURN 1"} x`, 400, "invalid-request", "something stands after"},
		{"POST", "/api/v1/cypher", `{"text": "RETURN 1"}`, 400, "invalid-request", "unknown field"},
		{"POST", "/api/v1/cypher?format=xml", `{"query": "RETURN 1"}`, 400, "invalid-request", "format is"},
		{"POST", "/api/v1/cypher?query=1", `{"query": "RETURN 1"}`, 400, "invalid-request", "parameters of a query stand in the body"},
		{"POST", "/api/v1/cypher", `{"query": "RETURN '` + strings.Repeat("x", 2<<20) + `'"}`, 413, "too-large", "bytes"},
		{"GET", "/api/v1/cypher", "", 405, "method-not-allowed", "GET"},
		{"GET", "/api/v1/queries/link_of_pair/run", "", 404, "not-found", "did you mean links_of_pair?"},
		{"GET", "/api/v1/queries/links_of_pair/run?grp=1&lang=en&lang=fr", "", 400, "invalid-request", `"location":"parameters.grp"`},
		{"POST", "/api/v1/queries/themes_by_groups/run", `{"parameters": {"min_groups": 1.5}}`, 400, "invalid-request", "1.5"},
		{"POST", "/api/v1/cypher", `{"query": "RETURN 1 / 0"}`, 400, "cypher-invalid", "zero"},
	} {
		var resp *http.Response
		var body string
		if tc.method == "GET" {
			r, b := s.get(t, tc.path)
			resp, body = r, string(b)
		} else {
			resp, body = s.post(t, tc.path, tc.body)
		}
		if resp.StatusCode != tc.status || !strings.Contains(body, `"code":"`+tc.code+`"`) || !strings.Contains(body, tc.says) || !strings.Contains(body, `"request_id"`) {
			t.Errorf("%s %s %.60s: %d %.400s", tc.method, tc.path, tc.body, resp.StatusCode, body)
		}
	}
	if resp, body := s.post(t, "/api/v1/cypher", `{"query": "RETURN 1"}`, "Content-Type", "text/plain"); resp.StatusCode != 415 {
		t.Errorf("as a form could send it: %d %s", resp.StatusCode, body)
	}
}

// brokenOff: what fails in the middle of its rows says so as the last line of NDJSON, breaks a CSV off so that nobody takes the part for the
// whole, and is a problem where no row went out before.
func brokenOff(t *testing.T, s *server) {
	t.Helper()
	const body = `{"query": "UNWIND range(1, 250) AS i RETURN 1 / (200 - i) AS x, reduce(s = '', k IN range(1, 100) | s + toString(i)) AS long"}`
	_, lines := s.post(t, "/api/v1/cypher?format=ndjson", body)
	all := strings.Split(strings.TrimSpace(lines), "\n")
	if last := all[len(all)-1]; !strings.HasPrefix(last, `{"problem":{`) || !strings.Contains(last, `"code":"cypher-invalid"`) || !strings.Contains(last, "zero") || !strings.Contains(last, `"request_id"`) {
		t.Errorf("NDJSON ends with %s", last)
	}
	if resp, text := s.post(t, "/api/v1/cypher", body); resp.StatusCode != http.StatusBadRequest || !strings.Contains(text, "zero") {
		t.Errorf("JSON: %d %s", resp.StatusCode, text)
	}
	req, err := http.NewRequest(http.MethodPost, s.URL+"/api/v1/cypher?format=csv", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err == nil {
		defer resp.Body.Close()
		_, err = io.ReadAll(resp.Body)
	}
	if err == nil && resp.StatusCode == http.StatusOK {
		t.Error("a CSV that broke off reads as whole")
	}
}

// answersShowTheirCypher: the queries that stand beside a pair and the matrix give the pair's masses, at the addresses that are given.
func answersShowTheirCypher(t *testing.T, s *server) {
	t.Helper()
	var pair api.PairAnswer
	s.json(t, "/api/v1/crosswalks/group:cmp:environment/group:cmp:mining?as_of=2018&set=scoring.half_life%3D5", &pair)
	if len(pair.Parts) < 3 || len(pair.Cypher) != 4 {
		t.Fatalf("%d parts, %+v", len(pair.Parts), pair.Cypher)
	}
	got := map[string]float64{}
	for _, asked := range pair.Cypher[:3] {
		var r struct {
			Columns []string
			Rows    [][]any
			Meta    api.CypherMeta
		}
		s.json(t, asked.Run, &r)
		if r.Meta.Query != asked.Query || len(r.Rows) == 0 || r.Meta.Truncated {
			t.Errorf("%s: %+v", asked.Run, r.Meta)
		}
		at := func(row []any, name string) any { return row[slices.Index(r.Columns, name)] }
		for _, row := range r.Rows {
			if at(row, "group_a") != pair.Members[0].ID || at(row, "group_b") != pair.Members[1].ID {
				continue
			}
			channel := strings.TrimSuffix(strings.TrimPrefix(asked.Query, "crosswalk_"), "s")
			if asked.Query == "crosswalk_events" {
				channel = at(row, "channel").(string)
			}
			got[channel] += at(row, "weight").(float64)
		}
	}
	for _, p := range pair.Parts {
		if math.Abs(got[p.Channel]-p.Mass) > 1e-9 {
			t.Errorf("%s: the mass is %v, its Cypher gives %v", p.Channel, p.Mass, got[p.Channel])
		}
		delete(got, p.Channel)
	}
	if len(got) > 0 {
		t.Errorf("Cypher gives %v too", got)
	}
	s.json(t, "/api/v1/crosswalks/group:cmp:environment/group:cmp:mining?min_confidence=0.9", &pair)
	if len(pair.Cypher) != 1 || pair.Cypher[0].Query != "links_of_pair" {
		t.Errorf("with links kept out: %+v", pair.Cypher)
	}
}

// TestCypherOnFiles: a store of files says what Cypher needs; the catalogue can be read.
func TestCypherOnFiles(t *testing.T) {
	s := newServer(t, graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}})
	for _, path := range []string{"/api/v1/queries/targets/run", "/api/v1/queries/targets/run.csv"} {
		if resp, body := s.get(t, path); resp.StatusCode != 501 || !bytes.Contains(body, []byte(`"code":"cypher-needs-neo4j"`)) || !bytes.Contains(body, []byte("make run STORE=neo4j")) {
			t.Errorf("%s: %d %s", path, resp.StatusCode, body)
		}
	}
	var l struct{ Items []api.CatalogueQuery }
	s.json(t, "/api/v1/queries?q=due&audience=dashboard", &l)
	if len(l.Items) != 1 || l.Items[0].Name != "commitments_due" || l.Items[0].Parameters[0].Default != "2018" {
		t.Errorf("%+v", l)
	}
	var one api.CatalogueText
	if s.json(t, "/api/v1/queries/targets", &one); !strings.Contains(one.Text, "MATCH (g)-[:STATES]->(f:Figure {target: true})") {
		t.Errorf("%+v", one)
	}
}

// schemaOf holds answers of queries to the schema that the OpenAPI document gives them.
func schemaOf(t *testing.T, s *server) func(path string, body []byte) {
	t.Helper()
	c, _ := compiler(t, s)
	schema, err := c.Compile("mem:///openapi.json#/paths/~1api~1v1~1queries~1%7Bname%7D~1run/get/responses/200/content/application~1json/schema")
	if err != nil {
		t.Fatal(err)
	}
	return func(path string, body []byte) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
		if err == nil {
			err = schema.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v\n%.300s", path, err, body)
		}
	}
}
