package graph

import (
	"net/url"
	"strings"
)

// report checks the record of the edition.
func (v *validator) report() {
	r := &v.b.Report
	v.id("$.report.id", r.ID, ReportKind)
	if ValidID(r.ID) && strings.Count(r.ID, ":") > 2 {
		v.bad("$.report.id", "id-form", "%q has three segments; a report has one or two, because its passages' ids add one", r.ID)
	}
	if !slug(r.Work) {
		v.bad("$.report.work", "work", "%q is no name of a work: a-z, 0-9 and - (the language versions of one edition share it)", r.Work)
	}
	v.reference("$.report.partnership", "reference", r.Partnership, Partnership)
	v.translated("$.report.title", "name-empty", r.Title)
	if r.Year < 1000 || r.Year > 9999 {
		v.bad("$.report.year", "year", "%d is no year of four digits", r.Year)
	}
	v.language("$.report.language", r.Language)
	if u, err := url.Parse(r.URL); r.URL != "" && (err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "") {
		v.bad("$.report.url", "url", "%q is no http or https address", r.URL)
	} else if u != nil && u.User != nil {
		v.bad("$.report.url", "url", "holds a user name or password, which would be shown to every reader; leave them out")
	}
	v.text("$.report.url", r.URL)
	v.hash("$.report.sha256", r.SHA256)
	v.hash("$.report.text_sha256", r.TextSHA256)
	if r.TextBytes < 0 {
		v.bad("$.report.text_bytes", "text-bytes", "%d is no length", r.TextBytes)
	}
	v.text("$.report.reader", r.Reader)
}

// hash checks the form of a SHA-256.
func (v *validator) hash(path, h string) {
	if len(h) != 64 || strings.Trim(h, "0123456789abcdef") != "" {
		v.bad(path, "hash", "%q is no SHA-256: 64 hex digits in lower case", h)
	}
}

// slug reports whether s is one segment of an id.
func slug(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
