package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

type overviewIn struct{ Common }

// OverviewAnswer is counts with their release.
type OverviewAnswer struct {
	explore.Overview
	Meta Meta `json:"meta"`
}

func overview(q *query, _ *overviewIn) (OverviewAnswer, error) {
	o, err := q.svc.Overview(q.snap)
	return OverviewAnswer{o, q.meta(len(o.Kinds))}, err
}

type qualityIn struct{ Common }

// QualityAnswer is the coverage of evidence and how many notes of each kind there are.
type QualityAnswer struct {
	Evidence explore.Coverage       `json:"evidence"`
	Notes    map[graph.NoteKind]int `json:"notes"`
	Meta     Meta                   `json:"meta"`
}

func quality(q *query, _ *qualityIn) (QualityAnswer, error) {
	o, err := q.svc.Overview(q.snap)
	if err != nil {
		return QualityAnswer{}, err
	}
	out := QualityAnswer{Evidence: o.Evidence, Notes: map[graph.NoteKind]int{}, Meta: q.meta(q.snap.NumEntities())}
	for _, n := range q.snap.Notes("") {
		out.Notes[n.Kind]++
	}
	return out, nil
}
