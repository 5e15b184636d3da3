package api

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// PairFilter chooses pairs of a list.
type PairFilter struct {
	Group   string   `query:"group" maxLength:"200" doc:"Id of a group that the pair holds."`
	Band    []string `query:"band" enum:"strong,established,emerging,mentioned,latent,none" doc:"Only pairs of these bands. Default: all with a score above 0."`
	Channel string   `query:"channel" enum:"session,project,commitment,reference,institution,theme" doc:"Only pairs with anything in this channel; never rescores."`
}

func (f PairFilter) filter() crosswalk.Filter {
	out := crosswalk.Filter{Group: f.Group, Channel: f.Channel}
	for _, b := range f.Band {
		out.Bands = append(out.Bands, crosswalk.Band(b))
	}
	return out
}

type crosswalksIn struct {
	Paging
	Scoring
	PairFilter
}

func crosswalks(q *query, in *crosswalksIn) (List[crosswalk.Explanation], error) {
	xs, r, err := q.explained(in.Scoring, in.filter())
	if err != nil {
		return List[crosswalk.Explanation]{}, err
	}
	year, method := scored(r)
	return page(q, &in.Paging, xs, year, method)
}

// explained is the chosen pairs with their rank intervals.
func (q *query) explained(s Scoring, f crosswalk.Filter) ([]crosswalk.Explanation, *crosswalk.Ranking, error) {
	r, o, err := q.ranking(s)
	if err != nil {
		return nil, nil, err
	}
	xs, err := r.List(f)
	if err != nil {
		return nil, nil, err
	}
	return xs, r, q.intervals(r, o, xs)
}

func (q *query) intervals(r *crosswalk.Ranking, o crosswalk.Options, xs []crosswalk.Explanation) error {
	all, err := q.api.svc.Intervals(q.snap, o)
	if err != nil {
		return err
	}
	for i := range xs {
		xs[i].RankInterval = r.Interval(all, xs[i].Members[0].ID, xs[i].Members[1].ID)
	}
	return nil
}

// PairItem is one counted item of one pair.
type PairItem struct {
	Pair       string             `json:"pair"`
	Members    []crosswalk.Member `json:"members"`
	Channel    string             `json:"channel"`
	Direct     bool               `json:"direct"`
	Mass       float64            `json:"mass"`
	R          float64            `json:"r"`
	H          float64            `json:"h"`
	Value      float64            `json:"value"`
	PartPoints float64            `json:"part_points"`
	crosswalk.Item

	x crosswalk.Explanation
}

func crosswalkItems(q *query, in *crosswalksIn) (List[PairItem], error) {
	xs, r, err := q.explained(in.Scoring, in.filter())
	if err != nil {
		return List[PairItem]{}, err
	}
	var out []PairItem
	for _, x := range xs {
		for _, p := range x.Parts {
			for _, i := range p.Items {
				one := x
				one.Parts = []crosswalk.Part{p}
				one.Parts[0].Items = []crosswalk.Item{i}
				out = append(out, PairItem{x.ID, x.Members, p.Channel, p.Direct, p.Mass, p.R, p.H, p.Value, p.Points, i, one})
			}
		}
	}
	year, method := scored(r)
	return page(q, &in.Paging, out, year, method)
}

func itemsTable(is []PairItem) export.Table {
	xs := make([]crosswalk.Explanation, len(is))
	for i, it := range is {
		xs[i] = it.x
	}
	return export.Items(xs)
}

type matrixIn struct {
	Common
	Scoring
	Channel string `query:"channel" enum:"session,project,commitment,reference,institution,theme" doc:"Show only this channel; never rescores."`
}

// MatrixAnswer is the matrix with its release.
type MatrixAnswer struct {
	crosswalk.Matrix
	Meta Meta `json:"meta"`
}

func matrix(q *query, in *matrixIn) (MatrixAnswer, error) {
	r, _, err := q.ranking(in.Scoring)
	if err != nil {
		return MatrixAnswer{}, err
	}
	m, err := r.Matrix(in.Channel)
	meta := q.meta(len(m.Groups) * (len(m.Groups) - 1) / 2)
	meta.AsOf, meta.Method = scored(r)
	return MatrixAnswer{m, meta}, err
}

type pairIn struct {
	Common
	Scoring
	A string `path:"a" maxLength:"200" doc:"Id of a group."`
	B string `path:"b" maxLength:"200" doc:"Id of another group."`
}

// PairAnswer is one explanation with its release.
type PairAnswer struct {
	crosswalk.Explanation
	Meta Meta `json:"meta"`
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
	return PairAnswer{xs[0], meta}, nil
}

type seriesIn struct {
	Paging
	Scoring
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
	r, _, err := q.ranking(in.Scoring)
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
	s := in.Scoring
	s.AsOf = year
	if q.snap.AsOf(year).Newest(in.Partnership) == 0 {
		return []SeriesPoint{{Year: year, State: "no_edition", Members: []crosswalk.Member{}}}, nil
	}
	r, _, err := q.ranking(s)
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
