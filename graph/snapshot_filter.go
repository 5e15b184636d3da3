package graph

// OnlyLinks is the snapshot with those links alone of which pick accepts a statement, told by the statements that it accepts.
// Everything else is as it was, entities keep their numbers.
func (s *Snapshot) OnlyLinks(pick func(LinkStatement) bool) *Snapshot {
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
