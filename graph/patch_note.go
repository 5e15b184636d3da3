package graph

// notes replaces notes.
func (x *patch) notes() {
	old := x.old
	var edits []rowEdit
	for _, i := range x.touchedNotes() {
		edits = append(edits, rowEdit{at: i, out: true})
		if x.before.how != tellNothing {
			x.before.rows.Notes = append(x.before.rows.Notes, old.note(i))
		}
	}
	for i := range x.fresh.Notes {
		n := &x.fresh.Notes[i]
		at, _ := old.noteIDs.search(n.ID, 0, old.noteIDs.len())
		edits = append(edits, rowEdit{at: at, in: true, row: x.packed(func() { x.b.note(n) }), new: i})
	}
	x.after.rows.Notes = x.fresh.Notes
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
