package explore

import (
	"container/heap"
	"fmt"
	"maps"
	"math"
	"slices"

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
	f := pathSearch{s: s, to: to, q: q, left: leastCosts(s, to, q)}
	items, complete := f.run(from)
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

// pathSearch enumerates simple paths best first, by cost so far plus the least that the rest can cost.
type pathSearch struct {
	s    *graph.Snapshot
	to   graph.Node
	q    PathQuery
	left []map[graph.Node]int64 // by hops left: from where the goal can be reached, and the least that this costs
}

// partial is a path under way.
type partial struct {
	nodes []graph.Node
	edges []graph.Edge
	cost  int64
	bound int64 // cost plus the least to come
}

func (f *pathSearch) run(from graph.Node) (items []Path, complete bool) {
	items = []Path{}
	if !has(f.left[f.q.MaxHops], from) {
		return items, true
	}
	queue := &frontier{{nodes: []graph.Node{from}}}
	for spent := 0; queue.Len() > 0; {
		p := heap.Pop(queue).(partial)
		last := p.nodes[len(p.nodes)-1]
		if last == f.to {
			if items = append(items, f.explain(p)); len(items) == f.q.K {
				return items, true
			}
			continue
		}
		for _, e := range incident(f.s, last, f.q.Types) {
			next, ok := f.extend(p, e, other(f.s, e, last))
			if !ok {
				continue
			}
			if spent++; spent > f.q.Budget {
				return items, false
			}
			heap.Push(queue, next)
		}
	}
	return items, true
}

// extend adds a hop where the path stays simple and can still reach the goal within max_hops.
func (f *pathSearch) extend(p partial, e graph.Edge, n graph.Node) (partial, bool) {
	if len(p.edges) == f.q.MaxHops || slices.Contains(p.nodes, n) || n != f.to && !through(f.s, n) {
		return p, false
	}
	least, ok := f.left[f.q.MaxHops-len(p.edges)-1][n]
	if !ok {
		return p, false
	}
	out := partial{nodes: append(slices.Clone(p.nodes), n), edges: append(slices.Clone(p.edges), e), cost: p.cost}
	if n != f.to {
		out.cost += cost(f.s, n)
	}
	out.bound = out.cost + least
	return out, true
}

func (f *pathSearch) explain(p partial) Path {
	out := Path{Cost: graph.Round12(float64(p.cost) / costUnit), Things: []Thing{}, Hops: []Hop{}}
	for _, n := range p.nodes {
		out.Things = append(out.Things, ThingOf(f.s, n))
	}
	for i, e := range p.edges {
		l := f.s.Link(e)
		out.Hops = append(out.Hops, Hop{l.ID, l.Type, f.s.From(e) == p.nodes[i], l.Properties.Text("role"), l.Properties.Text("status"), l.Years, l.Evidence})
	}
	return out
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
	circumstance, _ := s.Entity(n).Properties.Bool("circumstance")
	k := s.Kind(n)
	return k != graph.ReportKind && k != graph.Partnership && !circumstance
}

// leastCosts gives, for each number of hops up to max_hops, the things from which the goal can be reached in as many, and the
// least that the things between cost.
func leastCosts(s *graph.Snapshot, to graph.Node, q PathQuery) []map[graph.Node]int64 {
	now := map[graph.Node]int64{to: 0}
	out := []map[graph.Node]int64{now}
	changed := []graph.Node{to}
	for range q.MaxHops {
		next := maps.Clone(now)
		var nearer []graph.Node
		for _, n := range changed {
			step := now[n]
			switch {
			case n == to:
			case !through(s, n):
				continue // a start may be of any kind, an inner thing not
			default:
				step += cost(s, n)
			}
			for _, e := range incident(s, n, q.Types) {
				m := other(s, e, n)
				if was, ok := next[m]; !ok || step < was {
					next[m] = step
					nearer = append(nearer, m)
				}
			}
		}
		slices.Sort(nearer)
		out, now, changed = append(out, next), next, slices.Compact(nearer)
	}
	return out
}

func has[V any](m map[graph.Node]V, n graph.Node) bool { _, ok := m[n]; return ok }

// frontier is a heap of partial paths: least bound first, then fewest hops, then by the numbers of things and links.
type frontier []partial

func (q frontier) Len() int      { return len(q) }
func (q frontier) Swap(i, k int) { q[i], q[k] = q[k], q[i] }
func (q *frontier) Push(x any)   { *q = append(*q, x.(partial)) }
func (q *frontier) Pop() any {
	old := *q
	p := old[len(old)-1]
	*q = old[:len(old)-1]
	return p
}
func (q frontier) Less(i, k int) bool {
	a, b := q[i], q[k]
	if a.bound != b.bound {
		return a.bound < b.bound
	}
	if len(a.edges) != len(b.edges) {
		return len(a.edges) < len(b.edges)
	}
	if c := slices.Compare(a.nodes, b.nodes); c != 0 {
		return c < 0
	}
	return slices.Compare(a.edges, b.edges) < 0
}
