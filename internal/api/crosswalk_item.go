package api

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

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
	s *graph.Snapshot
}

// PairItems are the counted items of pairs, in their order; s holds their passages.
func PairItems(s *graph.Snapshot, xs []crosswalk.Explanation) []PairItem {
	out := []PairItem{}
	for _, x := range xs {
		for _, p := range x.Parts {
			for _, i := range p.Items {
				one := x
				one.Parts = []crosswalk.Part{p}
				one.Parts[0].Items = []crosswalk.Item{i}
				out = append(out, PairItem{x.ID, x.Members, p.Channel, p.Direct, p.Mass, p.R, p.H, p.Value, p.Points, i, one, s})
			}
		}
	}
	return out
}

func crosswalkItems(q *query, in *crosswalksIn) (List[PairItem], error) {
	xs, r, err := q.explained(in.Scoring, in.filter())
	if err != nil {
		return List[PairItem]{}, err
	}
	year, method := scored(r)
	return page(q, &in.Paging, PairItems(r.Model().Snapshot(), xs), year, method)
}

func itemsTable(is []PairItem) export.Table {
	var s *graph.Snapshot
	xs := make([]crosswalk.Explanation, len(is))
	for i, it := range is {
		xs[i], s = it.x, it.s
	}
	return export.Items(s, xs)
}
