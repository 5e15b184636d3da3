package graph

// AsOf is the snapshot of what the editions of year up to and including year state: properties, status and links
// are as those editions had them, and what no such edition states does not exist. Who is the same as whom is as judged
// now. A year before the first edition gives an empty view, whose Year is the one before the first edition. Views are kept.
func (s *Snapshot) AsOf(year int) *Snapshot {
	if len(s.reports) == 0 || year >= s.Newest("") {
		return s
	}
	year = max(year, s.reports[0].Year-1) // so that the number of views has a bound
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.years[year]; ok {
		return v
	}
	v := s.upTo(year)
	v.asOf = year
	s.years[year] = v
	return v
}

// Year is the as-of year of the view, 0 where it holds all editions.
func (s *Snapshot) Year() int { return s.asOf }

// upTo is what the editions up to year state.
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
