package graph

import (
	"cmp"
	"slices"
	"strings"
)

// rowEdit is one change of a list: what stands at place at is taken out, or replaced, or something new comes in before it.
type rowEdit struct {
	at  int
	out bool   // what stands there is taken out
	in  bool   // row comes in its place, or before it
	row string // packed
	new int    // number of the fresh thing that comes in
}

// edited is t after edits in ascending order; row is the text that an edit brings in.
func (t *texts) edited(edits []rowEdit, row func(rowEdit) string) texts {
	size, n := len(t.all), t.len()
	for _, e := range edits {
		if e.in {
			size, n = size+len(row(e)), n+1
		}
		if e.out {
			size, n = size-len(t.at(e.at)), n-1
		}
	}
	roomFor(size)
	var all strings.Builder
	all.Grow(size)
	ends := make([]uint32, 0, n)
	from := 0
	keep := func(to int) { // what stands from from to to
		if from < to {
			start := t.start(from)
			shift := uint32(all.Len()) - uint32(start)
			all.WriteString(t.all[start:t.ends[to-1]])
			for _, end := range t.ends[from:to] {
				ends = append(ends, end+shift)
			}
			from = to
		}
	}
	for _, e := range edits {
		keep(e.at)
		if e.in {
			all.WriteString(row(e))
			ends = append(ends, uint32(all.Len()))
		}
		if e.out {
			from = e.at + 1
		}
	}
	keep(t.len())
	return texts{all.String(), ends}
}

// start is where text i begins.
func (t *texts) start(i int) int {
	if i == 0 {
		return 0
	}
	return int(t.ends[i-1])
}

// editedList is edited for a list of anything; fresh is what an edit brings in.
func editedList[T any](list []T, edits []rowEdit, fresh func(rowEdit) T) []T {
	n := len(list)
	for _, e := range edits {
		if e.in {
			n++
		}
		if e.out {
			n--
		}
	}
	out := make([]T, 0, n)
	from := 0
	for _, e := range edits {
		out = append(out, list[from:e.at]...)
		from = e.at
		if e.in {
			out = append(out, fresh(e))
		}
		if e.out {
			from++
		}
	}
	return append(out, list[from:]...)
}

// moved is where each of n things stands after edits; one that is taken out for good is at -1.
func moved(n int, edits []rowEdit) []int32 {
	out := make([]int32, n)
	shift, k := 0, 0
	for i := range out {
		gone := false
		for ; k < len(edits) && edits[k].at == i; k++ {
			switch e := edits[k]; {
			case e.in && !e.out:
				shift++
			case e.out && !e.in:
				gone = true
			}
		}
		out[i] = int32(i + shift)
		if gone {
			out[i] = -1
			shift--
		}
	}
	return out
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
