package api

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// graphOf gathers the nodes and relationships in rows, each once, in the order of ids. An edge whose ends are not among the nodes is
// left out: there would be nothing to draw it between.
func graphOf(rows [][]any, meta CypherMeta) CypherGraph {
	nodes, edges := map[string]CypherNode{}, map[string]CypherEdge{}
	var gather func(v any)
	gather = func(v any) {
		switch v := v.(type) {
		case queries.Node:
			nodes[v.ID] = CypherNode{v.ID, kindOf(v), labelOf(v)}
		case queries.Relationship:
			edges[v.ID] = CypherEdge{v.ID, v.Start, v.End, v.Type, lengthOf(v.Properties["evidence"])}
		case queries.Path:
			for _, n := range v.Nodes {
				gather(n)
			}
			for _, r := range v.Relationships {
				gather(r)
			}
		case []any:
			for _, item := range v {
				gather(item)
			}
		case map[string]any:
			for _, item := range v {
				gather(item)
			}
		}
	}
	for _, row := range rows {
		for _, v := range row {
			gather(v)
		}
	}
	g := CypherGraph{Nodes: []CypherNode{}, Edges: []CypherEdge{}, Meta: meta}
	for _, id := range sortedKeys(nodes) {
		g.Nodes = append(g.Nodes, nodes[id])
	}
	for _, id := range sortedKeys(edges) {
		e := edges[id]
		_, from := nodes[e.Source]
		_, to := nodes[e.Target]
		if from && to {
			g.Edges = append(g.Edges, e)
		}
	}
	return g
}

func kindOf(n queries.Node) string {
	if kind, ok := n.Properties["kind"].(string); ok {
		return kind
	}
	if len(n.Labels) > 0 {
		return n.Labels[0]
	}
	return ""
}

// labelOf is a node's name, else what else it may be known by.
func labelOf(n queries.Node) string {
	for _, name := range []string{"name_en", "name_fr", "name_es", "gist_en"} {
		if s, ok := n.Properties[name].(string); ok {
			return s
		}
	}
	return n.ID
}

func lengthOf(v any) int {
	list, _ := v.([]any)
	return len(list)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
