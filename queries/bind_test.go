package queries

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

// bound is a query with a parameter of every type.
func bound(t *testing.T) Query {
	t.Helper()
	const text = "// name: q :many\n// Says.\n// @audience analyst\n// @topic links\n// @param s string x\n// @param i int 1\n// @param f float 0.5\n// @param b bool true\n// @param l list a, b\n" +
		"// @return n int\nRETURN CASE WHEN $b THEN size($s) END + $i + $f + size($l) AS n\n"
	c, err := read(fstest.MapFS{"read/q.cypher": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	q, _ := c.Lookup("read/q")
	return q
}

func TestBind(t *testing.T) {
	q := bound(t)
	defaults := map[string]any{"s": "x", "i": int64(1), "f": 0.5, "b": true, "l": []string{"a", "b"}}
	for name, c := range map[string]struct {
		in, want map[string]any
	}{
		"defaults":   {nil, defaults},
		"texts":      {map[string]any{"s": "1", "i": "-7", "f": "2", "b": "false", "l": " c,,d "}, map[string]any{"s": "1", "i": int64(-7), "f": 2.0, "b": false, "l": []string{"c", "d"}}},
		"as decoded": {map[string]any{"i": 3.0, "f": json.Number("1e3"), "l": []any{"c"}}, map[string]any{"s": "x", "i": int64(3), "f": 1000.0, "b": true, "l": []string{"c"}}},
		"large":      {map[string]any{"i": int64(math.MaxInt64), "f": 3, "l": []string{}}, map[string]any{"s": "x", "i": int64(math.MaxInt64), "f": 3.0, "b": true, "l": []string{}}},
	} {
		got, err := q.Bind(c.in)
		if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

func TestBindTellsEveryProblem(t *testing.T) {
	_, err := bound(t).Bind(map[string]any{"s": 1.0, "i": 1.5, "f": math.NaN(), "b": "maybe", "l": []any{"a", 2.0}, "other": 1, "t": nil})
	for _, want := range []string{"parameter s: 1 is no value of type string", "parameter i: 1.5 is no value", "parameter f: NaN", `parameter b: "maybe"`, "parameter l: 2, at place 2, is no text",
		"read/q has no parameter other; it has: s, i, f, b, l", "no parameter t"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("not told: %s\n%v", want, err)
		}
	}
	if p := (*ParameterError)(nil); !errors.As(err, &p) {
		t.Error("the error names no parameter")
	}
}

func TestSearch(t *testing.T) {
	for _, c := range []struct {
		text, audience, has string
		none                bool
	}{{"", "analyst", "read/crosswalk_themes", false}, {"THEMES count", "", "read/crosswalk_themes", false}, {"half-life", "analyst", "read/crosswalk_events", false}, {"unheardof", "", "", true}, {"crosswalk", "nobody", "", true}} {
		found := All.Search(c.text, c.audience)
		names := ""
		for _, q := range found {
			names += q.Name() + " "
		}
		if c.none != (len(found) == 0) || !strings.Contains(names, c.has) {
			t.Errorf("%q for %q: %s", c.text, c.audience, names)
		}
	}
}
