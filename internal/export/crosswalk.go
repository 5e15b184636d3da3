package export

import (
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Pairs has one row a pair: score (empty where state says that nothing can be said), context, and mass, r, h, value and points
// of every channel.
func Pairs(xs []crosswalk.Explanation) Table {
	t := Table{Columns: columns("id", "a", "a_name_en", "b", "b_name_en", "state", "band", "rank", "rank_low", "rank_high", "score", "context", "events")}
	for _, c := range crosswalk.Channels {
		for _, f := range []string{"mass", "r", "h", "value", "points"} {
			t.Columns = append(t.Columns, c.String()+"_"+f)
		}
	}
	t.Columns = append(t.Columns, "depends_on_one", "against", "as_of")
	for _, x := range xs {
		t.Rows = append(t.Rows, pairRow(x))
	}
	return t
}

func pairRow(x crosswalk.Explanation) []any {
	low, high := any(nil), any(nil)
	if x.RankInterval != nil {
		low, high = x.RankInterval[0], x.RankInterval[1]
	}
	events := 0
	parts := map[string]crosswalk.Part{}
	for _, p := range x.Parts {
		parts[p.Channel] = p
		if p.Direct {
			events += len(p.Items)
		}
	}
	r := row(x.ID, x.Members[0].ID, english(x.Members[0].Name), x.Members[1].ID, english(x.Members[1].Name), x.State, string(x.Band), x.Rank, low, high, x.Score, x.Context, events)
	for _, c := range crosswalk.Channels {
		p, ok := parts[c.String()]
		if !ok {
			w := x.Parameters.Channel[c]
			p = crosswalk.Part{R: w.R, H: w.H}
		}
		r = append(r, p.Mass, p.R, p.H, p.Value, p.Points)
	}
	one := ""
	if x.DependsOnOne != nil {
		one = x.DependsOnOne.ID
	}
	var against []string
	for _, a := range x.Against {
		against = append(against, a.Code)
	}
	return append(r, one, against, x.Method.AsOf)
}

// Items has one row a counted item, with every factor of its weight: weight = confidence · status_weight · age_weight /
// (groups - 1) - offset in the direct channels, 1/(groups - 1) in the context ones; points = part_points · weight / mass. section,
// paragraph and gist_en say of each of the passages, in their order, where it stands in the report and what it says; s holds them.
func Items(s *graph.Snapshot, xs []crosswalk.Explanation) Table {
	t := Table{Columns: columns("pair", "a", "b", "channel", "direct", "entity", "link", nameColumns, "status", "year", "dated", "confidence", "groups", "group_ids",
		"status_weight", "age_weight", "offset", "weight", "mass", "r", "h", "value", "part_points", "points", "told_by", "passages", "also_told", "as_of", "section", "paragraph", "gist_en")}
	for _, x := range xs {
		for _, p := range x.Parts {
			for _, i := range p.Items {
				year := any(nil)
				if i.Year > 0 {
					year = i.Year
				}
				t.Rows = append(t.Rows, row(x.ID, x.Members[0].ID, x.Members[1].ID, p.Channel, p.Direct, i.Entity, i.Link, nameCells(i.Name), i.Status, year, i.Dated,
					i.Confidence, len(i.Groups), i.Groups, i.StatusWeight, i.AgeWeight, i.Offset, i.Weight, p.Mass, p.R, p.H, p.Value, p.Points, i.Points,
					i.ToldBy, i.Passages, i.AlsoTold, x.Method.AsOf, placeCells(s, i.Passages)))
			}
		}
	}
	return t
}

// placeCells are the sections, paragraphs and gists of passages.
func placeCells(s *graph.Snapshot, ids []string) []any {
	var sections, paragraphs, gists []string
	for _, id := range ids {
		if p, ok := s.Passage(id); ok {
			sections = append(sections, strings.Join(p.Section, " › "))
			paragraphs = append(paragraphs, strconv.Itoa(p.Paragraph))
			gists = append(gists, strings.TrimSuffix(english(p.Gist), ".")) // a list joins them
		}
	}
	return []any{sections, paragraphs, gists}
}

// Matrix has one row a pair of rows and columns, every pair once, the empty ones too.
func Matrix(m crosswalk.Matrix) Table {
	t := Table{Columns: columns("id", "a", "a_name_en", "b", "b_name_en", "state", "score", "context", "band", "rank", "events")}
	for _, c := range crosswalk.Channels {
		t.Columns = append(t.Columns, c.String()+"_points")
	}
	for i, a := range m.Groups {
		for k := i + 1; k < len(m.Groups); k++ {
			b, c := m.Groups[k], m.Cells[i][k]
			r := row(c.ID, a.ID, english(a.Name), b.ID, english(b.Name), c.State, c.Score, c.Context, string(c.Band), c.Rank, c.Events)
			for _, ch := range crosswalk.Channels {
				r = append(r, c.Points[ch.String()])
			}
			t.Rows = append(t.Rows, r)
		}
	}
	return t
}
