package api

import "github.com/crosswalk-kg/crosswalk/internal/crosswalk"

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
	all, err := q.svc.Intervals(q.snap, o)
	if err != nil {
		return err
	}
	for i := range xs {
		xs[i].RankInterval = r.Interval(all, xs[i].Members[0].ID, xs[i].Members[1].ID)
	}
	return nil
}
