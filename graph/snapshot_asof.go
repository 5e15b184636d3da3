package graph

import (
	"slices"
	"sync"
)

// mostViews is how many views of earlier years a snapshot keeps: those asked for last.
const mostViews = 8

// view is the snapshot as of a year, made once for all who ask for it.
type view struct {
	year int
	once sync.Once
	made *Snapshot
}

// AsOf is the snapshot of what the editions of year up to and including year state: properties, status and links
// are as those editions had them, and what no such edition states does not exist. Who is the same as whom is as judged
// now. The view is that of the newest edition up to year, and of the year before the first edition, and empty, where there is none
// yet. Some views are kept.
func (s *Snapshot) AsOf(year int) *Snapshot {
	if len(s.reports) == 0 || year >= s.Newest("") {
		return s
	}
	until := s.reports[0].Year - 1
	for _, r := range s.reports { // years without an edition have the view of the one before
		if r.Year <= year {
			until = r.Year
		}
	}
	v := s.view(until)
	v.once.Do(func() {
		var ok bool
		if v.made, ok = s.without(v.year); !ok {
			v.made = s.upTo(v.year)
		}
		v.made.asOf = v.year
		v.made.open.fewer = true
	})
	return v.made
}

// view is the place of a view, the one asked for last standing last.
func (s *Snapshot) view(year int) *view {
	s.mu.Lock()
	defer s.mu.Unlock()
	i := slices.IndexFunc(s.views, func(v *view) bool { return v.year == year })
	v := &view{year: year}
	switch {
	case i >= 0:
		v = s.views[i]
		s.views = slices.Delete(s.views, i, i+1)
	case len(s.views) == mostViews:
		s.views = slices.Delete(s.views, 0, 1)
	}
	s.views = append(s.views, v)
	return v
}

// Year is the as-of year of the view, 0 where it holds all editions.
func (s *Snapshot) Year() int { return s.asOf }

// without is s without the editions after year: rows that those do not state are copied. It is not ok where Patch is not, and where
// most editions are later: making the view anew costs less then.
func (s *Snapshot) without(year int) (v *Snapshot, ok bool) {
	gone, later := map[string]bool{}, 0
	for _, r := range s.reports {
		if r.Year > year {
			gone[r.ID] = true
			later++
		}
	}
	if 2*later > len(s.reports) {
		return nil, false
	}
	x, ok := s.patch(s.release, gone, nil, tellNothing)
	if !ok {
		return nil, false
	}
	next := x.b.s
	for i, quote := range s.quotes {
		if at, there := next.passages.number(s.passages.id(int(i))); there {
			next.quotes[int32(at)] = quote
		}
	}
	return next, true
}

// upTo is what the editions up to year state, made anew.
func (s *Snapshot) upTo(year int) *Snapshot {
	reports := keep(s.reports, func(r Report) bool { return r.Year <= year })
	in := map[string]bool{}
	for _, r := range reports {
		in[r.ID] = true
	}
	b := NewBuilder(reports)
	for p := range s.Passages() {
		if in[p.Report] {
			b.AddPassage(p)
		}
	}
	for n := range s.NumEntities() {
		if st := keep(s.entityStatements(Node(n)), func(s EntityStatement) bool { return in[s.Report] }); len(st) > 0 {
			b.AddEntity(st)
		}
	}
	for e := range s.NumLinks() {
		if st := keep(s.linkStatements(Edge(e)), func(s LinkStatement) bool { return in[s.Report] }); len(st) > 0 {
			b.AddLink(st)
		}
	}
	for _, n := range s.Notes("") {
		if in[n.Report] {
			b.AddNote(&n)
		}
	}
	for _, r := range s.redirects {
		if _, there := b.nodes[r.New]; there {
			b.AddRedirect(r)
		}
	}
	return b.must(s.release)
}
