package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

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
