package graph

import (
	"cmp"
	"slices"
)

// Patched is a snapshot that was made from another one.
type Patched struct {
	Next          *Snapshot
	Before, After *Graph // the rows that the change can touch, as they were and as they are
}

// Patch takes the reports of gone out of s and puts bundles in, which must be valid and canonical, and of reports that are not in
// s then. What comes out is the snapshot, of release r and without quotes, that NewSnapshot makes of all bundles merged, as long as
// there are no judgements. Only the new bundles are merged; the rest is copied. It is not ok where that cannot be done: an id
// would have two kinds (which Merge must tell), ids were merged away, or two reports' passages stand mixed, before or after.
func (s *Snapshot) Patch(r Release, gone map[string]bool, put []Bundle) (p Patched, ok bool) {
	x, ok := s.patch(r, gone, put, tellRows)
	if !ok {
		return p, false
	}
	slices.SortFunc(x.after.rows.Entities, func(a, b MergedEntity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(x.after.rows.Links, func(a, b MergedLink) int { return cmp.Compare(a.Key, b.Key) })
	return Patched{x.b.s, &x.before.rows, &x.after.rows}, true
}

// Follow is Patch for one who asks of the rows that the change can touch no more than their digests, as they were and as they are: they
// are never all unpacked at once.
func (s *Snapshot) Follow(r Release, gone map[string]bool, put []Bundle) (next *Snapshot, before, after Digest, ok bool) {
	x, ok := s.patch(r, gone, put, tellSum)
	if !ok {
		return nil, before, after, false
	}
	return x.b.s, x.before.digest(), x.after.digest(), true
}

// patch makes the snapshot, and what how says.
func (s *Snapshot) patch(r Release, gone map[string]bool, put []Bundle, how patchTells) (*patch, bool) {
	fresh, err := Merge(put, nil)
	if err != nil || len(s.redirects) > 0 || s.asOf != 0 {
		return nil, false
	}
	x := &patch{old: s, fresh: fresh, gone: make([]bool, len(s.slots)), before: told{how: how}, after: told{how: how}}
	x.reports(r, gone)
	if !x.passages() || !x.entities() {
		return nil, false
	}
	x.links()
	x.notes()
	if x.b.err != nil || x.b.packer.err != nil || x.wasteful() {
		return nil, false
	}
	x.finish()
	return x, true
}

// patch is a Patch at work.
type patch struct {
	old           *Snapshot
	fresh         *Graph
	gone          []bool // by slot
	b             *Builder
	order         map[string]int // of editions, by report
	before, after told           // rows that the change can touch
	nodes         []int32        // old number of an entity → new one
}

// reports makes the builder: with the words of the old snapshot, the reports that stay under their slots, fresh ones under new slots.
func (x *patch) reports(r Release, gone map[string]bool) {
	stay := keep(x.old.reports, func(r Report) bool { return !gone[r.ID] })
	x.before.rows.Reports = keep(x.old.reports, func(r Report) bool { return gone[r.ID] })
	x.after.rows.Reports = x.fresh.Reports
	reports := slices.Concat(stay, x.fresh.Reports)
	slices.SortFunc(reports, func(a, b Report) int { return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.ID, b.ID)) })
	x.order = map[string]int{}
	for i, r := range reports {
		x.order[r.ID] = i
	}
	x.b = NewBuilder(reports)
	s := x.b.s
	s.release = r
	s.slots, x.b.places.first, x.b.reports = nil, nil, map[string]int{}
	for slot, old := range x.old.slots {
		place := int32(-1)
		if old >= 0 {
			id := x.old.reports[old].ID
			if x.gone[slot] = gone[id]; !gone[id] {
				place = int32(x.order[id])
				x.b.reports[id] = slot
			}
		}
		s.slots = append(s.slots, place)
		x.b.places.first = append(x.b.places.first, -1)
	}
	for _, r := range x.fresh.Reports {
		x.b.reports[r.ID] = len(s.slots)
		s.slots = append(s.slots, int32(x.order[r.ID]))
		x.b.places.first = append(x.b.places.first, -1)
	}
	p := x.b.packer
	p.words.all.WriteString(x.old.words.all)
	p.words.ends = slices.Clone(x.old.words.ends)
	for i := range x.old.words.len() {
		p.number[x.old.words.at(i)] = uint32(i)
	}
}

// packed is what f packs.
func (x *patch) packed(f func()) string {
	x.b.packer.row = x.b.packer.row[:0]
	f()
	return string(x.b.packer.row)
}

// touched lists the rows that a report which is gone states.
func (x *patch) touched(rows *texts) []int {
	var out []int
	for i := range rows.len() {
		u := unpacker{rest: rows.at(i)}
		for n := u.uint(); n > 0; n-- {
			if x.gone[u.uint()] {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

// united are the statements that stay and the fresh ones, in the order of editions.
func united[S any](x *patch, was, fresh []S, report func(*S) string) []S {
	var all []S
	for i := range was {
		if slot, ok := x.b.reports[report(&was[i])]; ok && slot < len(x.gone) { // a report that was replaced has a new slot
			all = append(all, was[i])
		}
	}
	all = append(all, fresh...)
	slices.SortStableFunc(all, func(a, b S) int { return cmp.Compare(x.order[report(&a)], x.order[report(&b)]) })
	return all
}

// wasteful reports whether words that no row needs any more, or reports that are gone, have become too many: then building
// anew costs less than keeping them. Where nothing was ever taken out, every word is needed.
func (x *patch) wasteful() bool {
	return len(x.b.s.slots) > 2*len(x.b.s.reports)+64 || x.sheds() && x.b.packer.words.all.Len() > 4*x.old.wordsAtFirst+1<<16
}

// sheds reports whether rows were taken out since the old snapshot was built, or are now.
func (x *patch) sheds() bool { return x.old.shed || slices.Contains(x.gone, true) }

// finish makes what follows from the rows.
func (x *patch) finish() {
	s := x.b.s
	s.settle()
	s.words, s.firstPassage = x.b.packer.words.texts(), x.b.places.first
	if s.shed = x.sheds(); s.shed {
		s.wordsAtFirst = x.old.wordsAtFirst
	} else {
		s.wordsAtFirst = len(s.words.all)
	}
	for n, k := range s.kind {
		s.kinds[Kinds[k]] = append(s.kinds[Kinds[k]], Node(n))
	}
	s.out, s.in = newRows(s.ids.len(), s.from, s.to, s.types), newRows(s.ids.len(), s.to, s.from, s.types)
}
