package graph

// OnlyLinks is the snapshot with those links alone of which pick accepts a statement, told by the statements that it accepts.
// Everything else is as it was, entities keep their numbers.
func (s *Snapshot) OnlyLinks(pick func(LinkStatement) bool) *Snapshot {
	v := s.again(pick)
	v.open.fewer = true
	return v
}

// Repacked is s without anything that no row needs: words that only rows needed which were taken out by Patch are gone for good. It is s
// itself where none was.
func (s *Snapshot) Repacked() *Snapshot {
	if !s.shed {
		return s
	}
	return s.again(func(LinkStatement) bool { return true })
}

// again builds s anew, with the links of which pick accepts a statement.
func (s *Snapshot) again(pick func(LinkStatement) bool) *Snapshot {
	b := NewBuilder(s.reports)
	for p := range s.Passages() {
		b.AddPassage(p)
	}
	for n := range s.NumEntities() {
		b.AddEntity(s.entityStatements(Node(n)))
	}
	for e := range s.NumLinks() {
		if st := keep(s.linkStatements(Edge(e)), pick); len(st) > 0 {
			b.AddLink(st)
		}
	}
	for _, n := range s.Notes("") {
		b.AddNote(&n)
	}
	for _, r := range s.redirects {
		b.AddRedirect(r)
	}
	v := b.must(s.release)
	v.asOf = s.asOf
	return v
}
