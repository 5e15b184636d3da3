package graph

import (
	"cmp"
	"slices"
	"strings"
)

// linkIndex finds links by id: edges in the order of their ids, which it tells by their first characters' number.
type linkIndex []Edge

func newLinkIndex(s *Snapshot) linkIndex {
	ids := make([]uint64, s.NumLinks())
	x := make(linkIndex, len(ids))
	for i := range ids {
		ids[i], x[i] = linkNumber(LinkID(s.linkKey(Edge(i)))), Edge(i)
	}
	slices.SortFunc(x, func(a, b Edge) int { return cmp.Or(cmp.Compare(ids[a], ids[b]), cmp.Compare(a, b)) })
	return x
}

// linkNumber is the number that the hex digits of a link's id tell.
func linkNumber(id string) uint64 {
	var n uint64
	for _, c := range strings.TrimPrefix(id, "link:") {
		n <<= 4
		switch {
		case c >= '0' && c <= '9':
			n |= uint64(c - '0')
		case c >= 'a' && c <= 'f':
			n |= uint64(c-'a') + 10
		}
	}
	return n
}

func (x linkIndex) find(s *Snapshot, id string) (Edge, bool) {
	i, _ := slices.BinarySearchFunc(x, linkNumber(id), func(e Edge, n uint64) int { return cmp.Compare(linkNumber(LinkID(s.linkKey(e))), n) })
	if i == len(x) || LinkID(s.linkKey(x[i])) != id {
		return -1, false
	}
	return x[i], true
}

// linkKey is the key of link e.
func (s *Snapshot) linkKey(e Edge) string {
	first := s.linkStatements(e)[0]
	return first.Key(first.Year)
}
