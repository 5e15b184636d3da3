package graph

import (
	"cmp"
	"maps"
	"slices"
	"sort"
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
	fresh, err := Merge(put, nil)
	if err != nil || len(s.redirects) > 0 || s.asOf != 0 {
		return p, false
	}
	x := patch{old: s, fresh: fresh, gone: make([]bool, len(s.slots)), before: &Graph{}, after: &Graph{}}
	x.reports(r, gone)
	if !x.passages() || !x.entities() {
		return p, false
	}
	x.links()
	x.notes()
	if x.b.err != nil || x.b.packer.err != nil || x.wasteful() {
		return p, false
	}
	x.finish()
	return Patched{x.b.s, x.before, x.after}, true
}

// patch is a Patch at work.
type patch struct {
	old           *Snapshot
	fresh         *Graph
	gone          []bool // by slot
	b             *Builder
	order         map[string]int // of editions, by report
	before, after *Graph
	nodes         []int32 // old number of an entity → new one
}

// reports makes the builder: with the words of the old snapshot, the reports that stay under their slots, fresh ones under new slots.
func (x *patch) reports(r Release, gone map[string]bool) {
	stay := keep(x.old.reports, func(r Report) bool { return !gone[r.ID] })
	x.before.Reports = keep(x.old.reports, func(r Report) bool { return gone[r.ID] })
	x.after.Reports = x.fresh.Reports
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

// passages replaces passages. It is not ok where those of one report do not stand together: evidence counts from its
// report's first one.
func (x *patch) passages() (ok bool) {
	old, fresh := &x.old.passages, x.fresh.Passages
	var edits []rowEdit
	add := func(at int) {
		p := &fresh[0]
		edits = append(edits, rowEdit{at: at, in: true, row: x.packed(func() { x.b.passage(p) }), new: len(x.fresh.Passages) - len(fresh)})
		fresh = fresh[1:]
	}
	next, number := x.b.s, int32(0)
	var was, is runs
	place := func(slot int) bool {
		together, begins := is.next(slot)
		if begins {
			x.b.places.first[slot] = number
		}
		number++
		return together
	}
	for run := range old.runs {
		for i := old.runs[run].start; i < old.end(run); i++ {
			u := unpacker{rest: old.rows.at(i)}
			slot := u.uint()
			if together, _ := was.next(slot); !together {
				return false
			}
			for len(fresh) > 0 && fresh[0].ID < old.runs[run].prefix+old.tails.at(i) {
				report := x.b.report(fresh[0].Report)
				if add(i); !place(report) {
					return false
				}
			}
			if x.gone[slot] {
				edits = append(edits, rowEdit{at: i, out: true})
				x.before.Passages = append(x.before.Passages, *x.old.passageWithoutQuote(i))
			} else if !place(slot) {
				return false
			}
		}
	}
	for len(fresh) > 0 {
		report := x.b.report(fresh[0].Report)
		if add(old.len()); !place(report) {
			return false
		}
	}
	x.after.Passages = x.fresh.Passages
	next.passages.rows = old.rows.edited(edits, func(e rowEdit) string { return e.row })
	next.passages.tails = old.tails.edited(edits, func(e rowEdit) string {
		id := x.fresh.Passages[e.new].ID
		return id[len(idPrefix(id)):]
	})
	next.passages.runs = x.runs(edits)
	return true
}

// runs tells whether things of one kind stand together.
type runs struct {
	closed map[int]bool // kinds that another one followed
	last   int          // the kind of the thing before, plus one
}

// next is the kind of the next thing: whether all of that kind stand together so far, and whether this is the first of them.
func (r *runs) next(kind int) (together, begins bool) {
	if kind+1 == r.last {
		return true, false
	}
	if r.closed == nil {
		r.closed = map[int]bool{}
	}
	r.closed[r.last-1] = true
	r.last = kind + 1
	return !r.closed[kind], true
}

// runs finds anew which passages' ids begin alike.
func (x *patch) runs(edits []rowEdit) []passageRun {
	old := &x.old.passages
	prefixes := make([]string, 0, old.len())
	for run := range old.runs {
		for range old.end(run) - old.runs[run].start {
			prefixes = append(prefixes, old.runs[run].prefix)
		}
	}
	prefixes = editedList(prefixes, edits, func(e rowEdit) string { return idPrefix(x.fresh.Passages[e.new].ID) })
	var out []passageRun
	for i, prefix := range prefixes {
		if i == 0 || prefix != prefixes[i-1] {
			out = append(out, passageRun{i, prefix + x.b.s.passages.tails.at(i), prefix})
		}
	}
	return out
}

func (s *Snapshot) passageWithoutQuote(i int) *Passage {
	p := s.passage(i)
	p.Quote = ""
	return p
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

// entities replaces what is told of entities. It is not ok where an id would have two kinds.
func (x *patch) entities() (ok bool) {
	old := x.old
	fresh := map[int]int{} // old number → fresh one
	var edits []rowEdit
	for i := range x.fresh.Entities {
		e := &x.fresh.Entities[i]
		at, found := old.ids.search(e.ID, 0, old.ids.len())
		if found {
			fresh[at] = i
			continue
		}
		edits = append(edits, rowEdit{at: at, in: true, row: x.packed(func() { x.b.entity(e.Statements) }), new: i})
		x.after.Entities = append(x.after.Entities, *e)
	}
	for _, at := range slices.Compact(slices.Sorted(slices.Values(slices.AppendSeq(x.touched(&old.entities), maps.Keys(fresh))))) {
		was := old.entityStatements(Node(at))
		var now []EntityStatement
		if i, ok := fresh[at]; ok {
			now = x.fresh.Entities[i].Statements
			if now[0].Kind != old.Kind(Node(at)) && len(united(x, was, nil, func(s *EntityStatement) string { return s.Report })) > 0 {
				return false
			}
		}
		all := united(x, was, now, func(s *EntityStatement) string { return s.Report })
		x.before.Entities = append(x.before.Entities, NewMergedEntity(was))
		e := rowEdit{at: at, out: true, new: -1}
		if len(all) > 0 {
			x.after.Entities = append(x.after.Entities, NewMergedEntity(all))
			e.in, e.row = true, x.packed(func() { x.b.entity(all) })
			e.new = -1 - int(all[0].Kind.index())
		}
		edits = append(edits, e)
	}
	inOrder(edits)
	next := x.b.s
	next.entities = old.entities.edited(edits, func(e rowEdit) string { return e.row })
	next.ids = old.ids.edited(edits, func(e rowEdit) string {
		if e.out {
			return old.ids.at(e.at)
		}
		return x.fresh.Entities[e.new].ID
	})
	next.kind = editedList(old.kind, edits, func(e rowEdit) uint8 {
		if e.out {
			return uint8(-1 - e.new)
		}
		return x.fresh.Entities[e.new].Kind.index()
	})
	x.nodes = moved(old.ids.len(), edits)
	return true
}

// inOrder sorts edits by place; of those that come in at one place, before what is there, by number.
func inOrder(edits []rowEdit) {
	slices.SortStableFunc(edits, func(a, b rowEdit) int {
		if a.at != b.at {
			return cmp.Compare(a.at, b.at)
		}
		if a.out != b.out {
			if b.out {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.new, b.new)
	})
}

// links replaces what is told of links.
func (x *patch) links() {
	old := x.old
	fresh := map[int]int{}
	var edits []rowEdit
	for i := range x.fresh.Links {
		l := &x.fresh.Links[i]
		at, found := old.searchLink(l)
		if found {
			fresh[at] = i
			continue
		}
		edits = append(edits, rowEdit{at: at, in: true, row: x.packed(func() { x.b.link(l.Statements) }), new: i})
		x.after.Links = append(x.after.Links, *l)
	}
	for _, at := range slices.Compact(slices.Sorted(slices.Values(slices.AppendSeq(x.touched(&old.links), maps.Keys(fresh))))) {
		was := old.linkStatements(Edge(at))
		var now []LinkStatement
		if i, ok := fresh[at]; ok {
			now = x.fresh.Links[i].Statements
		}
		all := united(x, was, now, func(s *LinkStatement) string { return s.Report })
		x.before.Links = append(x.before.Links, NewMergedLink(was[0].Key(was[0].Year), was))
		e := rowEdit{at: at, out: true}
		if len(all) > 0 {
			x.after.Links = append(x.after.Links, NewMergedLink(all[0].Key(all[0].Year), all))
			e.in, e.row = true, x.packed(func() { x.b.link(all) })
		}
		edits = append(edits, e)
	}
	inOrder(edits)
	next := x.b.s
	next.links = old.links.edited(edits, func(e rowEdit) string { return e.row })
	next.types = editedList(old.types, edits, func(e rowEdit) uint8 {
		if e.out {
			return old.types[e.at]
		}
		return uint8(x.fresh.Links[e.new].Type.Index())
	})
	next.from = x.ends(old.from, edits, func(l *MergedLink) string { return l.From })
	next.to = x.ends(old.to, edits, func(l *MergedLink) string { return l.To })
}

// ends are the ends of links under their new numbers.
func (x *patch) ends(old []Node, edits []rowEdit, end func(*MergedLink) string) []Node {
	next := make([]Node, len(old))
	for i, n := range old {
		next[i] = Node(x.nodes[n]) // -1 where the entity is gone, and with it the link
	}
	return editedList(next, edits, func(e rowEdit) Node {
		if e.out {
			return next[e.at]
		}
		return x.b.s.find(end(&x.fresh.Links[e.new]))
	})
}

// searchLink is the number of the link with l's key, or where it would stand. Links stand by the id of their start first.
func (s *Snapshot) searchLink(l *MergedLink) (at int, found bool) {
	n, _ := s.ids.search(l.From, 0, s.ids.len())
	lo := sort.Search(len(s.from), func(i int) bool { return int(s.from[i]) >= n })
	hi := lo
	if n < s.ids.len() && s.ID(Node(n)) == l.From {
		hi = lo + sort.Search(len(s.from)-lo, func(i int) bool { return int(s.from[lo+i]) > n })
	}
	at = lo + sort.Search(hi-lo, func(i int) bool { return s.linkKey(Edge(lo+i)) >= l.Key })
	return at, at < hi && s.linkKey(Edge(at)) == l.Key
}

// notes replaces notes.
func (x *patch) notes() {
	old := x.old
	var edits []rowEdit
	for _, i := range x.touchedNotes() {
		edits = append(edits, rowEdit{at: i, out: true})
		x.before.Notes = append(x.before.Notes, old.note(i))
	}
	for i := range x.fresh.Notes {
		n := &x.fresh.Notes[i]
		at, _ := old.noteIDs.search(n.ID, 0, old.noteIDs.len())
		edits = append(edits, rowEdit{at: at, in: true, row: x.packed(func() { x.b.note(n) }), new: i})
	}
	x.after.Notes = x.fresh.Notes
	inOrder(edits)
	x.b.s.notes = old.notes.edited(edits, func(e rowEdit) string { return e.row })
	x.b.s.noteIDs = old.noteIDs.edited(edits, func(e rowEdit) string { return x.fresh.Notes[e.new].ID })
}

func (x *patch) touchedNotes() (out []int) {
	for i := range x.old.notes.len() {
		u := unpacker{rest: x.old.notes.at(i)}
		if x.gone[u.uint()] {
			out = append(out, i)
		}
	}
	return out
}

// wasteful reports whether words that no row needs any more, or reports that are gone, have become too many: then building
// anew costs less than keeping them.
func (x *patch) wasteful() bool {
	return len(x.b.s.slots) > 2*len(x.b.s.reports)+64 || x.b.packer.words.all.Len() > 4*x.old.wordsAtFirst+1<<16
}

// finish makes what follows from the rows.
func (x *patch) finish() {
	s := x.b.s
	s.settle()
	s.wordsAtFirst = x.old.wordsAtFirst
	s.shed = x.old.shed || slices.Contains(x.gone, true)
	s.words, s.firstPassage = x.b.packer.words.texts(), x.b.places.first
	for n, k := range s.kind {
		s.kinds[Kinds[k]] = append(s.kinds[Kinds[k]], Node(n))
	}
	s.out, s.in = newRows(s.ids.len(), s.from, s.to, s.types), newRows(s.ids.len(), s.to, s.from, s.types)
	byID := func(a, b MergedEntity) int { return cmp.Compare(a.ID, b.ID) }
	byKey := func(a, b MergedLink) int { return cmp.Compare(a.Key, b.Key) }
	slices.SortFunc(x.after.Entities, byID)
	slices.SortFunc(x.after.Links, byKey)
}
