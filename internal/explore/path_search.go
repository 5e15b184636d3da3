package explore

import (
	"container/heap"
	"context"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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

// run lists the paths; what it gives once ctx has ended is worth nothing.
func (f *pathSearch) run(ctx context.Context, from graph.Node) (items []Path, complete bool) {
	items = []Path{}
	if ctx.Err() != nil || !has(f.left[f.q.MaxHops], from) {
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
			if spent++; spent > f.q.Budget || ctx.Err() != nil {
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

// leastCosts gives, for each number of hops up to max_hops, the things from which the goal can be reached in as many, and the
// least that the things between cost. What it gives once ctx has ended is worth nothing.
func leastCosts(ctx context.Context, s *graph.Snapshot, to graph.Node, q PathQuery) []map[graph.Node]int64 {
	now := map[graph.Node]int64{to: 0}
	out := []map[graph.Node]int64{now}
	changed := []graph.Node{to}
	for range q.MaxHops {
		next := maps.Clone(now)
		var nearer []graph.Node
		for _, n := range changed {
			if ctx.Err() != nil {
				return nil
			}
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

func (q frontier) Len() int { return len(q) }

func (q frontier) Swap(i, k int) { q[i], q[k] = q[k], q[i] }

func (q *frontier) Push(x any) { *q = append(*q, x.(partial)) }

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
