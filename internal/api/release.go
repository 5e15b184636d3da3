package api

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

type releasesIn struct{ Paging }

// dependsOn tells apart two releases of the same graph, whose histories differ.
func (releasesIn) dependsOn(s *graph.Snapshot) string { return s.Release().LoadID }

// ReleaseRow is a release with the id that answers name it by.
type ReleaseRow struct {
	ID string `json:"id"`
	graph.Release
}

// releases is asked of the store: history is no part of a snapshot. It is told up to the snapshot's release, whatever was
// loaded since, so that a release has one history.
func releases(q *query, in *releasesIn) (List[ReleaseRow], error) {
	rs, err := q.svc.Store().Releases(q.ctx)
	if err != nil {
		return List[ReleaseRow]{}, err
	}
	last := q.snap.Release()
	out := []ReleaseRow{}
	for _, r := range rs {
		if r.Number <= last.Number {
			out = append(out, ReleaseRow{r.ID(), r})
		}
	}
	if last.Number > 0 && (len(out) == 0 || out[0].LoadID != last.LoadID) {
		return List[ReleaseRow]{}, fmt.Errorf("the store's history has no release %d of load %s: it was replaced since: %w", last.Number, last.LoadID, graph.ErrUnavailable)
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
