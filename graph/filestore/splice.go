package filestore

import (
	"cmp"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// spliced is the outcome of splice.
type spliced struct {
	before, after *graph.Graph // the rows that the change can touch, as they were and as they are
	next          *graph.Graph // the whole
}

// splice takes what the reports in gone state out of a merged graph and puts what bundles state into it. What comes out is what
// graph.Merge makes of all bundles, as long as there are no judgements; only the new bundles are merged. It is not ok
// where one id has two kinds, which Merge must tell.
func splice(old *graph.Graph, gone map[string]bool, put []graph.Bundle) (s spliced, ok bool, err error) {
	fresh, err := graph.Merge(put, nil)
	if err != nil {
		return s, false, err
	}
	s.before, s.after, s.next = &graph.Graph{}, &graph.Graph{}, &graph.Graph{}
	reports := splitRows(old.Reports, fresh.Reports, func(r graph.Report) bool { return gone[r.ID] })
	slices.SortFunc(reports.next, func(a, b graph.Report) int {
		if a.Before(b) {
			return -1
		}
		return 1 // ids differ
	})
	passages := splitRows(old.Passages, fresh.Passages, func(p graph.Passage) bool { return gone[p.Report] })
	slices.SortFunc(passages.next, func(a, b graph.Passage) int { return cmp.Compare(a.ID, b.ID) })
	notes := splitRows(old.Notes, fresh.Notes, func(n graph.Note) bool { return gone[n.Report] })
	slices.SortFunc(notes.next, func(a, b graph.Note) int { return cmp.Compare(a.ID, b.ID) })
	order := editionOrder(reports.next)
	entities := spliceRows(old.Entities, fresh.Entities, entityRows(gone, order))
	links := spliceRows(old.Links, fresh.Links, linkRows(gone, order))
	for part, to := range []*graph.Graph{s.before, s.after, s.next} {
		*to = graph.Graph{Reports: reports.part(part), Passages: passages.part(part), Notes: notes.part(part), Entities: entities.part(part), Links: links.part(part)}
	}
	return s, !slices.ContainsFunc(s.after.Entities, twoKinds), nil
}

func twoKinds(e graph.MergedEntity) bool {
	return slices.ContainsFunc(e.Statements, func(s graph.EntityStatement) bool { return s.Kind != e.Kind })
}

// editionOrder numbers reports.
func editionOrder(reports []graph.Report) map[string]int {
	order := make(map[string]int, len(reports))
	for i, r := range reports {
		order[r.ID] = i
	}
	return order
}

// rows are rows of one class: those touched, as they were and as they are, and all as they are.
type rows[T any] struct{ before, after, next []T }

func (r rows[T]) part(i int) []T { return [][]T{r.before, r.after, r.next}[i] }

// splitRows replaces the rows that are gone by fresh ones; next is not sorted.
func splitRows[T any](old, fresh []T, gone func(T) bool) rows[T] {
	r := rows[T]{after: fresh}
	for _, v := range old {
		if gone(v) {
			r.before = append(r.before, v)
		} else {
			r.next = append(r.next, v)
		}
	}
	r.next = append(r.next, fresh...)
	return r
}

// rowsOf says how rows that several reports state are taken apart and united.
type rowsOf[T any] struct {
	key     func(*T) string
	touched func(*T) bool        // by a report that is gone
	unite   func(old, new *T) *T // of what is not gone; either may be nil; nil where nothing is left
}

// spliceRows unites two lists in the order of their keys.
func spliceRows[T any](old, fresh []T, of rowsOf[T]) (r rows[T]) {
	for len(old) > 0 || len(fresh) > 0 {
		var o, f *T
		switch {
		case len(fresh) == 0 || len(old) > 0 && of.key(&old[0]) < of.key(&fresh[0]):
			o, old = &old[0], old[1:]
		case len(old) == 0 || of.key(&fresh[0]) < of.key(&old[0]):
			f, fresh = &fresh[0], fresh[1:]
		default:
			o, f, old, fresh = &old[0], &fresh[0], old[1:], fresh[1:]
		}
		if f == nil && !of.touched(o) {
			r.next = append(r.next, *o)
			continue
		}
		if o != nil {
			r.before = append(r.before, *o)
		}
		if now := of.unite(o, f); now != nil {
			r.after, r.next = append(r.after, *now), append(r.next, *now)
		}
	}
	return r
}

func entityRows(gone map[string]bool, order map[string]int) rowsOf[graph.MergedEntity] {
	report := func(s graph.EntityStatement) string { return s.Report }
	return rowsOf[graph.MergedEntity]{
		key: func(e *graph.MergedEntity) string { return e.ID },
		touched: func(e *graph.MergedEntity) bool {
			return slices.ContainsFunc(e.Statements, func(s graph.EntityStatement) bool { return gone[s.Report] })
		},
		unite: func(old, fresh *graph.MergedEntity) *graph.MergedEntity {
			var was, is []graph.EntityStatement
			if old != nil {
				was = old.Statements
			}
			if fresh != nil {
				is = fresh.Statements
			}
			all := statements(was, is, report, gone, order)
			if len(all) == 0 {
				return nil
			}
			e := graph.NewMergedEntity(all)
			return &e
		},
	}
}

func linkRows(gone map[string]bool, order map[string]int) rowsOf[graph.MergedLink] {
	report := func(s graph.LinkStatement) string { return s.Report }
	return rowsOf[graph.MergedLink]{
		key: func(l *graph.MergedLink) string { return l.Key },
		touched: func(l *graph.MergedLink) bool {
			return slices.ContainsFunc(l.Statements, func(s graph.LinkStatement) bool { return gone[s.Report] })
		},
		unite: func(old, fresh *graph.MergedLink) *graph.MergedLink {
			var was, is []graph.LinkStatement
			key := ""
			if old != nil {
				was, key = old.Statements, old.Key
			}
			if fresh != nil {
				is, key = fresh.Statements, fresh.Key
			}
			all := statements(was, is, report, gone, order)
			if len(all) == 0 {
				return nil
			}
			l := graph.NewMergedLink(key, all)
			return &l
		},
	}
}

// statements are those that are not gone and the fresh ones, in the order of editions.
func statements[S any](was, fresh []S, report func(S) string, gone map[string]bool, order map[string]int) []S {
	var all []S
	for _, s := range was {
		if !gone[report(s)] {
			all = append(all, s)
		}
	}
	all = append(all, fresh...)
	slices.SortStableFunc(all, func(a, b S) int { return cmp.Compare(order[report(a)], order[report(b)]) })
	return all
}
