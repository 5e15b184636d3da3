package neo4jstore

import (
	"encoding/base64"
	"maps"
	"math"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// values turns what the driver gives into what a Result holds. It knows the ids of the nodes that it saw: a relationship names its
// ends by them.
type values struct {
	ids map[string]string // element id → id
}

func newValues() *values { return &values{ids: map[string]string{}} }

// row is one row, and about how many bytes it takes as JSON.
func (v *values) row(in []any) (out []any, size int) {
	for _, x := range in {
		v.see(x)
	}
	out = make([]any, len(in))
	for i, x := range in {
		out[i] = v.value(x)
		size += sizeOf(out[i])
	}
	return out, size
}

// see takes note of the nodes in x.
func (v *values) see(x any) {
	switch x := x.(type) {
	case neo4j.Node:
		v.node(x)
	case neo4j.Path:
		for _, n := range x.Nodes {
			v.node(n)
		}
	case []any:
		for _, item := range x {
			v.see(item)
		}
	case map[string]any:
		for _, item := range x {
			v.see(item)
		}
	}
}

func (v *values) value(x any) any {
	switch x := x.(type) {
	case float64:
		return number(x)
	case []any:
		out := make([]any, len(x))
		for i, item := range x {
			out[i] = v.value(item)
		}
		return out
	case map[string]any:
		return v.properties(x)
	case neo4j.Node:
		return v.node(x)
	case neo4j.Relationship:
		return v.relationship(x)
	case neo4j.Path:
		p := queries.Path{Nodes: []queries.Node{}, Relationships: []queries.Relationship{}}
		for _, n := range x.Nodes {
			p.Nodes = append(p.Nodes, v.node(n))
		}
		for _, r := range x.Relationships {
			p.Relationships = append(p.Relationships, v.relationship(r))
		}
		return p
	case []byte:
		return base64.StdEncoding.EncodeToString(x)
	case nil, bool, int64, string:
		return x
	}
	return textOf(x)
}

// number is a float as JSON can hold it.
func number(x float64) any {
	switch {
	case math.IsNaN(x):
		return "NaN"
	case math.IsInf(x, 1):
		return "Infinity"
	case math.IsInf(x, -1):
		return "-Infinity"
	}
	return x
}

func (v *values) properties(in map[string]any) map[string]any {
	out := make(map[string]any, len(in))
	for name, x := range in {
		out[name] = v.value(x)
	}
	return out
}

func (v *values) node(n neo4j.Node) queries.Node {
	id := n.ElementId
	if own, ok := n.Props["id"].(string); ok {
		id = own
	}
	v.ids[n.ElementId] = id
	return queries.Node{ID: id, Labels: slices.Sorted(slices.Values(n.Labels)), Properties: v.properties(n.Props)}
}

func (v *values) relationship(r neo4j.Relationship) queries.Relationship {
	id := r.ElementId
	if own, ok := r.Props["id"].(string); ok {
		id = own
	}
	return queries.Relationship{ID: id, Type: r.Type, Start: v.end(r.StartElementId), End: v.end(r.EndElementId), Properties: v.properties(r.Props)}
}

func (v *values) end(element string) string {
	if id, seen := v.ids[element]; seen {
		return id
	}
	return element
}

// sizeOf is about how many bytes a value takes as JSON.
func sizeOf(x any) int {
	switch x := x.(type) {
	case string:
		return len(x) + 3
	case []any:
		n := 2
		for _, item := range x {
			n += sizeOf(item)
		}
		return n
	case map[string]any:
		n := 2
		for name := range maps.Keys(x) {
			n += len(name) + 4 + sizeOf(x[name])
		}
		return n
	case queries.Node:
		return 40 + len(x.ID) + sizeOf(x.Properties)
	case queries.Relationship:
		return 60 + len(x.ID) + len(x.Start) + len(x.End) + sizeOf(x.Properties)
	case queries.Path:
		n := 30
		for _, node := range x.Nodes {
			n += sizeOf(node)
		}
		for _, r := range x.Relationships {
			n += sizeOf(r)
		}
		return n
	}
	return 8
}
