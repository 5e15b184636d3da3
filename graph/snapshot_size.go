package graph

import "unsafe"

// Sizes is how many bytes of memory the parts of a snapshot take, what was reserved beyond need included. Small tables that
// do not grow with the graph (reports, redirects, the lists' own headers) and as-of views are left out.
type Sizes struct {
	Links    int // ends, types, rows both ways, and what reports state of each: years, role, status, basis, confidence, evidence
	Passages int // ids and what stands in them, gists included, quotes not
	Entities int // ids, kinds, names, properties, evidence
	Notes    int
	Words    int // what rows name by number: headings, property values, chapters; of links and passages together
	Quotes   int
	Unpacked int // things kept unpacked, about; see Snapshot.Entity
	Search   int // the index of words
}

// Size is the sum of the parts without the index of a search, which it does not make.
func (s *Snapshot) Size() int {
	z := s.sizes()
	return z.Links + z.Passages + z.Entities + z.Notes + z.Words + z.Quotes + z.Unpacked
}

// Sizes counts the bytes of a snapshot. It makes the index of a search where there is none yet.
func (s *Snapshot) Sizes() Sizes {
	s.once.Do(func() { s.index = newTextIndex(s) })
	z := s.sizes()
	z.Search = s.index.words.bytes() + bytesOf(s.index.ends) + bytesOf(s.index.docs)
	return z
}

// sizes are those of the parts but for the index of a search.
func (s *Snapshot) sizes() Sizes {
	z := Sizes{
		Links: bytesOf(s.from) + bytesOf(s.to) + bytesOf(s.types) + s.links.bytes() +
			bytesOf(s.out.offsets) + bytesOf(s.out.edges) + bytesOf(s.in.offsets) + bytesOf(s.in.edges),
		Passages: s.passages.rows.bytes() + s.passages.tails.bytes() + bytesOf(s.passages.runs),
		Entities: s.ids.bytes() + bytesOf(s.kind) + s.entities.bytes(),
		Notes:    s.noteIDs.bytes() + s.notes.bytes(),
		Words:    s.words.bytes(),
		Unpacked: s.open.size(),
	}
	for _, r := range s.passages.runs {
		z.Passages += len(r.first) + len(r.prefix)
	}
	for _, nodes := range s.kinds {
		z.Entities += bytesOf(nodes)
	}
	for _, q := range s.quotes {
		z.Quotes += len(q)
	}
	return z
}

func (t *texts) bytes() int { return len(t.all) + bytesOf(t.ends) }

// bytesOf is what a list keeps reserved.
func bytesOf[T any](list []T) int {
	var one T
	return cap(list) * int(unsafe.Sizeof(one))
}
