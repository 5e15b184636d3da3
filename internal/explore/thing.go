package explore

import (
	"fmt"
	"strings"

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
	e := s.Described(n)
	return Thing{e.ID, e.Kind, e.Name}
}

// Find is the entity with the id, an old id leading to the one kept. Errors wrap graph.ErrNotFound; a near id is suggested.
func Find(s *graph.Snapshot, id string) (graph.Node, error) {
	if n, ok := s.Lookup(id); ok {
		return n, nil
	}
	hint := ""
	if near := nearID(s, id); near != "" {
		hint = "; did you mean " + near + "?"
	}
	return 0, fmt.Errorf("%s: no such entity%s: %w", id, hint, graph.ErrNotFound)
}

// nearID is the id that id was probably meant to be: one that differs in little (of a group, where
// id names no kind), else that of a thing with the name that id's last part holds; empty where there is none.
func nearID(s *graph.Snapshot, id string) string {
	kind := graph.KindOf(id)
	if kind == "" {
		kind = graph.WorkingGroup
	}
	var known []string
	for _, n := range s.Nodes(kind) {
		known = append(known, s.ID(n))
	}
	if near := graph.NearestID(id, known); near != "" {
		return near
	}
	words := strings.Join(graph.Tokens(id[strings.LastIndexByte(id, ':')+1:]), " ")
	if len(words) < 3 {
		return ""
	}
	for _, h := range s.Search(words, 1) {
		if h.Passage == nil && h.Score >= 3 {
			return s.ID(h.Entity)
		}
	}
	return ""
}

// other is the end of link e that is not n.
func other(s *graph.Snapshot, e graph.Edge, n graph.Node) graph.Node {
	if s.From(e) == n {
		return s.To(e)
	}
	return s.From(e)
}

// degree is the number of links at n.
func degree(s *graph.Snapshot, n graph.Node) int { return len(s.AllOut(n)) + len(s.AllIn(n)) }
