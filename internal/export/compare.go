package export

import "github.com/crosswalk-kg/crosswalk/internal/explore"

// PairChanges has one row a link between groups that changed between two editions.
func PairChanges(c explore.Comparison) Table {
	t := Table{Columns: columns("id", "a", "a_name_en", "b", "b_name_en", "change", "from", "to", "score_before", "score_after", "band_before", "band_after", "rank_before", "rank_after")}
	for _, p := range c.Pairs {
		b, a := make([]any, 3), make([]any, 3)
		if p.Before != nil {
			b = []any{p.Before.Score, string(p.Before.Band), p.Before.Rank}
		}
		if p.After != nil {
			a = []any{p.After.Score, string(p.After.Band), p.After.Rank}
		}
		t.Rows = append(t.Rows, row(p.ID, p.Members[0].ID, english(p.Members[0].Name), p.Members[1].ID, english(p.Members[1].Name), p.Change, c.From, c.To, b[0], a[0], b[1], a[1], b[2], a[2]))
	}
	return t
}
