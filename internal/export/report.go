package export

import (
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

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
