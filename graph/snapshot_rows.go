package graph

import (
	"cmp"
	"slices"
	"sort"
)

// rows are compressed sparse rows: the edges of node n are edges[offsets[n]:offsets[n+1]], by type, other end, key.
type rows struct {
	offsets []int32
	edges   []Edge
}

// newRows sorts the edges by near end; near and far hold the ends, types the types' places of each edge.
func newRows(nodes int, near, far []Node, types []uint8) rows {
	r := rows{offsets: make([]int32, nodes+1), edges: make([]Edge, len(near))}
	for _, n := range near {
		r.offsets[n+1]++
	}
	for i := 1; i < len(r.offsets); i++ {
		r.offsets[i] += r.offsets[i-1]
	}
	next := slices.Clone(r.offsets)
	for e, n := range near {
		r.edges[next[n]] = Edge(e)
		next[n]++
	}
	for n := range nodes {
		slices.SortFunc(r.edges[r.offsets[n]:r.offsets[n+1]], func(a, b Edge) int {
			return cmp.Or(cmp.Compare(types[a], types[b]), cmp.Compare(far[a], far[b]), cmp.Compare(a, b))
		})
	}
	return r
}

// all is the row of n; its capacity ends with it, so that an append by a caller cannot reach the next row.
func (r rows) all(n Node) []Edge { return r.edges[r.offsets[n]:r.offsets[n+1]:r.offsets[n+1]] }

// of is the part of n's row that has type t.
func (r rows) of(types []uint8, n Node, t LinkType) []Edge {
	row, want := r.all(n), t.Index()
	lo := sort.Search(len(row), func(i int) bool { return int(types[row[i]]) >= want })
	hi := lo + sort.Search(len(row)-lo, func(i int) bool { return int(types[row[lo+i]]) > want })
	return row[lo:hi:hi]
}
