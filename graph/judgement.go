package graph

import (
	"fmt"
	"sort"
)

// JudgementsFormat is the format of a judgements file.
const JudgementsFormat = "crosswalk-judgements/1"

// Verdict says whether two ids mean one thing.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"
)

// Judgement is a person's verdict on two entities. The newest verdict on a pair counts, so that a judgement can be taken back.
type Judgement struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Verdict Verdict `json:"verdict"`
	By      string  `json:"by,omitempty"`
	At      string  `json:"at,omitempty"` // RFC 3339 or a date
	Reason  string  `json:"reason,omitempty"`
}

// Judgements is a judgements file.
type Judgements struct {
	Format     string      `json:"format"`
	Judgements []Judgement `json:"judgements"`
}

// less orders judgements: by pair, then time, then the rest, so that any order of loading gives one order.
func (j Judgement) less(o Judgement) bool {
	a, b := j.pair(), o.pair()
	for _, c := range [][2]string{{a[0], b[0]}, {a[1], b[1]}, {j.At, o.At}, {string(j.Verdict), string(o.Verdict)}, {j.By, o.By}, {j.Reason, o.Reason}, {j.A, o.A}} {
		if c[0] != c[1] {
			return c[0] < c[1]
		}
	}
	return false
}

// pair is the judgement's two ids in order.
func (j Judgement) pair() [2]string {
	if j.B < j.A {
		return [2]string{j.B, j.A}
	}
	return [2]string{j.A, j.B}
}

// MergeJudgements unites two sets of judgements, without repeats, in their canonical order.
func MergeJudgements(a, b []Judgement) []Judgement {
	all := append(append([]Judgement{}, a...), b...)
	sort.Slice(all, func(i, k int) bool { return all[i].less(all[k]) })
	out := all[:0]
	for i, j := range all {
		if i == 0 || j != all[i-1] {
			out = append(out, j)
		}
	}
	return out
}

// standing keeps the newest judgement of each pair.
func standing(js []Judgement) []Judgement {
	js = MergeJudgements(js, nil)
	var out []Judgement
	for i, j := range js {
		if i+1 == len(js) || js[i+1].pair() != j.pair() {
			out = append(out, j)
		}
	}
	return out
}

// identities is the map from merged-away ids to the ids kept. Of a cluster of ids that are the same, the one
// that the earliest edition states is kept, then the smallest. known gives the entities that the bundles state,
// with the first edition's order number; a judgement about an id that no bundle states waits without effect.
func identities(js []Judgement, known map[string]sighting) (map[string]string, Problems) {
	parent := map[string]string{}
	var find func(string) string
	find = func(x string) string {
		p, ok := parent[x]
		if !ok || p == x {
			return x
		}
		r := find(p)
		parent[x] = r
		return r
	}
	keepFirst := func(a, b string) bool {
		if known[a].order != known[b].order {
			return known[a].order < known[b].order
		}
		return a < b
	}
	var problems Problems
	bad := func(j Judgement, rule, format string, args ...any) {
		problems = append(problems, Problem{Path: "judgement " + j.A + " ~ " + j.B, Rule: rule, Message: fmt.Sprintf(format, args...)})
	}
	js = standing(js)
	for _, j := range js {
		if j.Verdict != Same {
			continue
		}
		a, okA := known[j.A]
		b, okB := known[j.B]
		switch {
		case !okA || !okB || j.A == j.B:
			continue
		case KindOf(j.A) != KindOf(j.B):
			bad(j, "same-kind", "a %s and a %s cannot be the same", KindOf(j.A), KindOf(j.B))
			continue
		case a.unnamed || b.unnamed:
			bad(j, "named", "a body that is known only by description is never merged")
			continue
		}
		x, y := find(j.A), find(j.B)
		if x != y {
			if keepFirst(y, x) {
				x, y = y, x
			}
			parent[y] = x
		}
	}
	for _, j := range js {
		if j.Verdict == Different && find(j.A) == find(j.B) && j.A != j.B {
			bad(j, "consistent", "judged different, but other judgements make both the same as %s", find(j.A))
		}
	}
	out := map[string]string{}
	for id := range parent {
		if r := find(id); r != id {
			out[id] = r
		}
	}
	return out, problems
}

// sighting is the first edition (by number, from 0) that states an entity, and whether it is known only by description.
type sighting struct {
	order   int
	unnamed bool
}
