package graph

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

// sighting is the first edition (by number, from 0) that states an entity, and whether it is known only by description.
type sighting struct {
	order   int
	unnamed bool
}

// identities is the map from ids merged away to the ids kept. Of a cluster of ids that are the same, the one that the
// earliest edition states is kept, then the smallest. An id that no bundle states takes part too: it ties its cluster
// together (who is the same stays the same when a report is withdrawn, and in a view of earlier years) and
// redirects, but is never the one kept; a cluster that no bundle states has no effect.
func identities(js []Judgement, known map[string]sighting) (map[string]string, Problems) {
	c := clusters{parent: map[string]string{}, known: known}
	js = standing(js)
	var problems Problems
	bad := func(j Judgement, rule, format string, args ...any) {
		problems = append(problems, Problem{Path: "judgement " + j.A + " ~ " + j.B, Rule: rule, Message: fmt.Sprintf(format, args...)})
	}
	for _, j := range js {
		switch {
		case j.Verdict != Same || j.A == j.B:
		case KindOf(j.A) != KindOf(j.B):
			bad(j, "same-kind", "%s and %s cannot be the same", KindOf(j.A).article(), KindOf(j.B).article())
		case known[j.A].unnamed || known[j.B].unnamed:
			bad(j, "named", "a body that is known only by description is never merged")
		default:
			c.join(j.A, j.B)
		}
	}
	for _, j := range js {
		if j.Verdict == Different && j.A != j.B && c.find(j.A) == c.find(j.B) {
			bad(j, "consistent", "judged different, but other judgements make both the same as %s", c.find(j.A))
		}
	}
	out := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(c.parent)) {
		r := c.find(id)
		if _, stated := known[r]; stated && r != id {
			out[id] = r
		}
	}
	return out, problems
}

// clusters unites ids; each cluster's root is the id kept.
type clusters struct {
	parent map[string]string
	known  map[string]sighting
}

func (c clusters) find(id string) string {
	root := id
	for p, ok := c.parent[root]; ok; p, ok = c.parent[root] {
		root = p
	}
	for id != root {
		id, c.parent[id] = c.parent[id], root
	}
	return root
}

func (c clusters) join(a, b string) {
	a, b = c.find(a), c.find(b)
	if a == b {
		return
	}
	if c.before(b, a) {
		a, b = b, a
	}
	c.parent[b] = a
}

// before orders ids by what is kept.
func (c clusters) before(a, b string) bool {
	if x, y := c.order(a), c.order(b); x != y {
		return x < y
	}
	return a < b
}

func (c clusters) order(id string) int {
	if s, ok := c.known[id]; ok {
		return s.order
	}
	return math.MaxInt
}
