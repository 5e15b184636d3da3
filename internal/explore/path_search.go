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
	left []costs // by hops left: from where the goal can be reached, and the least that this costs
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
	if ctx.Err() != nil {
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
	rest, ok := least(f.left[:f.q.MaxHops-len(p.edges)], n)
	if !ok {
		return p, false
	}
	out := partial{nodes: append(slices.Clone(p.nodes), n), edges: append(slices.Clone(p.edges), e), cost: p.cost}
	if n != f.to {
		out.cost += cost(f.s, n)
	}
	out.bound = out.cost + rest
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

// leastCosts gives, for each number of hops below max_hops, things from which the goal can be reached in as many, and the least that
// the things between cost: all of them up to half of max_hops, and beyond that those that the start can reach in the hops that are
// left, so that no more than half the way is looked around either end. What it gives once ctx has ended is worth nothing.
func leastCosts(ctx context.Context, s *graph.Snapshot, from, to graph.Node, q PathQuery) []costs {
	out := []costs{{to: 0}}
	changed := []graph.Node{to}
	half := q.MaxHops / 2
	for h := 1; h <= half && h < q.MaxHops; h++ {
		level := costs{}
		for _, n := range changed {
			if ctx.Err() != nil {
				return nil
			}
			step, ok := leadsOn(s, n, to, out[h-1][n])
			if !ok {
				continue
			}
			for _, e := range incident(s, n, q.Types) {
				m := other(s, e, n)
				if was, known := least(out, m); known && was <= step {
					continue
				}
				if was, known := level[m]; !known || step < was {
					level[m] = step
				}
			}
		}
		out, changed = append(out, level), slices.Sorted(maps.Keys(level))
	}
	near := within(ctx, s, from, q, q.MaxHops-half-1)
	for h := half + 1; h < q.MaxHops; h++ {
		level := costs{}
		for _, n := range near[q.MaxHops-h] {
			if ctx.Err() != nil {
				return nil
			}
			for _, e := range incident(s, n, q.Types) {
				m := other(s, e, n)
				if rest, known := least(out, m); known {
					step, ok := leadsOn(s, m, to, rest)
					was, better := level[n]
					if ok && (!better || step < was) {
						level[n] = step
					}
				}
			}
			if was, known := least(out, n); known && was <= level[n] {
				delete(level, n)
			}
		}
		out = append(out, level)
	}
	return out
}

// costs are the least costs of things.
type costs map[graph.Node]int64

// least is the cost of a thing in as many hops as there are levels; each level holds what is less than in the levels before.
func least(levels []costs, n graph.Node) (int64, bool) {
	for i := len(levels) - 1; i >= 0; i-- {
		if c, ok := levels[i][n]; ok {
			return c, true
		}
	}
	return 0, false
}

// leadsOn is what a path pays from before n to the goal, where n may stand within one.
func leadsOn(s *graph.Snapshot, n, to graph.Node, rest int64) (int64, bool) {
	switch {
	case n == to:
		return 0, true
	case !through(s, n):
		return 0, false // a start may be of any kind, an inner thing not
	}
	return rest + cost(s, n), true
}

// within lists by number of hops, from 0, the things that a path from a start can come to.
func within(ctx context.Context, s *graph.Snapshot, from graph.Node, q PathQuery, hops int) [][]graph.Node {
	out := [][]graph.Node{{from}}
	for range hops {
		next := map[graph.Node]bool{}
		for _, n := range out[len(out)-1] {
			if ctx.Err() != nil {
				break
			}
			if n != from && !through(s, n) {
				continue
			}
			for _, e := range incident(s, n, q.Types) {
				next[other(s, e, n)] = true
			}
		}
		out = append(out, slices.Sorted(maps.Keys(next)))
	}
	return out
}

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
