package api

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

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
