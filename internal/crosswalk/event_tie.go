package crosswalk

import (
	"math"
	"slices"
	"sort"
)

// tie is how one group belongs to an event.
type tie struct {
	byWork   map[string]float64 // work → best confidence in it
	evidence []string           // passage ids
	places   []string           // paragraphs, sorted
}

// tieOf is the tie of group g.
func (e *Event) tieOf(g int) tie {
	if e.Channel == ReferenceChannel {
		return e.ties[0]
	}
	return e.ties[slices.Index(e.Groups, g)]
}

// confidence is q of the model: 1 - Π(1 - q_d) over documents d, q_d the smaller of the pair's two tie confidences in d; for
// more than two groups, of the weakest pair. It is never less than the smaller of the two best, as of one document: where no document ties
// both, that is all there is, and one that does, however unsure, must not lower it.
func (e *Event) confidence(groups ...int) float64 {
	q := 1.0
	for i, a := range groups {
		for _, b := range groups[:i] {
			q = math.Min(q, pairConfidence(e.tieOf(a), e.tieOf(b)))
		}
	}
	return q
}

func pairConfidence(a, b tie) float64 {
	works := make([]string, 0, len(a.byWork))
	for w := range a.byWork {
		if _, both := b.byWork[w]; both {
			works = append(works, w)
		}
	}
	sort.Strings(works)
	miss := 1.0
	for _, w := range works {
		miss *= 1 - math.Min(a.byWork[w], b.byWork[w])
	}
	return math.Max(1-miss, math.Min(best(a.byWork), best(b.byWork)))
}

func best(byWork map[string]float64) float64 {
	q := 0.0
	for _, c := range byWork {
		q = math.Max(q, c)
	}
	return q
}

// evidence lists the passages that tie a and b to the event, in order of id, without repeats.
func (e *Event) evidence(groups ...int) []string {
	var ids []string
	for _, g := range groups {
		ids = append(ids, e.tieOf(g).evidence...)
	}
	sort.Strings(ids)
	return slices.Compact(ids)
}

// places lists the paragraphs that tie the groups to the event, sorted, without repeats.
func (e *Event) places(groups ...int) []string {
	var ps []string
	for _, g := range groups {
		ps = append(ps, e.tieOf(g).places...)
	}
	sort.Strings(ps)
	return slices.Compact(ps)
}

func overlap(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}
