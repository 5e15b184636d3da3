package api

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

type pathsIn struct {
	Common
	From    string   `query:"from" required:"true" maxLength:"200" doc:"Id of a thing."`
	To      string   `query:"to" required:"true" maxLength:"200" doc:"Id of another thing."`
	MaxHops int      `query:"max_hops" minimum:"1" maximum:"8" default:"4" doc:"Most links of a path."`
	K       int      `query:"k" minimum:"1" maximum:"50" default:"5" doc:"Most paths."`
	Types   []string `query:"types" doc:"Only these link types. Default: all but REPORTS_ON and BROADER."`
	AsOf    int      `query:"as_of" minimum:"1900" maximum:"2200" doc:"Only what editions up to this year say."`
}

// PathsAnswer is paths with their release.
type PathsAnswer struct {
	explore.Paths
	Meta  Meta  `json:"meta"`
	Links Links `json:"links"`
}

func paths(q *query, in *pathsIn) (PathsAnswer, error) {
	types, err := linkTypes(in.Types)
	if err != nil {
		return PathsAnswer{}, err
	}
	snap := q.snap
	meta := q.meta(0)
	if in.AsOf > 0 {
		snap = snap.AsOf(in.AsOf)
		meta.AsOf = &in.AsOf
	}
	p, err := explore.FindPaths(snap, explore.PathQuery{From: in.From, To: in.To, MaxHops: in.MaxHops, K: in.K, Types: types})
	meta.Total = len(p.Items)
	return PathsAnswer{p, meta, Links{Self: target(q.ctx)}}, err
}

func linkTypes(names []string) ([]graph.LinkType, error) {
	var out []graph.LinkType
	for _, n := range names {
		t, err := explore.LinkType(n)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

type interlocksIn struct {
	Paging
	IDs []string `query:"ids" required:"true" minItems:"2" maxItems:"20" doc:"Ids of the things, separated by commas."`
}

func interlocks(q *query, in *interlocksIn) (List[explore.Interlock], error) {
	all, err := explore.Interlocks(q.snap, in.IDs)
	if err != nil {
		return List[explore.Interlock]{}, err
	}
	return page(q, &in.Paging, all, nil, nil)
}

type connectorsIn struct {
	Paging
	Scoring
	MinGroups int    `query:"min_groups" minimum:"2" maximum:"100" default:"2" doc:"Fewest groups."`
	Lang      string `query:"lang" enum:"en,fr,es" default:"en" doc:"Language whose names are sorted by."`
}

func connectors(q *query, in *connectorsIn) (List[explore.Connector], error) {
	r, _, err := q.ranking(in.Scoring)
	if err != nil {
		return List[explore.Connector]{}, err
	}
	all, err := explore.Connectors(r, in.MinGroups, in.Lang)
	if err != nil {
		return List[explore.Connector]{}, err
	}
	year, _ := scored(r)
	return page(q, &in.Paging, all, year, nil)
}

type drawIn struct {
	Common
	Focus []string `query:"focus" maxItems:"50" doc:"Ids to begin with. Default: the working groups."`
	Depth int      `query:"depth" minimum:"1" maximum:"4" default:"1" doc:"Links from the focus."`
	Kinds []string `query:"kinds" doc:"Only these kinds beside the focus."`
	Types []string `query:"types" doc:"Only these link types. Default: all but REPORTS_ON."`
	Limit int      `query:"limit" minimum:"1" maximum:"2000" default:"200" doc:"Most nodes; meta.truncated says when there were more."`
}

func draw(q *query, in *drawIn) (explore.Drawing, error) {
	types, err := linkTypes(in.Types)
	if err != nil {
		return explore.Drawing{}, err
	}
	d := explore.DrawQuery{Focus: in.Focus, Depth: in.Depth, Types: types, Limit: in.Limit}
	for _, k := range in.Kinds {
		if !graph.Kind(k).Known() {
			return explore.Drawing{}, fmt.Errorf("kind %q is unknown; known: %v: %w", k, graph.Kinds, graph.ErrInvalid)
		}
		d.Kinds = append(d.Kinds, graph.Kind(k))
	}
	out, err := explore.Draw(q.snap, d)
	out.Meta.Release = q.snap.Release().ID()
	return out, err
}

type compareIn struct {
	Common
	Scoring
	From int `query:"from" required:"true" minimum:"1900" maximum:"2200" doc:"Year of an edition."`
	To   int `query:"to" required:"true" minimum:"1900" maximum:"2200" doc:"Year of another edition."`
}

// CompareAnswer is a comparison with its release.
type CompareAnswer struct {
	explore.Comparison
	Meta Meta `json:"meta"`
}

func compare(q *query, in *compareIn) (CompareAnswer, error) {
	var sides [2]*crosswalk.Ranking
	for i, year := range []int{in.From, in.To} {
		s := in.Scoring
		s.AsOf = year
		r, _, err := q.ranking(s)
		if err != nil {
			return CompareAnswer{}, err
		}
		if err := explore.HasEdition(r, year); err != nil {
			return CompareAnswer{}, err
		}
		sides[i] = r
	}
	c := explore.Compare(sides[0], sides[1])
	return CompareAnswer{c, q.meta(len(c.Pairs))}, nil
}

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
