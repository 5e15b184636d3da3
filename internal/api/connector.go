package api

import "github.com/crosswalk-kg/crosswalk/internal/explore"

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
	year, _ := scored(r)
	return page(q, &in.Paging, explore.Connectors(r, in.MinGroups, in.Lang), year, nil)
}
