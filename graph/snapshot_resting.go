package graph

// Resting is what rests on one passage, each list ascending.
type Resting struct {
	Entities []Node
	Links    []Edge
	Notes    []Note
}

// RestingOn lists what rests on a passage; nothing where there is no such passage. The first call reads every row; what it finds
// is kept, four bytes for each time that something names a passage.
func (s *Snapshot) RestingOn(passage string) Resting {
	var r Resting
	i, ok := s.passages.number(passage)
	if !ok {
		return r
	}
	s.byPassage.Do(s.indexEvidence)
	entities, links := uint32(s.NumEntities()), uint32(s.NumLinks())
	for _, at := range s.resting.rows[s.resting.offsets[i]:s.resting.offsets[i+1]] {
		switch {
		case at < entities:
			r.Entities = append(r.Entities, Node(at))
		case at < entities+links:
			r.Links = append(r.Links, Edge(at-entities))
		default:
			r.Notes = append(r.Notes, s.note(int(at-entities-links)))
		}
	}
	return r
}

// restingIndex holds, for each passage, the rows that name it: entities, then links, then notes, numbered through.
type restingIndex struct {
	offsets []uint32
	rows    []uint32
}

func (s *Snapshot) indexEvidence() {
	x := restingIndex{offsets: make([]uint32, s.passages.len()+1)}
	last := make([]uint32, s.passages.len()) // the row after the one that named the passage last: a row counts once
	s.eachPlace(func(row uint32, passage int) {
		if last[passage] != row+1 {
			last[passage] = row + 1
			x.offsets[passage+1]++
		}
	})
	for i := 1; i < len(x.offsets); i++ {
		x.offsets[i] += x.offsets[i-1]
	}
	x.rows = make([]uint32, x.offsets[len(x.offsets)-1])
	next := append([]uint32(nil), x.offsets...)
	clear(last)
	s.eachPlace(func(row uint32, passage int) {
		if last[passage] != row+1 {
			last[passage] = row + 1
			x.rows[next[passage]] = row
			next[passage]++
		}
	})
	s.resting = x
}

// eachPlace calls yield for each time that a row names a passage, in the order of rows.
func (s *Snapshot) eachPlace(yield func(row uint32, passage int)) {
	row := uint32(0)
	each := func(passage int) { yield(row, passage) }
	for n := range Node(s.NumEntities()) {
		s.entityPlaces(n, each)
		row++
	}
	for e := range Edge(s.NumLinks()) {
		s.linkPlaces(e, each)
		row++
	}
	for i := range s.notes.len() {
		s.notePlaces(i, each)
		row++
	}
}
