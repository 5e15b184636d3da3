package export

import (
	"slices"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// Entities has one row an entity, with a column for every property of the kinds given, whatever stands in it; of none, of the kinds
// that do.
func Entities(rows []explore.Row, kinds ...graph.Kind) Table {
	if len(kinds) == 0 {
		kinds = kindsOf(rows)
	}
	props := propertiesOf(kinds)
	t := Table{Columns: columns("id", "kind", nameColumns, "aliases")}
	for _, p := range props {
		t.Columns = append(t.Columns, propertyColumns(p)...)
	}
	t.Columns = append(t.Columns, "state", "years", "groups", "institutions", "themes", "places", "passages")
	for _, r := range rows {
		out := row(r.ID, string(r.Kind), nameCells(r.Name), r.Aliases)
		for _, p := range props {
			out = append(out, propertyCells(p, r.Properties[p.Name])...)
		}
		t.Rows = append(t.Rows, append(out, r.State, ints(r.Years), r.Groups, r.Institutions, r.Themes, r.Places, r.Passages))
	}
	return t
}

// kindsOf lists the kinds in rows, in the order of the vocabulary.
func kindsOf(rows []explore.Row) []graph.Kind {
	present := map[graph.Kind]bool{}
	for _, r := range rows {
		present[r.Kind] = true
	}
	return slices.DeleteFunc(slices.Clone(graph.Kinds), func(k graph.Kind) bool { return !present[k] })
}

// propertiesOf lists the properties of kinds, each name once.
func propertiesOf(kinds []graph.Kind) []graph.Property {
	seen := map[string]bool{}
	var out []graph.Property
	for _, k := range kinds {
		for _, p := range graph.EntityProperties[k] {
			if !seen[p.Name] && p.Type != graph.TermsType {
				seen[p.Name] = true
				out = append(out, p)
			}
		}
	}
	return out
}

func propertyColumns(p graph.Property) []string {
	if p.Type == graph.AmountType {
		return []string{p.Name + "_value", p.Name + "_currency", p.Name + "_period"}
	}
	return []string{p.Name}
}

func propertyCells(p graph.Property, v any) []any {
	if p.Type != graph.AmountType {
		return []any{v}
	}
	a, ok := v.(graph.Amount)
	if !ok {
		return []any{nil, nil, nil}
	}
	return []any{a.Value, a.Currency, a.Period}
}

func ints(ns []int) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = strconv.Itoa(n)
	}
	return out
}

// Neighbours has one row a link of a thing.
func Neighbours(ns []explore.Neighbour) Table {
	t := Table{Columns: columns("link", "type", "direction", "other", "other_kind", nameColumns, "role", "status", "side", "title", "stance", "since", "until", "years", "basis", "confidence", "passages")}
	for _, n := range ns {
		p := n.Properties
		t.Rows = append(t.Rows, row(n.Link, string(n.Type), n.Direction, n.Other.ID, string(n.Other.Kind), nameCells(n.Other.Name), p.Text("role"), p.Text("status"),
			p.Text("side"), p.Text("title"), p.Text("stance"), p.Text("since"), p.Text("until"), ints(n.Years), string(n.Basis), n.Confidence, n.Passages))
	}
	return t
}

// Paths has one row a hop.
func Paths(ps explore.Paths) Table {
	t := Table{Columns: columns("path", "cost", "hop", "from", "from_name_en", "type", "forward", "role", "to", "to_name_en", "link", "years", "passages")}
	for i, p := range ps.Items {
		for k, h := range p.Hops {
			t.Rows = append(t.Rows, row(i+1, p.Cost, k+1, p.Things[k].ID, english(p.Things[k].Name), string(h.Type), h.Forward, h.Role,
				p.Things[k+1].ID, english(p.Things[k+1].Name), h.Link, ints(h.Years), h.Passages))
		}
	}
	return t
}

func english(n graph.Names) string { s, _ := n.In("en"); return s }

