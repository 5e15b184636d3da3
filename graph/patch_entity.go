package graph

import (
	"maps"
	"slices"
)

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
		x.after.entity(func() MergedEntity { return *e })
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
		x.before.entity(func() MergedEntity { return NewMergedEntity(was) })
		e := rowEdit{at: at, out: true, new: -1}
		if len(all) > 0 {
			x.after.entity(func() MergedEntity { return NewMergedEntity(all) })
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
