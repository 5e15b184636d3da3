package api

import (
	"net/url"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// Meta says what a list was computed from and what of it is shown.
type Meta struct {
	Release   string            `json:"release" doc:"First 16 hex digits of the graph's digest: the same graph answers the same bytes."`
	AsOf      *int              `json:"as_of" doc:"Year that the answer is as of; null where it does not depend on one."`
	Today     string            `json:"today" doc:"Date that due dates were judged against."`
	Total     int               `json:"total" doc:"Items in the whole list."`
	Next      *string           `json:"next" doc:"Cursor of the next page; null on the last."`
	Truncated bool              `json:"truncated" doc:"There are further pages."`
	Method    *crosswalk.Method `json:"method"`
}

// Links are addresses of the list and its next page.
type Links struct {
	Self string  `json:"self"`
	Next *string `json:"next"`
}

// List is the envelope of every list.
type List[T any] struct {
	Items []T   `json:"items"`
	Meta  Meta  `json:"meta"`
	Links Links `json:"links"`
}

// Paging are the parameters of every list.
type Paging struct {
	Common
	Limit  int    `query:"limit" minimum:"1" maximum:"1000" default:"100" doc:"Items a page."`
	Cursor string `query:"cursor" maxLength:"200" doc:"Where to go on: meta.next of the page before."`
}

// page cuts a whole list. CSV is the whole list where no limit is asked for.
func page[T any](q *query, p *Paging, all []T, asOf *int, method *crosswalk.Method) (List[T], error) {
	from, err := q.start(p)
	if err != nil {
		return List[T]{}, err
	}
	limit := p.Limit
	if wantsCSV(q.ctx) && !limited(target(q.ctx)) {
		limit = len(all)
	}
	from = min(from, len(all))
	to := min(from+limit, len(all))
	l := List[T]{Items: all[from:to], Meta: Meta{Release: q.snap.Release().ID(), AsOf: asOf, Today: q.today, Total: len(all), Method: method}, Links: Links{Self: target(q.ctx)}}
	if l.Items == nil {
		l.Items = []T{}
	}
	if to < len(all) {
		next := cursor{q.snap.Release().ID(), q.list, to}.String()
		l.Meta.Next, l.Meta.Truncated = &next, true
		l.Links.Next = nextLink(target(q.ctx), next, q.snap.Release().ID())
	}
	return l, nil
}

// limited reports whether an address asks for a limit, however it is written.
func limited(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Query().Has("limit")
}

// nextLink is the address with the cursor and the release that it belongs to.
func nextLink(self, cursor, release string) *string {
	u, err := url.Parse(self)
	if err != nil {
		return nil
	}
	v := u.Query()
	v.Set("cursor", cursor)
	v.Set("release", release)
	u.RawQuery = v.Encode()
	s := u.String()
	return &s
}

// rows makes a table of a list's items.
func rows[T any](table func([]T) export.Table) func(List[T]) export.Table {
	return func(l List[T]) export.Table { return table(l.Items) }
}
