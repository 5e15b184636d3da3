package explore

import (
	"fmt"

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
