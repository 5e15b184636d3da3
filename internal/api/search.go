package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

type searchIn struct {
	Paging
	Q string `query:"q" required:"true" minLength:"1" maxLength:"200" doc:"Words; each must begin a word of the thing. Case and accents are folded."`
}

// SearchHit is one entity or passage.
type SearchHit struct {
	Entity  *explore.Thing `json:"entity"`
	Passage *graph.Passage `json:"passage"`
	Score   int            `json:"score" doc:"4 the whole name, 3 it begins so, 2 whole words, 1 beginnings of words"`
}

func search(q *query, in *searchIn) (List[SearchHit], error) {
	if len(graph.Tokens(in.Q)) == 0 {
		return List[SearchHit]{}, explore.NoWord(in.Q)
	}
	out := []SearchHit{}
	for _, h := range q.snap.Search(in.Q, 0) {
		if h.Passage != nil {
			out = append(out, SearchHit{Passage: h.Passage, Score: h.Score})
			continue
		}
		t := explore.ThingOf(q.snap, h.Entity)
		out = append(out, SearchHit{Entity: &t, Score: h.Score})
	}
	return page(q, &in.Paging, out, nil, nil)
}

func hitsTable(hs []SearchHit) export.Table {
	t := export.Table{Columns: []string{"id", "kind", "name_en", "name_fr", "name_es", "score"}}
	for _, h := range hs {
		if h.Entity != nil {
			t.Add(h.Entity.ID, string(h.Entity.Kind), h.Entity.Name["en"], h.Entity.Name["fr"], h.Entity.Name["es"], h.Score)
		} else {
			t.Add(h.Passage.ID, "Passage", h.Passage.Gist["en"], h.Passage.Gist["fr"], h.Passage.Gist["es"], h.Score)
		}
	}
	return t
}
