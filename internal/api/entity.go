package api

import (
	"net/url"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *API) entityRoutes() {
	get(a, "entity", "/entities/{id}", "One entity with its evidence, statements and notes", entity, nil)
	get(a, "entity-neighbours", "/entities/{id}/neighbours", "Links of a thing: counts per type, then pages", neighbours, func(n NeighboursAnswer) export.Table { return export.Neighbours(n.Items) })
	get(a, "entity-neighbours-type", "/entities/{id}/neighbours/{type}", "Links of a thing of one type", neighboursOfType, func(n NeighboursAnswer) export.Table { return export.Neighbours(n.Items) })
	get(a, "entity-evidence", "/entities/{id}/evidence", "Passages that name a thing", evidence, rows(export.Passages))
	a.entityListRoutes()
	get(a, "reports", "/reports", "Loaded reports", reports, rows(export.Reports))
	get(a, "link", "/links/{id}", "One link with its passages", link, nil)
	get(a, "passage", "/passages/{id}", "One passage and what rests on it", passage, nil)
}

type idIn struct {
	Common
	ID string `path:"id" maxLength:"200" doc:"Id."`
}

// EntityAnswer is one entity, what each edition states of it, and its passages.
type EntityAnswer struct {
	explore.Detail
	Meta Meta `json:"meta"`
}

func entity(q *query, in *idIn) (EntityAnswer, error) {
	n, err := q.node(in.ID)
	if err != nil {
		return EntityAnswer{}, err
	}
	return EntityAnswer{explore.DetailOf(q.snap, n, q.today), q.meta(1)}, nil
}

// node finds an entity; an old id of a merged one is answered by a redirect to the same sub-resource.
func (q *query) node(id string) (graph.Node, error) {
	if now, old := q.snap.Redirect(id); old {
		return 0, redirect{renamed(target(q.ctx), id, now)}
	}
	return explore.Find(q.snap, id)
}

// renamed is an address with the id in its path replaced, however the client escaped it; the query stays as it is.
func renamed(address, id, now string) string {
	path, query, asked := strings.Cut(address, "?")
	parts := strings.Split(path, "/")
	for i, p := range parts {
		plain, err := url.PathUnescape(p)
		if rest, ok := strings.CutPrefix(plain, id); err == nil && ok && (rest == "" || rest == ".csv") {
			parts[i] = url.PathEscape(now) + rest
		}
	}
	if asked {
		query = "?" + query
	}
	return strings.Join(parts, "/") + query
}

// NeighboursIn are the parameters of a thing's links; exported because the framework reads embedded structs only then.
type NeighboursIn struct {
	Paging
	ID string `path:"id" maxLength:"200" doc:"Id of a thing."`
}

type neighboursTypeIn struct {
	NeighboursIn
	Type string `path:"type" maxLength:"40" doc:"Link type, such as HOLDS; in small letters and with hyphens too."`
}

// NeighboursAnswer is a list with counts per link type.
type NeighboursAnswer struct {
	Counts []explore.TypeCount `json:"counts"`
	List[explore.Neighbour]
}

func neighbours(q *query, in *NeighboursIn) (NeighboursAnswer, error) { return linksAt(q, in, "") }

func neighboursOfType(q *query, in *neighboursTypeIn) (NeighboursAnswer, error) {
	t, err := explore.LinkType(in.Type)
	if err != nil {
		return NeighboursAnswer{}, err
	}
	return linksAt(q, &in.NeighboursIn, t)
}

func linksAt(q *query, in *NeighboursIn, t graph.LinkType) (NeighboursAnswer, error) {
	n, err := q.node(in.ID)
	if err != nil {
		return NeighboursAnswer{}, err
	}
	l, err := page(q, &in.Paging, explore.Neighbours(q.snap, n, t), nil, nil)
	return NeighboursAnswer{explore.CountNeighbours(q.snap, n), l}, err
}

func evidence(q *query, in *NeighboursIn) (List[graph.Passage], error) {
	n, err := q.node(in.ID)
	if err != nil {
		return List[graph.Passage]{}, err
	}
	return page(q, &in.Paging, explore.PassagesOf(q.snap, q.snap.Entity(n).Evidence), nil, nil)
}

// LinkAnswer is one link, what each edition states of it, and its passages.
type LinkAnswer struct {
	explore.LinkDetail
	Meta Meta `json:"meta"`
}

func link(q *query, in *idIn) (LinkAnswer, error) {
	l, err := explore.LinkDetailOf(q.snap, in.ID)
	return LinkAnswer{l, q.meta(1)}, err
}

// PassageAnswer is one passage and what rests on it.
type PassageAnswer struct {
	explore.PassageDetail
	Meta Meta `json:"meta"`
}

func passage(q *query, in *idIn) (PassageAnswer, error) {
	p, err := explore.PassageDetailOf(q.snap, in.ID)
	return PassageAnswer{p, q.meta(1)}, err
}
