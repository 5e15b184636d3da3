package graph

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
				if x.before.how != tellNothing {
					x.before.rows.Passages = append(x.before.rows.Passages, *x.old.passageWithoutQuote(i))
				}
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
	x.after.rows.Passages = x.fresh.Passages
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
