package api

import (
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

type compareIn struct {
	Common
	Weighing
	From int `query:"from" required:"true" minimum:"1900" maximum:"2200" doc:"Year of an edition."`
	To   int `query:"to" required:"true" minimum:"1900" maximum:"2200" doc:"Year of another edition."`
}

// CompareAnswer is a comparison with its release.
type CompareAnswer struct {
	explore.Comparison
	Meta Meta `json:"meta"`
}

func compare(q *query, in *compareIn) (CompareAnswer, error) {
	var sides [2]*crosswalk.Ranking
	for i, year := range []int{in.From, in.To} {
		r, _, err := q.ranking(Scoring{in.Weighing, year})
		if err != nil {
			return CompareAnswer{}, err
		}
		if err := explore.HasEdition(r, year); err != nil {
			return CompareAnswer{}, err
		}
		sides[i] = r
	}
	c := explore.Compare(sides[0], sides[1])
	return CompareAnswer{c, q.meta(len(c.Pairs))}, nil
}
