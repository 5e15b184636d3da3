package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// entityListRoutes registers the list of everything and those of one kind each, with the filters that each kind has.
func (a *API) entityListRoutes() {
	get(a, "entities", "/entities", "Entities: search and filters", entities, entityTable(graph.Kinds...))
	listOf(a, "groups", "Working groups", graph.WorkingGroup, func(in *groupsIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Partnership: in.Partnership, Status: in.Status, Institution: in.Institution, Theme: in.Theme}
	})
	listOf(a, "institutions", "Institutions: departments, agencies, companies, universities and others", graph.Institution, func(in *institutionsIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Country: in.Country, Type: in.Type, Group: in.Group, Institution: in.Institution, Role: in.Role}
	})
	listOf(a, "people", "People in the public role that a report gives them", graph.Person, func(in *peopleIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Group: in.Group, Institution: in.Institution, Side: in.Side, Role: in.Role}
	})
	listOf(a, "projects", "Projects, programmes, agreements, studies and the like", graph.Project, func(in *projectsIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Country: in.Country, Type: in.Type, Status: in.Status, Group: in.Group, Institution: in.Institution, Theme: in.Theme}
	})
	listOf(a, "sessions", "Meetings, held and to come", graph.Session, func(in *sessionsIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Country: in.Country, Status: in.Status, Group: in.Group, Institution: in.Institution, Theme: in.Theme}
	})
	listOf(a, "commitments", "What groups promised, agreed apart from possible", graph.Commitment, func(in *commitmentsIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, DueBefore: graph.Date(in.DueBefore), Status: in.Status, Firmness: in.Firmness, Side: in.Side, Group: in.Group, Institution: in.Institution, Theme: in.Theme}
	})
	listOf(a, "themes", "Themes that groups address, seek or offer", graph.Theme, func(in *themesIn) explore.ListQuery { return explore.ListQuery{Q: in.Q, Group: in.Group} })
	listOf(a, "figures", "Quantities that reports state, as results or targets", graph.Figure, func(in *figuresIn) explore.ListQuery {
		return explore.ListQuery{Q: in.Q, Group: in.Group, Theme: in.Theme, Target: in.target()}
	})
	listOf(a, "places", "Places", graph.Place, func(in *placesIn) explore.ListQuery { return explore.ListQuery{Q: in.Q, Country: in.Country} })
}

// listOf registers the list of all entities of a kind.
func listOf[I any, P interface {
	*I
	input
	paged
}](a *API, name, summary string, kind graph.Kind, read func(P) explore.ListQuery) {
	get(a, name, "/"+name, summary, func(q *query, in P) (List[explore.Row], error) {
		l := read(in)
		l.Kind = kind
		return listed(q, in.paging(), l)
	}, entityTable(kind))
}

// entityTable lays out entities with the columns of kinds, whatever was found: who reads a column finds it.
func entityTable(kinds ...graph.Kind) func(List[explore.Row]) export.Table {
	return func(l List[explore.Row]) export.Table { return export.Entities(l.Items, kinds...) }
}

func listed(q *query, p *Paging, l explore.ListQuery) (List[explore.Row], error) {
	l.Today = q.today
	all, err := explore.List(q.snap, l)
	if err != nil {
		return List[explore.Row]{}, err
	}
	return page(q, p, all, nil, nil)
}

// Words are the search among a list.
type Words struct {
	Q string `query:"q" maxLength:"200" doc:"Words of a name, alias or acronym, each from its beginning; case and accents are folded."`
}

type entitiesIn struct {
	Paging
	Words
	Kind    string `query:"kind" maxLength:"40" doc:"Only entities of this kind: Partnership, WorkingGroup, Institution, Person, Project, Session, Commitment, Theme, Figure, Place, Report."`
	Country string `query:"country" maxLength:"3" doc:"ISO 3166-1 alpha-2, or INT."`
	Theme   string `query:"theme" maxLength:"200" doc:"Id of a theme that it is linked to."`
	Group   string `query:"group" maxLength:"200" doc:"Id of a group that it is linked to."`
}