// Interlocks has one row a shared thing and chosen thing.
func Interlocks(xs []explore.Interlock) Table {
	t := Table{Columns: columns("thing", "kind", nameColumns, "shared", "overlap", "member", "types", "since", "until", "years", "passages")}
	for _, x := range xs {
		for _, m := range x.Members {
			var types []string
			for _, ty := range m.Types {
				types = append(types, string(ty))
			}
			t.Rows = append(t.Rows, row(x.Thing.ID, string(x.Thing.Kind), nameCells(x.Thing.Name), x.Shared, x.Overlap, m.ID, types, string(m.Since), string(m.Until), ints(m.Years), m.Passages))
		}
	}
	return t
}

// Connectors has one row an institution.
func Connectors(cs []explore.Connector) Table {
	t := Table{Columns: columns("institution", nameColumns, "country", "type", "groups", "group_ids", "links_of_one", "passages")}
	for _, c := range cs {
		t.Rows = append(t.Rows, row(c.Institution.ID, nameCells(c.Institution.Name), c.Country, c.Type, len(c.Groups), memberIDs(c.Groups), c.LinksOfOne, c.Passages))
	}
	return t
}

// Passages has one row a passage.
func Passages(ps []graph.Passage) Table {
	t := Table{Columns: columns("id", "report", "section", "paragraph", "chapter", "line", "page", "start", "end", "gist_en", "gist_fr", "gist_es", "quote")}
	for _, p := range ps {
		t.Rows = append(t.Rows, row(p.ID, p.Report, p.Section, p.Paragraph, p.Chapter, zero(p.Line), zero(p.Page), p.Start, p.End, p.Gist["en"], p.Gist["fr"], p.Gist["es"], p.Quote))
	}
	return t
}

// Notes has one row a note.
func Notes(ns []graph.Note) Table {
	t := Table{Columns: columns("id", "kind", "report", "about", "gist_en", "gist_fr", "gist_es", "passages")}
	for _, n := range ns {
		t.Rows = append(t.Rows, row(n.ID, string(n.Kind), n.Report, n.About, n.Gist["en"], n.Gist["fr"], n.Gist["es"], n.Evidence))
	}
	return t
}

// Reports has one row a loaded report.
func Reports(rs []explore.ReportSummary) Table {
	t := Table{Columns: columns("id", "work", "partnership", "year", "language", "title", "passages", "quotes", "sha256", "text_sha256", "url")}
	for _, r := range rs {
		t.Rows = append(t.Rows, row(r.ID, r.Work, r.Partnership, r.Year, r.Language, english(r.Title), r.Passages, r.Quotes, r.SHA256, r.TextSHA256, r.URL))
	}
	return t
}

// Releases has one row a release, newest first.
func Releases(rs []graph.Release) Table {
	t := Table{Columns: columns("number", "id", "time", "by", "reports", "added", "changed", "removed", "digest")}
	for _, r := range rs {
		var reports []string
		for _, b := range r.Bundles {
			reports = append(reports, b.Report)
		}
		t.Rows = append(t.Rows, row(r.Number, r.ID(), r.Time.UTC().Format("2006-01-02T15:04:05Z"), r.By, reports, sum(r.Counts.Added), sum(r.Counts.Changed), sum(r.Counts.Removed), r.Digest))
	}
	return t
}

func sum(m map[string]int) int {
	n := 0
	for _, v := range m {
		n += v
	}
	return n
}

func zero(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// PairChanges has one row a link between groups that changed between two editions.
func PairChanges(c explore.Comparison) Table {
	t := Table{Columns: columns("id", "a", "b", "change", "from", "to", "score_before", "score_after", "band_before", "band_after", "rank_before", "rank_after")}
	for _, p := range c.Pairs {
		b, a := make([]any, 3), make([]any, 3)
		if p.Before != nil {
			b = []any{p.Before.Score, string(p.Before.Band), p.Before.Rank}
		}
		if p.After != nil {
			a = []any{p.After.Score, string(p.After.Band), p.After.Rank}
		}
		t.Rows = append(t.Rows, row(p.ID, p.Members[0].ID, p.Members[1].ID, p.Change, c.From, c.To, b[0], a[0], b[1], a[1], b[2], a[2]))
	}
	return t
}
