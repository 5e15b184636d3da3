package queries

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const readSample = `// name: sample :one
// Says something,
// in two lines.
// @audience co-chair, analyst
// @topic links
// @param  partnership string partnership:cmp
// @param  half_life float 3
// @param  limit int -2
// @param  all bool true
// @return item string
// @return groups list

// A comment of the text.
RETURN $partnership + $half_life + $limit + $all AS item, [] AS groups
`

func TestReadQuery(t *testing.T) {
	c, err := read(fstest.MapFS{"read/sample.cypher": {Data: []byte(readSample)}})
	if err != nil {
		t.Fatal(err)
	}
	q, ok := c.Lookup("read/sample")
	if !ok || !q.One() || q.Does() != "Says something, in two lines." || !strings.HasPrefix(q.Text(), "// A comment") {
		t.Fatalf("%v %+v", ok, q)
	}
	params := []Parameter{{"partnership", TextType, "partnership:cmp"}, {"half_life", FloatType, 3.0}, {"limit", IntType, int64(-2)}, {"all", BoolType, true}}
	if diff := cmp.Diff(params, q.Typed()); diff != "" {
		t.Errorf("parameters:\n%s", diff)
	}
	if diff := cmp.Diff([]Column{{"item", TextType}, {"groups", ListType}}, q.Returns()); diff != "" {
		t.Errorf("columns:\n%s", diff)
	}
	if diff := cmp.Diff(map[string]any{"partnership": "partnership:cmp", "half_life": 3.0, "limit": int64(-2), "all": true}, q.Defaults()); diff != "" {
		t.Errorf("defaults:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"item", "groups"}, q.Columns()); diff != "" {
		t.Errorf("column names:\n%s", diff)
	}
}

// Each rule of the strict header, broken once: by what is replaced in the sample, and what is said.
func TestReadHeaderIsStrict(t *testing.T) {
	for name, c := range map[string]struct{ old, new, want string }{
		"no name":          {"// name: sample :one\n", "", "read/sample.cypher:1: the first line is not // name: NAME :many, or :one"},
		"other stem":       {"name: sample", "name: other", "read/sample.cypher:1: the name is other, the file's stem sample"},
		"neither":          {":one", ":few", "read/sample.cypher:1: the first line is not"},
		"does nothing":     {"// Says something,\n// in two lines.\n", "", "read/sample does not say what it does"},
		"no default":       {"half_life float 3", "half_life float", "read/sample.cypher:7: \"// @param  half_life float\" is no header line"},
		"default's type":   {"half_life float 3", "half_life float x", `read/sample.cypher:7: parameter half_life: "x" is no value of type float`},
		"parameter's type": {"half_life float 3", "half_life map 3", "type map is none that a parameter can have"},
		"twice":            {"limit int -2", "half_life int -2", "read/sample.cypher:8: parameter half_life stands twice"},
		"undeclared":       {"// @param  limit int -2\n", "", "read/sample uses $limit, which its header does not declare"},
		"unused":           {"+ $limit", "", "read/sample declares limit and does not use it"},
		"column's type":    {"groups list", "groups array", "read/sample.cypher:11: column groups: type array is unknown"},
		"column twice":     {"groups list", "item list", "read/sample.cypher:11: column item stands twice"},
		"no column":        {"// @return item string\n// @return groups list\n", "", "read/sample declares no column"},
		"order":            {"// @param  all bool true\n// @return item string\n", "// @return item string\n// @param  all bool true\n", "read/sample.cypher:10: \"// @param  all bool true\" is no header line, or not in its place"},
		"late words":       {"groups list\n", "groups list\n// More words.\n", "read/sample.cypher:12: \"// More words.\" is no header line"},
		"in a comment":     {"+ $limit", "/* $limit */ + '$limit'", "read/sample declares limit and does not use it"},
		"label":            {"RETURN $p", "MATCH (n:Group {id: ''}) RETURN $p", "read/sample.cypher:14:10: the schema has no label Group"},
		"type":             {"RETURN $p", "MATCH ()-[r:HELD]->() RETURN $p", "read/sample.cypher:14:13: the schema has no relationship type HELD"},
		"property":         {"RETURN $p", "MATCH (n:Theme) WHERE n.heading = '' RETURN $p", "read/sample.cypher:14:25: nothing in the schema has a property heading"},
		"pattern's key":    {"RETURN $p", "MATCH (n:Theme {heading: ''}) RETURN $p", "read/sample.cypher:14:17: nothing in the schema has a property heading"},
		"writes":           {"RETURN $p", "CREATE (n:Theme) RETURN $p", "read/sample.cypher:14:1: CREATE: a query under read only reads"},
		"in brackets":      {"RETURN $p", "MATCH (n:Theme) SET (n).id = $p RETURN $p", "read/sample.cypher:14:17: SET: a query under read only reads"},
		"after a comment":  {"RETURN $p", "MATCH (n:Theme) // \r DETACH DELETE n\nRETURN $p", "read/sample.cypher:14:22: DETACH: a query under read only reads"},
		"in a subquery":    {"RETURN $p", "CALL () { MERGE (n:Theme) } RETURN $p", "read/sample.cypher:14:11: MERGE: a query under read only reads"},
		"no return":        {"RETURN $p", "FINISH $p", "read/sample returns nothing"},
		"columns":          {"AS item, [] AS groups", "AS items, [] AS groups", "read/sample.cypher:14:1: returns items, groups; its header declares item, groups"},
		"no end":           {"[] AS groups", "'x AS groups", "a text in quotes does not end"},
		"semicolon":        {"AS groups\n", "AS groups;\n", "read/sample.cypher:14:71: a semicolon"},
		"no audience":      {"// @audience co-chair, analyst\n", "", "read/sample.cypher:4: \"// @topic links\" is no header line, or not in its place"},
		"other audience":   {"co-chair, analyst", "co-chair, minister", "read/sample.cypher:4: audience minister is unknown: co-chair, analyst, dashboard"},
		"other topic":      {"@topic links", "@topic weather", "read/sample.cypher:5: topic weather is unknown: links,"},
		"no text":          {readSample[strings.Index(readSample, "\n\n"):], "\n", "read/sample has no text"},
	} {
		text := strings.Replace(readSample, c.old, c.new, 1)
		if text == readSample {
			t.Fatalf("%s: nothing was broken", name)
		}
		_, err := read(fstest.MapFS{"read/sample.cypher": {Data: []byte(text)}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v; want: %s", name, err, c.want)
		}
	}
}

// FuzzParseRead holds the parser to its promise that any text gives one sound query or problems.
func FuzzParseRead(f *testing.F) {
	f.Add(readSample)
	f.Add("RETURN 1")
	f.Add("// name: sample :many\n// @return a int\n//\n")
	f.Fuzz(func(t *testing.T, text string) {
		qs, err := parseRead("read/sample.cypher", text)
		if err != nil {
			return
		}
		q := qs[0]
		if len(qs) != 1 || q.Text() == "" || q.Does() == "" || len(q.Columns()) == 0 || len(q.Typed()) != len(q.Parameters()) || len(q.Defaults()) != len(q.Parameters()) {
			t.Errorf("taken: %+v", qs)
		}
	})
}
