package crosswalk

import (
	"math"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Class is how far an event has come.
type Class int

// The classes, from firmest.
const (
	Done     Class = iota // held, running, done
	Agreed                // agreed, planned
	Proposed              // proposed, possible
	Untold                // a reference that tells no status
	Dropped
)

// Event is one thing that ties groups: a session, a project, a commitment, or references on one topic.
type Event struct {
	ID        string       // of the entity; of the first link for references
	Node      graph.Node   // -1 for references
	Links     []graph.Edge // the references themselves; nil for entities
	Channel   Channel
	Groups    []int // numbers of the groups that it ties, ascending; at least two
	Status    string
	Class     Class
	Year      int  // of the event, or of the edition that tells it
	Dated     bool // false: told as of "earlier years"
	Recurring bool
	Topic     string  // of references
	Tells     bool    // a reference that tells of a session, project or commitment
	Weight    float64 // s·a/(n-1), without confidence
	StatusW   float64 // s
	AgeW      float64 // a
	edition   int     // year of the newest edition that says so
	ties      []tie   // parallel to Groups; one shared tie for references
}

// tie is how one group belongs to an event.
type tie struct {
	byWork   map[string]float64 // work → best confidence in it
	evidence []string           // passage ids
	places   []string           // paragraphs, sorted
}

// statusWeights is s of the model: how much of a whole event a status is; what was dropped is none.
var statusWeights = map[string]float64{"held": 1, "running": 1, "done": 1, "agreed": 0.5, "planned": 0.5, "proposed": 0.25, "possible": 0.25, "none": 0.25, "": 0.25}

func classOf(status string) Class {
	switch status {
	case "held", "running", "done":
		return Done
	case "agreed", "planned":
		return Agreed
	case "proposed", "possible":
		return Proposed
	case "dropped":
		return Dropped
	}
	return Untold
}

// ageWeight is a = 2^(-(T-year)/H), halved for what is undated.
func ageWeight(asOf, year int, halfLife float64, dated bool) float64 {
	a := math.Exp2(-float64(max(0, asOf-year)) / halfLife)
	if !dated {
		a *= 0.5
	}
	return a
}

// tieOf is the tie of group g.
func (e *Event) tieOf(g int) tie {
	if e.Channel == ReferenceChannel {
		return e.ties[0]
	}
	return e.ties[slices.Index(e.Groups, g)]
}

// confidence is q of the model: 1 - Π(1 - q_d) over documents d, q_d the smaller of the pair's two tie confidences in d; for
// more than two groups, of the weakest pair. Where no document ties both, the smaller of their best counts, as of one document.
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
	if len(works) == 0 {
		return math.Min(best(a.byWork), best(b.byWork))
	}
	sort.Strings(works)
	miss := 1.0
	for _, w := range works {
		miss *= 1 - math.Min(a.byWork[w], b.byWork[w])
	}
	return 1 - miss
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
