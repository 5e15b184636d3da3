package neo4jstore

import (
	"encoding/json"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// What tests of the package hold against a real server's errors.
var (
	Retryable = retryable
	Translate = translate
)

// Rules is the number of the rules that rows follow.
const Rules = rules

// EncodeRows is what the store would write of a graph, as JSON.
func EncodeRows(g *graph.Graph) ([]byte, error) {
	var all rows
	for i := range g.Entities {
		p, err := entityRow(&g.Entities[i])
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	for i := range g.Links {
		p, err := linkRow(&g.Links[i])
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	for i := range g.Passages {
		p, err := passageRow(&g.Passages[i])
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return json.Marshal(all)
}
