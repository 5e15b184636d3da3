package api

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// typedLists are the lists of one kind each, beside /entities.
var typedLists = []struct {
	path string
	kind graph.Kind
}{
	{"groups", graph.WorkingGroup}, {"institutions", graph.Institution}, {"people", graph.Person}, {"projects", graph.Project}, {"sessions", graph.Session},
	{"themes", graph.Theme}, {"places", graph.Place},
}

func (a *API) entityRoutes() {
	get(a, "entities", "/entities", "Entities: search and filters", entities, rows(export.Entities))
	get(a, "entity", "/entities/{id}", "One entity with its evidence, statements and notes", entity, nil)
	get(a, "entity-neighbours", "/entities/{id}/neighbours", "Links of a thing: counts per type, then pages", neighbours, func(n NeighboursAnswer) export.Table { return export.Neighbours(n.Items) })
	get(a, "entity-neighbours-type", "/entities/{id}/neighbours/{type}", "Links of a thing of one type", neighboursOfType, func(n NeighboursAnswer) export.Table { return export.Neighbours(n.Items) })
	get(a, "entity-evidence", "/entities/{id}/evidence", "Passages that name a thing", evidence, rows(export.Passages))
	for _, t := range typedLists {
		kind := t.kind
		get(a, t.path, "/"+t.path, "All entities of kind "+string(kind), func(q *query, in *typedIn) (List[explore.Row], error) {
			return listed(q, &in.Paging, explore.ListQuery{Kind: kind, Q: in.Q, Country: in.Country, Theme: in.Theme, Group: in.Group, Institution: in.Institution,
				Type: in.Type, Status: in.Status, Side: in.Side, Role: in.Role})
		}, rows(export.Entities))
	}
	get(a, "commitments", "/commitments", "What groups promised, agreed apart from possible", commitments, rows(export.Entities))
	get(a, "figures", "/figures", "Quantities that reports state, as results or targets", figures, rows(export.Entities))
	get(a, "reports", "/reports", "Loaded reports", reports, rows(export.Reports))
	get(a, "link", "/links/{id}", "One link with its passages", link, nil)
	get(a, "passage", "/passages/{id}", "One passage and what rests on it", passage, nil)
}

type entitiesIn struct {
	Paging
	Kind    string `query:"kind" doc:"Partnership, WorkingGroup, Institution, Person, Project, Session, Commitment, Theme, Figure, Place, Report."`
	Q       string `query:"q" maxLength:"200" doc:"Words of a name, alias or acronym; case and accents are folded."`
	Country string `query:"country" maxLength:"3" doc:"ISO 3166-1 alpha-2, or INT."`
	Theme   string `query:"theme" maxLength:"200" doc:"Id of a theme that it is linked to."`
	Group   string `query:"group" maxLength:"200" doc:"Id of a group that it is linked to."`
}

func entities(q *query, in *entitiesIn) (List[explore.Row], error) {
	return listed(q, &in.Paging, explore.ListQuery{Kind: graph.Kind(in.Kind), Q: in.Q, Country: in.Country, Theme: in.Theme, Group: in.Group})
}

func listed(q *query, p *Paging, l explore.ListQuery) (List[explore.Row], error) {
	l.Today = q.today
	all, err := explore.List(q.snap, l)
	if err != nil {
		return List[explore.Row]{}, err
	}
	return page(q, p, all, nil, nil)
}

type typedIn struct {
	Paging
	Q           string `query:"q" maxLength:"200" doc:"Words of a name, alias or acronym."`
	Country     string `query:"country" maxLength:"3"`
	Theme       string `query:"theme" maxLength:"200"`
	Group       string `query:"group" maxLength:"200"`
	Institution string `query:"institution" maxLength:"200"`
	Type        string `query:"type" maxLength:"40" doc:"Of institutions and projects."`
	Status      string `query:"status" maxLength:"40" doc:"Of groups, projects and sessions."`
	Side        string `query:"side" enum:"CA,MX" doc:"Of people: the side that they co-chair for."`
	Role        string `query:"role" maxLength:"40" doc:"Of people: co-chair, participant, speaker …"`
}

type commitmentsIn struct {
	Paging
	Q           string `query:"q" maxLength:"200"`
	DueBefore   string `query:"due_before" maxLength:"10" doc:"Only those due before this date (2019, 2019-03 or 2019-03-14)."`
	Status      string `query:"status" enum:"open,done,dropped,unknown"`
	Firmness    string `query:"firmness" enum:"agreed,planned,proposed,possible"`
	Side        string `query:"side" enum:"CA,MX,both,not stated"`
	Group       string `query:"group" maxLength:"200"`
	Institution string `query:"institution" maxLength:"200"`
	Theme       string `query:"theme" maxLength:"200"`
}

func commitments(q *query, in *commitmentsIn) (List[explore.Row], error) {
	due, ok := graph.ParseDate(in.DueBefore)
	if in.DueBefore != "" && !ok {
		return List[explore.Row]{}, fmt.Errorf("due_before is %q; it must be a date: 2019, 2019-03 or 2019-03-14: %w", in.DueBefore, graph.ErrInvalid)
	}
	return listed(q, &in.Paging, explore.ListQuery{Kind: graph.Commitment, Q: in.Q, DueBefore: due, Status: in.Status, Firmness: in.Firmness, Side: in.Side, Group: in.Group, Institution: in.Institution, Theme: in.Theme})
}

type figuresIn struct {
	Paging
	Q      string `query:"q" maxLength:"200"`
	Group  string `query:"group" maxLength:"200"`
	Theme  string `query:"theme" maxLength:"200"`
	Target string `query:"target" enum:"true,false" doc:"Only targets, or only results."`
}

func figures(q *query, in *figuresIn) (List[explore.Row], error) {
	l := explore.ListQuery{Kind: graph.Figure, Q: in.Q, Group: in.Group, Theme: in.Theme}
	if in.Target != "" {
		yes := in.Target == "true"
		l.Target = &yes
	}
	return listed(q, &in.Paging, l)
}

type reportsIn struct{ Paging }

func reports(q *query, in *reportsIn) (List[explore.ReportSummary], error) {
	return page(q, &in.Paging, explore.Summarise(q.snap).Reports, nil, nil)
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
	ID string `path:"id" maxLength:"200"`
}

type neighboursTypeIn struct {
	NeighboursIn
	Type string `path:"type" maxLength:"40" doc:"Link type."`
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
