package explore

import (
	"context"
	"fmt"
	"math"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Bounds of a search for paths.
const (
	DefaultHops = 4
	MaxHops     = 8
	DefaultK    = 5
	MaxK        = 50
	// DefaultBudget is how many partial paths a search may make before it says that it is incomplete.
	DefaultBudget = 200_000
)

// PathQuery asks for ways between two things. Zero values mean the defaults; no Types means all but REPORTS_ON and BROADER.
type PathQuery struct {
	From, To string
	MaxHops  int
	K        int
	Types    []graph.LinkType
	Budget   int
}

// Paths is the answer: none within max_hops is an answer too; a search that spent its budget says so instead.
type Paths struct {
	From     Thing  `json:"from"`
	To       Thing  `json:"to"`
	MaxHops  int    `json:"max_hops"`
	Complete bool   `json:"complete"` // false: the work budget was spent, there may be more or better paths
	Items    []Path `json:"items"`    // cheapest first
}

// Path is one way, hop by hop. Cost is Σ over its inner things of 1 + log2(links), each to nine places: a way through what everybody touches says little.
type Path struct {
	Cost   float64 `json:"cost"`
	Things []Thing `json:"things"`
	Hops   []Hop   `json:"hops"`
}

// Hop is one link of a path.
type Hop struct {
	Link     string         `json:"link"`
	Type     graph.LinkType `json:"type"`
	Forward  bool           `json:"forward"` // the link leads in the path's direction
	Role     string         `json:"role,omitempty"`
	Status   string         `json:"status,omitempty"`
	Years    []int          `json:"years"`
	Passages []string       `json:"passages"`
}

// FindPaths lists up to K simple paths, cheapest first, then fewest hops, then by ids. Paths never lead through a report, a
// partnership or a theme that is a circumstance, which touch everything. Errors wrap graph.ErrNotFound or graph.ErrInvalid.
func FindPaths(s *graph.Snapshot, q PathQuery) (Paths, error) {
	return FindPathsContext(context.Background(), s, q)
}

// FindPathsContext is FindPaths, broken off with the cause of ctx's end.
func FindPathsContext(ctx context.Context, s *graph.Snapshot, q PathQuery) (Paths, error) {
	from, err := Find(s, q.From)
	if err != nil {
		return Paths{}, err
	}
	to, err := Find(s, q.To)
	if err != nil {
		return Paths{}, err
	}
	if err := q.check(); err != nil {
		return Paths{}, err
	}
	if from == to {
		return Paths{}, fmt.Errorf("%s to itself is no path; name two things: %w", q.From, graph.ErrInvalid)
	}
	f := pathSearch{s: s, to: to, q: q, left: leastCosts(ctx, s, from, to, q)}
	items, complete := f.run(ctx, from)
	if ctx.Err() != nil {
		return Paths{}, context.Cause(ctx)
	}
	return Paths{ThingOf(s, from), ThingOf(s, to), q.MaxHops, complete, items}, nil
}

// check fills in defaults and refuses what is out of range.
func (q *PathQuery) check() (err error) {
	for _, b := range []struct {
		name string
		v    *int
		def  int
		max  int
	}{{"max_hops", &q.MaxHops, DefaultHops, MaxHops}, {"k", &q.K, DefaultK, MaxK}, {"budget", &q.Budget, DefaultBudget, math.MaxInt}} {
		if *b.v == 0 {
			*b.v = b.def
		}
		if *b.v < 1 || *b.v > b.max {
			return fmt.Errorf("%s is %d; it must lie in 1 to %d: %w", b.name, *b.v, b.max, graph.ErrInvalid)
		}
	}
	q.Types, err = chosenTypes(q.Types, graph.ReportsOn, graph.Broader)
	return err
}

// costUnit makes costs whole numbers, so that the order in which they are added does not matter, and no coarser than what every
// processor's logarithm agrees on.
const costUnit = 1e9

// cost is what a path pays for leading through n: 1 + log2(links).
func cost(s *graph.Snapshot, n graph.Node) int64 {
	return int64(math.Round((1 + math.Log2(float64(degree(s, n)))) * costUnit))
}

// incident lists the links of the given types at n, outgoing first.
func incident(s *graph.Snapshot, n graph.Node, types []graph.LinkType) []graph.Edge {
	var out []graph.Edge
	for _, t := range types {
		out = append(out, s.Out(n, t)...)
		out = append(out, s.In(n, t)...)
	}
	return out
}

// through reports whether a path may lead through n.
func through(s *graph.Snapshot, n graph.Node) bool {
	switch s.Kind(n) {
	case graph.ReportKind, graph.Partnership:
		return false
	case graph.Theme:
		circumstance, _ := s.Described(n).Properties.Bool("circumstance")
		return !circumstance
	}
	return true
}
