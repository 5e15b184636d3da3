package api

import "github.com/crosswalk-kg/crosswalk/internal/export"

// routes registers every answer.
func (a *API) routes() {
	get(a, "overview", "/overview", "Counts per kind, coverage of evidence, editions, what changed", overview, nil)
	a.entityRoutes()
	a.crosswalkRoutes()
	a.opportunityRoutes()
	a.exploreRoutes()
	get(a, "notes", "/notes", "What a careful reader must know: contradictions, gaps, conditions", notes, rows(export.Notes))
	get(a, "quality", "/quality", "How well statements are evidenced", quality, nil)
	get(a, "releases", "/releases", "Releases that were made, the newest, or the one asked for, first", releases, rows(releasesTable))
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

// meta is that of an answer which is no list.
func (q *query) meta(total int) Meta {
	return Meta{Release: q.snap.Release().ID(), Today: q.today, Total: total}
}
