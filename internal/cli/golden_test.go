package cli_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// volatile is what differs from run to run or with every amendment of the fixture: digests, load ids and times.
var volatile = regexp.MustCompile(`\b[0-9a-f]{16,64}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`)

// TestGolden holds the main answers, over the fictional edition alone, to what they looked like when last reviewed.
func TestGolden(t *testing.T) {
	f := newFolder(t)
	f.ok(t, "load", "--editions", "none", bundle(t, graphtest.Edition2019(t)))
	for name, args := range map[string][]string{
		"crosswalks": {"crosswalks"}, "matrix": {"matrix"}, "pair": {"pair", "energy", "environment"}, "opportunities": {"opportunities"},
		"show": {"show", "energy"}, "releases": {"releases"},
	} {
		args = append(args, "--editions", "none")
		golden(t, name+".txt", volatile.ReplaceAllString(f.ok(t, args...), "#"))
		golden(t, name+".csv", volatile.ReplaceAllString(strings.ReplaceAll(f.ok(t, append(args, "-o", "csv")...), "\r\n", "\n"), "#"))
		golden(t, name+".shape", shape(t, f.ok(t, append(args, "-o", "json")...)))
	}
}

// shape lists the paths of a JSON text with the types that stand there; ids as keys count as one.
func shape(t *testing.T, text string) string {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			found[path+" object"] = true
			for k, x := range v {
				walk(path+"."+k, x)
			}
		case []any:
			found[path+" list"] = true
			for _, x := range v {
				walk(path+"[]", x)
			}
		case nil:
			found[path+" null"] = true
		case string:
			found[path+" text"] = true
		case bool:
			found[path+" bool"] = true
		default:
			found[fmt.Sprintf("%s number", path)] = true
		}
	}
	walk("$", v)
	return strings.Join(slices.Sorted(maps.Keys(found)), "\n") + "\n"
}
