package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

type notesIn struct {
	Paging
	Kind  string `query:"kind" enum:"contradiction,misspelling,gap,ambiguous,condition" doc:"Only notes of this kind."`
	About string `query:"about" maxLength:"200" doc:"Id of an entity that the note is about."`
}

func notes(q *query, in *notesIn) (List[graph.Note], error) {
	about := in.About
	if about != "" {
		n, err := explore.Find(q.snap, about)
		if err != nil {
			return List[graph.Note]{}, err
		}
		about = q.snap.ID(n)
	}
	var out []graph.Note
	for _, n := range q.snap.Notes(about) {
		if in.Kind == "" || string(n.Kind) == in.Kind {
			out = append(out, n)
		}
	}
	return page(q, &in.Paging, out, nil, nil)
}
