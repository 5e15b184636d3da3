package queries

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestFilesParse(t *testing.T) {
	c, err := read(files)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := migrations(c); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"load/store.lock", "load/entity/working_group.create", "load/link/co_chairs.change", "snapshot/link/refers_to.page"} {
		if _, ok := c.Lookup(name); !ok {
			t.Errorf("there is no %s", name)
		}
	}
}

// A query that returns columns names them in its header, in their order.
func TestColumnsAreThoseOfTheLastReturn(t *testing.T) {
	for _, name := range All.names {
		q := All.byName[name]
		i := strings.LastIndex(q.text, "RETURN ")
		if len(q.columns) == 0 {
			if i >= 0 {
				t.Errorf("%s returns columns and declares none", name)
			}
			continue
		}
		if i < 0 {
			t.Errorf("%s declares columns and returns none", name)
			continue
		}
		returned := q.text[i:]
		for _, c := range q.columns {
			at := strings.Index(returned, c)
			if at < 0 {
				t.Errorf("%s: column %s is not returned, or not in this order", name, c)
				break
			}
			returned = returned[at+len(c):]
		}
	}
}

func TestBrokenFilesNameEveryProblem(t *testing.T) {
	tree := fstest.MapFS{"load/a.cypher": {Data: []byte(`MATCH (n)
// query: one
// parameters: used, unused
RETURN $used, $undeclared;

// query: one
// does: stands twice
RETURN 1
// columns: n

// query: empty
// does: nothing
`)}}
	_, err := read(tree)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"load/a.cypher:1: text before the first header", "load/a.cypher:4:15: load/a.one uses $undeclared", "declares unused", "load/a.cypher:4:26: a semicolon",
		"does not say what it does", "load/a.cypher:9: a header line", "load/a.cypher:11: load/a.empty has no text", "load/a.one stands twice",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s\n%v", want, err)
		}
	}
}

func TestMigrationsHaveNoGap(t *testing.T) {
	one := "// query: a\n// does: a\nRETURN 1\n"
	for name, tree := range map[string]fstest.MapFS{
		"gap":       {"schema/001_a.cypher": {Data: []byte(one)}, "schema/003_b.cypher": {Data: []byte(one)}},
		"twice":     {"schema/001_a.cypher": {Data: []byte(one)}, "schema/001_b.cypher": {Data: []byte(one)}},
		"no number": {"schema/first.cypher": {Data: []byte(one)}},
	} {
		c, err := read(tree)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := migrations(c); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzParse holds the parser to its promise that any text gives queries or problems, and that what it takes it takes again.
func FuzzParse(f *testing.F) {
	f.Add("// query: a\n// does: b\n// parameters: c\nRETURN $c\n")
	f.Add("RETURN 1")
	f.Fuzz(func(t *testing.T, text string) {
		qs, err := parse("a.cypher", text)
		if err != nil {
			return
		}
		for _, q := range qs {
			if q.text == "" || q.does == "" || !strings.HasPrefix(q.name, "a.") {
				t.Errorf("taken: %+v", q)
			}
		}
	})
}
