package graph

import (
	"math/bits"
	"sync"
	"sync/atomic"
)

// mostUnpacked is how many things of one sort a snapshot keeps unpacked, a power of two.
const mostUnpacked = 1 << 13

// unpackedThings keep what was unpacked of a snapshot's rows, so that what is asked for again and again is unpacked once: each
// thing has one place, which it shares with those whose numbers differ from its own by a multiple of the places, and the one
// asked for last stands there. Things of one partnership and kind stand side by side and do not drive each other out.
type unpackedThings[T any] struct {
	once   sync.Once
	places []atomic.Pointer[unpackedThing[T]]
}

type unpackedThing[T any] struct {
	number int
	thing  T
}

// get is thing i of so many, unpacked by unpack where it is not kept.
func (u *unpackedThings[T]) get(i, of int, unpack func(i int) T) *T {
	u.once.Do(func() {
		n := min(mostUnpacked, 1<<bits.Len(uint(max(of, 1)-1)))
		u.places = make([]atomic.Pointer[unpackedThing[T]], n)
	})
	place := &u.places[i&(len(u.places)-1)]
	if t := place.Load(); t != nil && t.number == i {
		return &t.thing
	}
	t := &unpackedThing[T]{i, unpack(i)}
	place.Store(t)
	return &t.thing
}

// unpackEntity is entity n, unpacked anew.
func (s *Snapshot) unpackEntity(n int) MergedEntity {
	return NewMergedEntity(s.entityStatements(Node(n)))
}

// unpackLink is link e, unpacked anew.
func (s *Snapshot) unpackLink(e int) MergedLink {
	st := s.linkStatements(Edge(e))
	return NewMergedLink(st[0].Key(st[0].Year), st)
}
