package api

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

type seriesIn struct {
	Paging
	Weighing
	PairFilter
	From int `query:"from" minimum:"1900" maximum:"2200" doc:"First year. Default: that of the first edition."`
	To   int `query:"to" minimum:"1900" maximum:"2200" doc:"Last year. Default: that of the newest edition."`
}

// SeriesPoint is one pair as of one year, as the matrix of that year has it. Years before the first edition are no_edition, not zero.
type SeriesPoint struct {
	Year    int                `json:"year"`
	State   string             `json:"state" enum:"linked,zero,no-chapter,not-active,no_edition" doc:"Whether the score says anything. no_edition: no edition is of that year or an earlier one; one row says so."`
	ID      string             `json:"id,omitempty"`
	Members []crosswalk.Member `json:"members"`
	Score   *float64           `json:"score" doc:"Null where state says that nothing can be said."`
	Context *float64           `json:"context"`
	Band    crosswalk.Band     `json:"band,omitempty"`
	Rank    *int               `json:"rank"`
}

// maxYears is the most years of a series.
const maxYears = 60

func series(q *query, in *seriesIn) (List[SeriesPoint], error) {
	r, _, err := q.ranking(Scoring{Weighing: in.Weighing})
	if err != nil {
		return List[SeriesPoint]{}, err
	}
	partnership := r.Model().Snapshot().ID(r.Model().Partnership)
	from, to := in.From, in.To
	for _, e := range q.snap.Reports() {
		if e.Partnership == partnership && (from == 0 || in.From == 0 && e.Year < from) {
			from = e.Year
		}
	}
	if to == 0 {
		to = q.snap.Newest(partnership)
	}
	if from > to || to-from >= maxYears {
		return List[SeriesPoint]{}, fmt.Errorf("from=%d to=%d: from must not lie after to, and a series has at most %d years: %w", from, to, maxYears, graph.ErrInvalid)
	}
	var out []SeriesPoint
	for y := from; y <= to; y++ {
		points, err := q.asOf(in, y)
		if err != nil {
			return List[SeriesPoint]{}, err
		}
		out = append(out, points...)
	}
	_, method := scored(r)
	return page(q, &in.Paging, out, nil, method)
}

// asOf is the pairs as of one year.
func (q *query) asOf(in *seriesIn, year int) ([]SeriesPoint, error) {
	if q.snap.AsOf(year).Newest(in.Partnership) == 0 {
		return []SeriesPoint{{Year: year, State: "no_edition", Members: []crosswalk.Member{}}}, nil
	}
	r, _, err := q.ranking(Scoring{in.Weighing, year})
	if err != nil {
		return nil, err
	}
	f := in.filter()
	if f.Group != "" {
		if _, known := r.Model().Snapshot().Lookup(f.Group); !known {
			return []SeriesPoint{}, nil // a group that came later has no link yet
		}
	}
	xs, err := r.List(f)
	var out []SeriesPoint
	for _, x := range xs {
		out = append(out, SeriesPoint{year, x.State, x.ID, x.Members, x.Score, x.Context, x.Band, x.Rank})
	}
	return out, err
}

func seriesTable(ps []SeriesPoint) export.Table {
	t := export.Table{Columns: []string{"year", "state", "id", "a", "b", "score", "context", "band", "rank"}}
	for _, p := range ps {
		a, b := "", ""
		if len(p.Members) == 2 {
			a, b = p.Members[0].ID, p.Members[1].ID
		}
		t.Add(p.Year, p.State, p.ID, a, b, p.Score, p.Context, string(p.Band), p.Rank)
	}
	return t
}
