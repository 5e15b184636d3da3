package graph

import "maps"

// WithQuotes is s with the quotes of passages of some reports: cut tells, by report id, the text at [start, end), empty where there
// is none. Quotes that s has stay. Everything else is shared with s.
func (s *Snapshot) WithQuotes(cut map[string]func(start, end int) string) *Snapshot {
	if len(cut) == 0 {
		return s
	}
	next := s.twin()
	for i := range s.passages.len() {
		u := unpacker{rest: s.passages.rows.at(i)}
		report := s.report(u.uint()).ID
		if cut[report] == nil {
			continue
		}
		p := s.passage(i)
		if q := cut[report](p.Start, p.End); q != "" {
			next.quotes[int32(i)] = q
		}
	}
	return next
}

// Of is s as the snapshot of another release of the same graph.
func (s *Snapshot) Of(r Release) *Snapshot {
	next := s.twin()
	next.release = r
	return next
}

// Lean is s, sharing its rows, as one of many that are kept at once: it keeps fewer things unpacked, a few megabytes at the most.
func (s *Snapshot) Lean() *Snapshot {
	next := s.twin()
	next.open.fewer = true
	return next
}

// twin is a snapshot of the same rows, whose quotes may be changed.
func (s *Snapshot) twin() *Snapshot {
	next := &Snapshot{release: s.release, reports: s.reports, current: s.current, words: s.words, wordsAtFirst: s.wordsAtFirst, shed: s.shed, passages: s.passages, slots: s.slots, firstPassage: s.firstPassage,
		ids: s.ids, kind: s.kind, entities: s.entities, kinds: s.kinds, from: s.from, to: s.to, types: s.types, links: s.links, out: s.out, in: s.in,
		noteIDs: s.noteIDs, notes: s.notes, redirects: s.redirects, redirect: s.redirect, asOf: s.asOf,
		quotes: map[int32]string{}}
	maps.Copy(next.quotes, s.quotes)
	return next
}
