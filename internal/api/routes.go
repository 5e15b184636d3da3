package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// routes registers every answer.
func (a *API) routes() {
	get(a, "overview", "/overview", "Counts per kind, coverage of evidence, editions, what changed", overview, nil)
	a.entityRoutes()
	a.crosswalkRoutes()
	a.opportunityRoutes()
	a.exploreRoutes()
	get(a, "notes", "/notes", "What a careful reader must know: contradictions, gaps, conditions", notes, rows(export.Notes))
	get(a, "quality", "/quality", "How well statements are evidenced", quality, nil)
	get(a, "releases", "/releases", "Releases that are recorded, newest first", releases, rows(releasesTable))
}

func (a *API) crosswalkRoutes() {
	get(a, "crosswalks", "/crosswalks", "Links between working groups, ranked, with their parts", crosswalks, rows(export.Pairs))
	get(a, "crosswalk-items", "/crosswalks/items", "One row a counted item with every factor of its weight", crosswalkItems, rows(func(is []PairItem) export.Table { return itemsTable(is) }))
	get(a, "crosswalk-series", "/crosswalks/series", "The pairs over as-of years", series, rows(seriesTable))
	get(a, "crosswalk-matrix", "/crosswalks/matrix", "Groups by groups, every pair", matrix, func(m MatrixAnswer) export.Table { return export.Matrix(m.Matrix) })
	get(a, "crosswalk-pair", "/crosswalks/{a}/{b}", "One pair, its whole explanation", pair, nil)
}

func (a *API) opportunityRoutes() {
	get(a, "opportunities", "/opportunities", "Missing collaboration: new, follow-up, deepen", opportunities, rows(export.Opportunities))
	get(a, "opportunity", "/opportunities/{id}", "One opportunity, its whole explanation", oneOpportunity, nil)
	get(a, "common-ground", "/common-ground", "Themes that most groups touch and no joint event addresses", commonGround, rows(export.CommonGround))
}

func (a *API) exploreRoutes() {
	get(a, "paths", "/paths", "Explained ways between two things", paths, func(p PathsAnswer) export.Table { return export.Paths(p.Paths) })
	get(a, "interlocks", "/interlocks", "What a chosen set of things shares", interlocks, rows(export.Interlocks))
	get(a, "connectors", "/connectors", "Institutions in several groups, alphabetical", connectors, rows(export.Connectors))
	get(a, "graph", "/graph", "Nodes and edges for drawing", draw, nil)
	get(a, "compare", "/compare", "Two editions: what appeared, vanished, changed", compare, func(c CompareAnswer) export.Table { return export.PairChanges(c.Comparison) })
	get(a, "search", "/search", "Entities and passages by their words", search, rows(hitsTable))
}

type overviewIn struct{ Common }

// OverviewAnswer is counts with their release.
type OverviewAnswer struct {
	explore.Overview
	Meta Meta `json:"meta"`
}

func overview(q *query, _ *overviewIn) (OverviewAnswer, error) {
	o := explore.Summarise(q.snap)
	return OverviewAnswer{o, q.meta(len(o.Kinds))}, nil
}

// meta is that of an answer which is no list.
func (q *query) meta(total int) Meta {
	return Meta{Release: q.snap.Release().ID(), Today: q.today, Total: total}
}

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

type qualityIn struct{ Common }

// QualityAnswer is the coverage of evidence and how many notes of each kind there are.
type QualityAnswer struct {
	Evidence explore.Coverage       `json:"evidence"`
	Notes    map[graph.NoteKind]int `json:"notes"`
	Meta     Meta                   `json:"meta"`
}

func quality(q *query, _ *qualityIn) (QualityAnswer, error) {
	out := QualityAnswer{Evidence: explore.Cover(q.snap), Notes: map[graph.NoteKind]int{}, Meta: q.meta(q.snap.NumEntities())}
	for _, n := range q.snap.Notes("") {
		out.Notes[n.Kind]++
	}
	return out, nil
}

type releasesIn struct{ Paging }

// dependsOn tells apart two releases of the same graph: history grew although the graph is what it was before.
func (releasesIn) dependsOn(s *graph.Snapshot) string { return s.Release().LoadID }

// ReleaseRow is a release with the id that answers name it by.
type ReleaseRow struct {
	ID string `json:"id"`
	graph.Release
}

// releases is asked of the store: history is no part of a snapshot.
func releases(q *query, in *releasesIn) (List[ReleaseRow], error) {
	rs, err := q.api.svc.Store().Releases(q.ctx)
	if err != nil {
		return List[ReleaseRow]{}, err
	}
	out := make([]ReleaseRow, len(rs))
	for i, r := range rs {
		out[i] = ReleaseRow{r.ID(), r}
	}
	return page(q, &in.Paging, out, nil, nil)
}

func releasesTable(rs []ReleaseRow) export.Table {
	plain := make([]graph.Release, len(rs))
	for i, r := range rs {
		plain[i] = r.Release
	}
	return export.Releases(plain)
}

// Scoring are the parameters of every answer that scores.
type Scoring struct {
	Partnership   string   `query:"partnership" maxLength:"200" doc:"Id of the partnership. Default: the only one."`
	AsOf          int      `query:"as_of" minimum:"1900" maximum:"2200" doc:"Year that the answer is as of: what editions up to it say. Default: the newest edition's."`
	Basis         []string `query:"basis" enum:"stated,inferred,reviewed" doc:"Count only links of these bases."`
	MinConfidence float64  `query:"min_confidence" minimum:"0" maximum:"1" doc:"Count only links of at least this confidence."`
	Set           []string `query:"set,explode" doc:"Another parameter of the method, such as scoring.session.r=0.8; may be repeated."`
}

// options reads the Scoring parameters.
func (s Scoring) options() (crosswalk.Options, error) {
	o := crosswalk.Options{Partnership: s.Partnership, AsOf: s.AsOf, MinConfidence: s.MinConfidence}
	for _, b := range s.Basis {
		o.Bases = append(o.Bases, graph.Basis(b))
	}
	p, err := crosswalk.ParseSettings(s.Set)
	o.Parameters = p
	return o, err
}

// ranking is the ranking that the parameters choose.
func (q *query) ranking(s Scoring) (*crosswalk.Ranking, crosswalk.Options, error) {
	o, err := s.options()
	if err != nil {
		return nil, o, err
	}
	r, err := q.api.svc.Ranking(q.snap, o)
	return r, o, err
}

// scored are the as-of year and method of a ranking, for a list's meta.
func scored(r *crosswalk.Ranking) (*int, *crosswalk.Method) {
	year, method := r.Model().AsOf, r.Model().Method()
	return &year, &method
}

// opportunityMethod is the method as opportunities name it.
func opportunityMethod(r *crosswalk.Ranking) (*int, *crosswalk.Method) {
	year, method := scored(r)
	method.Name = "opportunity"
	return year, method
}
