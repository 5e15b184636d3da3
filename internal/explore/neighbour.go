package explore

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Neighbour is one link of a thing, seen from it.
type Neighbour struct {
	Link       string           `json:"link"`
	Type       graph.LinkType   `json:"type"`
	Direction  string           `json:"direction"` // out, in
	Other      Thing            `json:"other"`
	Properties graph.Properties `json:"properties"`
	Years      []int            `json:"years"`
	Basis      graph.Basis      `json:"basis"`
	Confidence float64          `json:"confidence"`
	Passages   []string         `json:"passages"`
}

// TypeCount says how many links of a type a thing has each way.
type TypeCount struct {
	Type graph.LinkType `json:"type"`
	Out  int            `json:"out"`
	In   int            `json:"in"`
}

// CountNeighbours counts the links of n by type, in the order of graph.LinkTypes; types without any are left out.
func CountNeighbours(s *graph.Snapshot, n graph.Node) []TypeCount {
	out := []TypeCount{}
	for _, t := range graph.LinkTypes {
		if c := (TypeCount{t, len(s.Out(n, t)), len(s.In(n, t))}); c.Out+c.In > 0 {
			out = append(out, c)
		}
	}
	return out
}

// Neighbours lists the links of n, of one type or ("") of all: by type, outgoing first, by the other end's id.
func Neighbours(s *graph.Snapshot, n graph.Node, t graph.LinkType) []Neighbour {
	out := []Neighbour{}
	for _, typ := range graph.LinkTypes {
		if t != "" && typ != t {
			continue
		}
		for _, e := range s.Out(n, typ) {
			out = append(out, neighbour(s, e, "out", s.To(e)))
		}
		for _, e := range s.In(n, typ) {
			out = append(out, neighbour(s, e, "in", s.From(e)))
		}
	}
	return out
}

func neighbour(s *graph.Snapshot, e graph.Edge, direction string, far graph.Node) Neighbour {
	l := s.Link(e)
	p := l.Properties
	if p == nil {
		p = graph.Properties{}
	}
	return Neighbour{l.ID, l.Type, direction, ThingOf(s, far), p, l.Years, l.Basis, l.Confidence, l.Evidence}
}

// chosenTypes are the link types asked for, each once, in the order of graph.LinkTypes; where none is, all but those left out.
// Errors wrap graph.ErrInvalid.
func chosenTypes(asked []graph.LinkType, leftOut ...graph.LinkType) ([]graph.LinkType, error) {
	for _, t := range asked {
		if _, err := LinkType(string(t)); err != nil {
			return nil, err
		}
	}
	var out []graph.LinkType
	for _, t := range graph.LinkTypes {
		if slices.Contains(asked, t) || len(asked) == 0 && !slices.Contains(leftOut, t) {
			out = append(out, t)
		}
	}
	return out, nil
}

// LinkType finds a link type by name, case and hyphens folded. Errors wrap graph.ErrInvalid and list the types.
func LinkType(name string) (graph.LinkType, error) {
	t := graph.LinkType(strings.ToUpper(strings.ReplaceAll(name, "-", "_")))
	if t.Known() {
		return t, nil
	}
	known := make([]string, len(graph.LinkTypes))
	for i, k := range graph.LinkTypes {
		known[i] = string(k)
	}
	return "", fmt.Errorf("link type %q is unknown; known: %s: %w", name, strings.Join(known, ", "), graph.ErrInvalid)
}
