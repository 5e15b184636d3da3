package graph

// AsOf is the snapshot of what the editions of year up to and including year state: properties, status and links
// are as those editions had them, and what no such edition states does not exist. Who is the same as whom is as judged
// now. A year before the first edition gives an empty view, whose Year is the one before the first edition. Views are kept.
func (s *Snapshot) AsOf(year int) *Snapshot {
	if len(s.graph.Reports) == 0 || year >= s.Newest("") {
		return s
	}
	year = max(year, s.graph.Reports[0].Year-1) // so that the number of views has a bound
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.years[year]; ok {
		return v
	}
	v := NewSnapshot(s.graph.asOf(year), s.release)
	v.asOf = year
	s.years[year] = v
	return v
}

// Year is the as-of year of the view, 0 where it holds all editions.
func (s *Snapshot) Year() int { return s.asOf }

// asOf is what the editions up to year state.
func (g *Graph) asOf(year int) *Graph {
	in := map[string]bool{}
	out := &Graph{Reports: keep(g.Reports, func(r Report) bool { return r.Year <= year })}
	for _, r := range out.Reports {
		in[r.ID] = true
	}
	out.Passages = keep(g.Passages, func(p Passage) bool { return in[p.Report] })
	out.Notes = keep(g.Notes, func(n Note) bool { return in[n.Report] })
	have := map[string]bool{}
	for _, e := range g.Entities {
		if st := keep(e.Statements, func(s EntityStatement) bool { return in[s.Report] }); len(st) > 0 {
			have[e.ID] = true
			out.Entities = append(out.Entities, NewMergedEntity(st))
		}
	}
	for _, l := range g.Links {
		if st := keep(l.Statements, func(s LinkStatement) bool { return in[s.Report] }); len(st) > 0 {
			out.Links = append(out.Links, NewMergedLink(l.Key, st))
		}
	}
	out.Redirects = keep(g.Redirects, func(r Redirect) bool { return have[r.New] })
	return out
}
