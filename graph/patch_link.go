package graph

import (
	"maps"
	"slices"
	"sort"
)

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
		x.after.link(func() MergedLink { return *l })
	}
	for _, at := range slices.Compact(slices.Sorted(slices.Values(slices.AppendSeq(x.touched(&old.links), maps.Keys(fresh))))) {
		was := old.linkStatements(Edge(at))
		var now []LinkStatement
		if i, ok := fresh[at]; ok {
			now = x.fresh.Links[i].Statements
		}
		all := united(x, was, now, func(s *LinkStatement) string { return s.Report })
		x.before.link(func() MergedLink { return NewMergedLink(was[0].Key(was[0].Year), was) })
		e := rowEdit{at: at, out: true}
		if len(all) > 0 {
			x.after.link(func() MergedLink { return NewMergedLink(all[0].Key(all[0].Year), all) })
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
