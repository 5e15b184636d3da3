package explore

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Thing is an entity as a member of an answer.
type Thing struct {
	ID   string      `json:"id"`
	Kind graph.Kind  `json:"kind"`
	Name graph.Names `json:"name"`
}

// ThingOf is entity n as a member of an answer.
func ThingOf(s *graph.Snapshot, n graph.Node) Thing {
	e := s.Entity(n)
	return Thing{e.ID, e.Kind, e.Name}
}

// Find is the entity with the id, an old id leading to the one kept. Errors wrap graph.ErrNotFound; a near id is suggested.
func Find(s *graph.Snapshot, id string) (graph.Node, error) {
	if n, ok := s.Lookup(id); ok {
		return n, nil
	}
	hint := ""
	if words := graph.Tokens(id); len(words) > 0 {
		for _, h := range s.Search(words[len(words)-1], 1) {
			if h.Passage == nil {
				hint = "; did you mean " + s.ID(h.Entity) + "?"
			}
		}
	}
	return 0, fmt.Errorf("%s: no such entity%s: %w", id, hint, graph.ErrNotFound)
}

// Other is the end of link e that is not n.
func other(s *graph.Snapshot, e graph.Edge, n graph.Node) graph.Node {
	if s.From(e) == n {
		return s.To(e)
	}
	return s.From(e)
}

// degree is the number of links at n.
func degree(s *graph.Snapshot, n graph.Node) int { return len(s.AllOut(n)) + len(s.AllIn(n)) }
