package neo4jstore_test

import (
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/queries"
)

var update = flag.Bool("update", false, "write what the catalogue's queries return into their case files")

// queryCase is one case of a query's case file, queries/testdata/NAME.json: the editions that are loaded, the parameters that are not
// left out, and what the query returns then; of many rows the first ones.
type queryCase struct {
	Editions   []string       `json:"editions"`
	Parameters map[string]any `json:"parameters"`
	RowCount   int            `json:"row_count"`
	Rows       [][]any        `json:"rows"`
}

// mostRows is how many rows of a case are kept.
const mostRows = 20

// casesOf reads a query's case file.
func casesOf(t *testing.T, q queries.Query) (string, []queryCase) {
	t.Helper()
	path := filepath.Join("../../queries/testdata", strings.TrimPrefix(q.Name(), "read/")+".json")
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && *update {
		return path, []queryCase{{Editions: []string{"cmp-2018", "cmp-2019"}, Parameters: map[string]any{}}}
	}
	if err != nil {
		t.Fatalf("every query has a case file: %v", err)
	}
	var cases []queryCase
	if err := json.Unmarshal(text, &cases); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(cases) == 0 {
		t.Fatalf("%s holds no case", path)
	}
	return path, cases
}

// Every query of the catalogue returns what its cases say, from columns and parameters as its header declares them, through the gate
// that people's own Cypher goes through, and the server has nothing to say against it.
func TestCatalogue(t *testing.T) {
	loaded, s := "", reopen(t, graphtest.Neo4j(t))
	c := s.Cypher(neo4jstore.CypherOptions{})
	got := map[string][]queryCase{}
	for _, editions := range [][]string{{"cmp-2018"}, {"cmp-2018", "cmp-2019"}} {
		if len(editions) > 1 || loaded == "" {
			change := graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}}
			if len(editions) > 1 {
				change.Put = []graph.Bundle{graphtest.Edition2019(t)}
			}
			if _, _, err := s.Apply(t.Context(), change); err != nil {
				t.Fatal(err)
			}
			loaded = strings.Join(editions, " ")
		}
		if len(editions) > 1 {
			t.Run("agrees with Go", func(t *testing.T) { catalogueAgreesWithGo(t, s, c) })
		}
		for _, q := range queries.All.Under("read") {
			path, cases := casesOf(t, q)
			if got[path] == nil {
				got[path] = slices.Clone(cases)
			}
			for i, want := range cases {
				if strings.Join(want.Editions, " ") == loaded {
					got[path][i] = runCase(t, c, q, want)
				}
			}
		}
	}
	for path, cases := range got {
		text, err := json.MarshalIndent(cases, "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(path, append(text, '\n'), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(text)+"\n"); diff != "" {
			t.Errorf("%s (judge the rows, then run with -update):\n%s", path, diff)
		}
	}
}

func runCase(t *testing.T, c *neo4jstore.Cypher, q queries.Query, want queryCase) queryCase {
	t.Helper()
	params, err := q.Bind(want.Parameters)
	if err != nil {
		t.Errorf("%s: %v", q.Name(), err)
		return want
	}
	p, err := c.Prepare(t.Context(), q.Name(), q.Text(), params)
	if err != nil {
		t.Errorf("%s: %v", q.Name(), err)
		return want
	}
	for _, w := range p.Warnings() {
		if strings.Contains(w, "PART_OF") && strings.HasPrefix(w, "a path without an upper bound") {
			continue // no body is part of itself
		}
		t.Errorf("%s: the server says: %s", q.Name(), w)
	}
	r, err := c.Collect(t.Context(), p)
	if err != nil {
		t.Errorf("%s: %v", q.Name(), err)
		return want
	}
	if !slices.Equal(r.Columns, q.Columns()) {
		t.Errorf("%s returns %v and declares %v", q.Name(), r.Columns, q.Columns())
	}
	for _, row := range r.Rows {
		for i, col := range q.Returns() {
			if !fits(row[i], col.Type) {
				t.Errorf("%s: column %s holds %T %v and is declared %s", q.Name(), col.Name, row[i], row[i], col.Type)
			}
		}
	}
	want.RowCount, want.Rows = len(r.Rows), r.Rows[:min(len(r.Rows), mostRows)]
	return want
}

// fits reports whether a value is of the type that a column declares; any may be null.
func fits(v any, t queries.Type) bool {
	ok := v == nil
	switch t {
	case queries.TextType, queries.DateType:
		_, is := v.(string)
		return is || ok
	case queries.IntType:
		_, is := v.(int64)
		return is || ok
	case queries.FloatType:
		_, is := v.(float64)
		return is || ok
	case queries.BoolType:
		_, is := v.(bool)
		return is || ok
	case queries.ListType:
		_, is := v.([]any)
		return is || ok
	case queries.PathType:
		_, is := v.(queries.Path)
		return is || ok
	}
	return true
}
