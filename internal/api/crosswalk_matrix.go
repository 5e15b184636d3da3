package api

import "github.com/crosswalk-kg/crosswalk/internal/crosswalk"

type matrixIn struct {
	Common
	Scoring
	Channel string `query:"channel" enum:"session,project,commitment,reference,institution,theme" doc:"Show only this channel; never rescores."`
}

// MatrixAnswer is the matrix with its release.
type MatrixAnswer struct {
	crosswalk.Matrix
	Cypher []AskedInCypher `json:"cypher" doc:"Queries of the catalogue that give the items and masses of all pairs in Cypher; empty where the parameters keep links out."`
	Meta   Meta            `json:"meta"`
}

func matrix(q *query, in *matrixIn) (MatrixAnswer, error) {
	r, o, err := q.ranking(in.Scoring)
	if err != nil {
		return MatrixAnswer{}, err
	}
	m, err := r.Matrix(in.Channel)
	meta := q.meta(len(m.Groups) * (len(m.Groups) - 1) / 2)
	meta.AsOf, meta.Method = scored(r)
	return MatrixAnswer{m, inCypher(r, o), meta}, err
}
