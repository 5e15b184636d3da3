package api

import "github.com/crosswalk-kg/crosswalk/internal/crosswalk"

type pairIn struct {
	Common
	Scoring
	A string `path:"a" maxLength:"200" doc:"Id of a group."`
	B string `path:"b" maxLength:"200" doc:"Id of another group."`
}

// PairAnswer is one explanation with its release.
type PairAnswer struct {
	crosswalk.Explanation
	Cypher []AskedInCypher `json:"cypher" doc:"Queries of the catalogue that give this answer's items and masses in Cypher, and its passages; those of masses are left out where the parameters keep links out. Ranks, intervals and chance are not asked in Cypher."`
	Meta   Meta            `json:"meta"`
}

func pair(q *query, in *pairIn) (PairAnswer, error) {
	r, o, err := q.ranking(in.Scoring)
	if err != nil {
		return PairAnswer{}, err
	}
	x, err := r.Pair(in.A, in.B)
	if err != nil {
		return PairAnswer{}, err
	}
	xs := []crosswalk.Explanation{x}
	if err := q.intervals(r, o, xs); err != nil {
		return PairAnswer{}, err
	}
	meta := q.meta(1)
	meta.AsOf, meta.Method = scored(r)
	return PairAnswer{xs[0], pairInCypher(r, o, xs[0].Members[0].ID, xs[0].Members[1].ID), meta}, nil
}
