package graph

// These read of every thing the little that counting needs, without unpacking it.

// StatedBy lists the places in Reports of the reports that state entity n, in the order of editions.
func (s *Snapshot) StatedBy(n Node) []int {
	u := unpacker{rest: s.entities.at(int(n))}
	slots := u.slots()
	for i, slot := range slots {
		slots[i] = int(s.slots[slot])
	}
	return slots
}

// StatedByAny reports whether any of reports, marked by their places in Reports, states entity n.
func (s *Snapshot) StatedByAny(n Node, reports []bool) bool {
	return s.anyOf(unpacker{rest: s.entities.at(int(n))}, reports)
}

// LinkStatedByAny is StatedByAny for a link.
func (s *Snapshot) LinkStatedByAny(e Edge, reports []bool) bool {
	return s.anyOf(unpacker{rest: s.links.at(int(e))}, reports)
}

// anyOf reads the slots that a row begins with.
func (s *Snapshot) anyOf(u unpacker, reports []bool) bool {
	for k := u.uint(); k > 0; k-- {
		if reports[s.slots[u.uint()]] {
			return true
		}
	}
	return false
}

// NumNamesOfOurs is the number of languages in which the name of entity n is not an official one.
func (s *Snapshot) NumNamesOfOurs(n Node) int {
	u := unpacker{s.entities.at(int(n)), &s.words}
	st := make([]EntityStatement, u.uint())
	for range st {
		u.uint()
	}
	e := Entity{ID: s.ID(n), Kind: s.Kind(n)}
	for i := range st {
		e.Name, e.NameSource = u.names(), u.names()
		u.skipTexts(u.uint())
		u.skipProperties()
		u.skipEvidence()
		st[i].Entity = e
	}
	return len(NewMergedEntity(st).NameSource)
}

// Basis is what link e rests on, as the newest edition that states it says.
func (s *Snapshot) Basis(e Edge) Basis {
	u := unpacker{s.links.at(int(e)), &s.words}
	var l Link
	for range u.slots() {
		u.basis(&l)
		u.uint()
		u.skipEvidence()
	}
	return l.Basis
}

// EachEntityPassage calls yield with the number of each passage that tells of entity n, from 0 in the order of Passages; one that
// several editions name comes several times.
func (s *Snapshot) EachEntityPassage(n Node, yield func(passage int)) { s.entityPlaces(n, yield) }

// EachLinkPassage is EachEntityPassage for a link.
func (s *Snapshot) EachLinkPassage(e Edge, yield func(passage int)) { s.linkPlaces(e, yield) }

// EachNotePassage is EachEntityPassage for note i of Notes("").
func (s *Snapshot) EachNotePassage(i int, yield func(passage int)) { s.notePlaces(i, yield) }

// EachPassageReport calls yield with the number of each passage, the place in Reports of the one that it stands in, and whether its
// quote was attached.
func (s *Snapshot) EachPassageReport(yield func(passage, report int, quote bool)) {
	for i := range s.passages.len() {
		u := unpacker{rest: s.passages.rows.at(i)}
		yield(i, int(s.slots[u.uint()]), s.quotes[int32(i)] != "")
	}
}
