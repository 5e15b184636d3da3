package explore

import (
	"fmt"
	"slices"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Bounds of a drawing.
const (
	DefaultDepth = 1
	MaxDepth     = 4
	DefaultNodes = 200
	MaxNodes     = 2000
)

// DrawQuery asks for a piece of the graph. No Focus means the working groups.
type DrawQuery struct {
	Focus []string // ids
	Depth int      // hops from the focus, 0 means DefaultDepth
	Kinds []graph.Kind
	Types []graph.LinkType
	Limit int // most nodes, 0 means DefaultNodes
}

// Drawing is nodes and edges with flat values, for programs that draw.
type Drawing struct {
	Meta  DrawingMeta   `json:"meta"`
	Nodes []DrawingNode `json:"nodes"` // nearest to the focus first, then most linked, then id
	Edges []DrawingEdge `json:"edges"` // between the nodes shown, by id
}

// DrawingMeta says what was cut.
type DrawingMeta struct {
	Release   string `json:"release"`
	Nodes     int    `json:"nodes"`     // shown
	Edges     int    `json:"edges"`     // shown
	Total     int    `json:"total"`     // nodes within depth
	Truncated bool   `json:"truncated"` // more nodes than limit
}

// DrawingNode is one thing.
type DrawingNode struct {
	ID       string     `json:"id"`
	Kind     graph.Kind `json:"kind"`
	Label    string     `json:"label"` // English name, else the one that it has
	Country  string     `json:"country,omitempty"`
	Depth    int        `json:"depth"`
	Degree   int        `json:"degree"` // links in the whole graph
	Evidence int        `json:"evidence_count"`
}

// DrawingEdge is one link.
type DrawingEdge struct {
	ID       string         `json:"id"`
	Source   string         `json:"source"`
	Target   string         `json:"target"`
	Type     graph.LinkType `json:"type"`
	Role     string         `json:"role,omitempty"`
	Weight   float64        `json:"weight"` // the link's confidence
	Evidence int            `json:"evidence_count"`
}

// Draw is the piece of the graph around the focus, breadth first; reports are drawn only where they are the focus. Errors
// wrap graph.ErrInvalid or graph.ErrNotFound.
func Draw(s *graph.Snapshot, q DrawQuery) (Drawing, error) {
	for _, b := range []struct {
		name     string
		v        *int
		def, max int
	}{{"depth", &q.Depth, DefaultDepth, MaxDepth}, {"limit", &q.Limit, DefaultNodes, MaxNodes}} {
		if *b.v == 0 {
			*b.v = b.def
		}
		if *b.v < 1 || *b.v > b.max {
			return Drawing{}, fmt.Errorf("%s is %d; it must lie in 1 to %d: %w", b.name, *b.v, b.max, graph.ErrInvalid)
		}
	}
	var focus []graph.Node
	for _, id := range q.Focus {
		n, err := Find(s, id)
		if err != nil {
			return Drawing{}, err
		}
		focus = append(focus, n)
	}
	if len(focus) == 0 {
		focus = s.Nodes(graph.WorkingGroup)
	}
	var err error
	if q.Types, err = chosenTypes(q.Types, graph.ReportsOn); err != nil {
		return Drawing{}, err
	}
	depth := reach(s, focus, q)
	return lay(s, depth, q), nil
}

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
