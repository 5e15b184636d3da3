package explore

import (
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// reach is the depth of each thing within q.Depth hops of the focus.
func reach(s *graph.Snapshot, focus []graph.Node, q DrawQuery) map[graph.Node]int {
	depth := map[graph.Node]int{}
	ring := focus
	for _, n := range focus {
		depth[n] = 0
	}
	for d := 1; d <= q.Depth; d++ {
		var next []graph.Node
		for _, n := range ring {
			for _, e := range incident(s, n, q.Types) {
				o := other(s, e, n)
				k := s.Kind(o)
				if has(depth, o) || k == graph.ReportKind || len(q.Kinds) > 0 && !slices.Contains(q.Kinds, k) {
					continue
				}
				depth[o] = d
				next = append(next, o)
			}
		}
		ring = next
	}
	return depth
}

// lay orders, cuts and joins the things.
func lay(s *graph.Snapshot, depth map[graph.Node]int, q DrawQuery) Drawing {
	nodes := make([]graph.Node, 0, len(depth))
	for n := range depth {
		nodes = append(nodes, n)
	}
	sort.Slice(nodes, func(i, k int) bool {
		a, b := nodes[i], nodes[k]
		if depth[a] != depth[b] {
			return depth[a] < depth[b]
		}
		if da, db := degree(s, a), degree(s, b); da != db {
			return da > db
		}
		return a < b
	})
	d := Drawing{Meta: DrawingMeta{Total: len(nodes), Truncated: len(nodes) > q.Limit}, Nodes: []DrawingNode{}, Edges: []DrawingEdge{}}
	if d.Meta.Truncated {
		nodes = nodes[:q.Limit]
	}
	shown := map[graph.Node]bool{}
	for _, n := range nodes {
		shown[n] = true
		e := s.Entity(n)
		label, _ := e.Name.In("en")
		d.Nodes = append(d.Nodes, DrawingNode{e.ID, e.Kind, label, e.Properties.Text("country"), depth[n], degree(s, n), len(e.Evidence)})
	}
	for _, n := range nodes {
		for _, t := range q.Types {
			for _, e := range s.Out(n, t) {
				if shown[s.To(e)] {
					l := s.Link(e)
					d.Edges = append(d.Edges, DrawingEdge{l.ID, l.From, l.To, l.Type, l.Properties.Text("role"), l.Confidence, len(l.Evidence)})
				}
			}
		}
	}
	sort.Slice(d.Edges, func(i, k int) bool { return d.Edges[i].ID < d.Edges[k].ID })
	d.Meta.Nodes, d.Meta.Edges = len(d.Nodes), len(d.Edges)
	return d
}

func has[V any](m map[graph.Node]V, n graph.Node) bool { _, ok := m[n]; return ok }
