package service

import (
	"slices"
	"testing"
)

// TestKept: what was used last stays, whatever its size; spare things go first, and those that go are the ones unused for longest.
func TestKept(t *testing.T) {
	type put struct {
		key   string
		bytes int
		spare bool
	}
	for _, tc := range []struct {
		name string
		puts []put
		use  string // after the first two
		want []string
	}{
		{"all fit", []put{{"a", 10, false}, {"b", 20, false}}, "", []string{"a", "b"}},
		{"too many bytes", []put{{"a", 60, false}, {"b", 30, false}, {"c", 30, false}}, "", []string{"b", "c"}},
		{"used", []put{{"a", 60, false}, {"b", 30, false}, {"c", 30, false}}, "a", []string{"a", "c"}},
		{"spare first", []put{{"a", 60, false}, {"b", 30, true}, {"c", 30, true}}, "", []string{"a", "c"}},
		{"too many spare", []put{{"a", 1, false}, {"b", 1, true}, {"c", 1, true}, {"d", 1, true}}, "", []string{"a", "c", "d"}},
		{"too many", []put{{"a", 1, false}, {"b", 1, false}, {"c", 1, false}, {"d", 1, false}, {"e", 1, false}}, "a", []string{"a", "c", "d", "e"}},
		{"too large", []put{{"a", 1, false}, {"b", 500, true}}, "", []string{"b"}},
		{"put again", []put{{"a", 60, false}, {"a", 60, false}, {"b", 30, false}}, "", []string{"a", "b"}},
		{"grown", []put{{"a", 50, false}, {"b", 10, false}, {"a", 95, false}}, "", []string{"a"}},
	} {
		k := kept{most: 4, mostSpare: 2, bytes: 100}
		for i, p := range tc.puts {
			if i == 2 && tc.use != "" {
				k.get(tc.use, "what")
			}
			k.put(p.key, "what", p.bytes, p.bytes, p.spare)
		}
		var got []string
		for _, key := range []string{"a", "b", "c", "d", "e"} {
			if _, ok := k.get(key, "what"); ok {
				got = append(got, key)
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v are kept, not %v", tc.name, got, tc.want)
		}
		if _, ok := k.get(got[0], "else"); ok {
			t.Errorf("%s: %s has what was never put", tc.name, got[0])
		}
		if k.clear(); len(k.things) != 0 {
			t.Errorf("%s: cleared, and %d are left", tc.name, len(k.things))
		}
	}
}
