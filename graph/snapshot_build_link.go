package graph

import (
	"cmp"
	"slices"
	"strings"
)

// maxLinkTypes is at least the number of link types.
const maxLinkTypes = 32

// typedLinks are the links of one type while a snapshot is built, by key.
type typedLinks struct {
	key      string // of the last
	from, to []Node
	rows     textsBuilder
}

func (t *typedLinks) add(key string, from, to Node, row []byte) {
	t.key = key
	t.from, t.to = append(t.from, from), append(t.to, to)
	t.rows.addBytes(row)
}

// uniteLinks puts the links of all types into one order, that of their keys: by start, then by the type's name, then as they
// stand within the type.
func (b *Builder) uniteLinks() {
	types := make([]uint8, 0, len(LinkTypes))
	total, size := 0, 0
	for i := range LinkTypes {
		if n := len(b.links[i].from); n > 0 {
			types = append(types, uint8(i))
			total, size = total+n, size+b.links[i].rows.all.Len()
		}
	}
	slices.SortFunc(types, func(a, c uint8) int { return cmp.Compare(LinkTypes[a], LinkTypes[c]) })
	roomFor(size)
	s := b.s
	s.from, s.to, s.types = make([]Node, 0, total), make([]Node, 0, total), make([]uint8, 0, total)
	if len(types) == 1 {
		only := &b.links[types[0]]
		s.from, s.to, s.links = exact(only.from), exact(only.to), only.rows.texts()
		for range total {
			s.types = append(s.types, types[0])
		}
		return
	}
	rows := make([]texts, len(types))
	for k, t := range types {
		rows[k] = b.links[t].rows.texts()
	}
	var all strings.Builder
	all.Grow(size)
	s.links.ends = make([]uint32, 0, total)
	next := make([]int, len(types))
	for n := range Node(s.ids.len()) {
		for k, t := range types {
			of := &b.links[t]
			for ; next[k] < len(of.from) && of.from[next[k]] == n; next[k]++ {
				all.WriteString(rows[k].at(next[k]))
				s.links.ends = append(s.links.ends, uint32(all.Len()))
				s.from, s.to, s.types = append(s.from, n), append(s.to, of.to[next[k]]), append(s.types, t)
			}
		}
	}
	s.links.all = all.String()
	b.links = [maxLinkTypes]typedLinks{}
}
