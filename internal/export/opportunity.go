package export

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// Opportunities has one row an opportunity; those of institutions have no numbers.
func Opportunities(os []opportunity.Opportunity) Table {
	t := Table{Columns: columns("id", "kind", "level", "rank", "rank_low", "rank_high", "a", "a_name_en", "b", "b_name_en", "c", "c_name_en", "score", "in_common", "not_yet",
		"reasons", "next_steps", "against", "ready", "convener", "as_of")}
	for _, o := range os {
		low, high := any(nil), any(nil)
		if o.RankInterval != nil {
			low, high = o.RankInterval[0], o.RankInterval[1]
		}
		m := make([]any, 6)
		for i, x := range o.Members {
			name, _ := x.Name.In("en")
			m[2*i], m[2*i+1] = x.ID, name
		}
		common, notYet, convener := any(nil), any(nil), ""
		if o.Factors != nil {
			common, notYet = o.Factors.InCommon, o.Factors.NotYet
		}
		if o.Convener != nil {
			convener = o.Convener.ID
		}
		var next []string
		for _, n := range o.NextSteps {
			next = append(next, n.ID)
		}
		t.Rows = append(t.Rows, row(o.ID, o.Kind, o.Level, o.Rank, low, high, m, o.Score, common, notYet, texts(o.Reasons), next, codes(o.Against), codes(o.Ready), convener, o.Method.AsOf))
	}
	return t
}

func texts(rs []crosswalk.Reason) []string {
	var out []string
	for _, r := range rs {
		out = append(out, strings.TrimSuffix(r.Text, ".")) // a list joins them
	}
	return out
}

func codes(rs []crosswalk.Reason) []string {
	var out []string
	for _, r := range rs {
		out = append(out, r.Code)
	}
	return out
}

// CommonGround has one row a theme.
func CommonGround(gs []opportunity.Ground) Table {
	t := Table{Columns: columns("theme", nameColumns, "groups", "of", "group_ids", "narrower", "passages")}
	for _, g := range gs {
		t.Rows = append(t.Rows, row(g.Theme.ID, nameCells(g.Theme.Name), len(g.Groups), g.Of, memberIDs(g.Groups), memberIDs(g.Narrower), g.Passages))
	}
	return t
}

func memberIDs(ms []crosswalk.Member) []string {
	var out []string
	for _, m := range ms {
		out = append(out, m.ID)
	}
	return out
}