func entities(q *query, in *entitiesIn) (List[explore.Row], error) {
	return listed(q, &in.Paging, explore.ListQuery{Kind: graph.Kind(in.Kind), Q: in.Q, Country: in.Country, Theme: in.Theme, Group: in.Group})
}

type groupsIn struct {
	Paging
	Words
	Partnership string `query:"partnership" maxLength:"200" doc:"Id of the partnership that it is a group of. Default: of any."`
	Status      string `query:"status" maxLength:"40" doc:"active, closing or disbanded."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that it is linked to."`
	Theme       string `query:"theme" maxLength:"200" doc:"Id of a theme that it addresses itself."`
}

type institutionsIn struct {
	Paging
	Words
	Country     string `query:"country" maxLength:"3" doc:"ISO 3166-1 alpha-2, or INT of multilateral ones."`
	Type        string `query:"type" maxLength:"40" doc:"Such as department, agency, university, company."`
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that it is linked to."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that it is a part of, or that is a part of it."`
	Role        string `query:"role" maxLength:"40" doc:"That it has somewhere: co-chair, participant, lead, partner, funder …"`
}

type peopleIn struct {
	Paging
	Words
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that they have a role in."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that they belong to."`
	Side        string `query:"side" enum:"CA,MX" doc:"The side that they co-chair for."`
	Role        string `query:"role" maxLength:"40" doc:"That they have somewhere: co-chair, participant, speaker …; with side, in one and the same link."`
}

type projectsIn struct {
	Paging
	Words
	Country     string `query:"country" maxLength:"3" doc:"A third country that it names; ISO 3166-1 alpha-2."`
	Type        string `query:"type" maxLength:"40" doc:"Such as project, programme, agreement, mou, study."`
	Status      string `query:"status" maxLength:"40" doc:"proposed, planned, running, done or dropped."`
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that runs, supports or mentions it."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that is involved in it."`
	Theme       string `query:"theme" maxLength:"200" doc:"Id of a theme that it addresses."`
}

type sessionsIn struct {
	Paging
	Words
	Country     string `query:"country" maxLength:"3" doc:"A third country that it names; ISO 3166-1 alpha-2."`
	Status      string `query:"status" maxLength:"40" doc:"held, agreed, planned, proposed or dropped."`
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that holds it."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that takes part in it."`
	Theme       string `query:"theme" maxLength:"200" doc:"Id of a theme that it addresses."`
}

type commitmentsIn struct {
	Paging
	Words
	DueBefore   string `query:"due_before" maxLength:"10" doc:"Only those due before this date (2019, 2019-03 or 2019-03-14)."`
	Status      string `query:"status" enum:"open,done,dropped,unknown" doc:"What the newest edition says of it."`
	Firmness    string `query:"firmness" enum:"agreed,planned,proposed,possible" doc:"How firm the promise is."`
	Side        string `query:"side" enum:"CA,MX,both,not stated" doc:"Whose promise it is."`
	Group       string `query:"group" maxLength:"200" doc:"Id of a group that commits to it."`
	Institution string `query:"institution" maxLength:"200" doc:"Id of an institution that is responsible for it."`
	Theme       string `query:"theme" maxLength:"200" doc:"Id of a theme that it addresses."`
}

type themesIn struct {
	Paging
	Words
	Group string `query:"group" maxLength:"200" doc:"Id of a group that addresses it itself."`
}

type figuresIn struct {
	Paging
	Words
	Group  string `query:"group" maxLength:"200" doc:"Id of a group that states it."`
	Theme  string `query:"theme" maxLength:"200" doc:"Id of a theme that it is about."`
	Target string `query:"target" enum:"true,false" doc:"Only targets, or only results."`
}

// target is nil where it does not matter.
func (in *figuresIn) target() *bool {
	if in.Target == "" {
		return nil
	}
	yes := in.Target == "true"
	return &yes
}

type placesIn struct {
	Paging
	Words
	Country string `query:"country" maxLength:"3" doc:"ISO 3166-1 alpha-2."`
}

type reportsIn struct{ Paging }

func reports(q *query, in *reportsIn) (List[explore.ReportSummary], error) {
	return page(q, &in.Paging, explore.Reports(q.snap), nil, nil)
}
