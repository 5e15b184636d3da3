package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
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
	p, err := explore.FindPathsContext(q.ctx, snap, explore.PathQuery{From: in.From, To: in.To, MaxHops: in.MaxHops, K: in.K, Types: types})
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
