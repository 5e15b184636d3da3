package graph

import (
	"math/bits"
	"sync"
	"sync/atomic"
)

// How many things of one sort a snapshot keeps unpacked, powers of two: a snapshot, and one with links left out, of which there may
// be many.
const (
	mostUnpacked  = 1 << 13
	fewerUnpacked = 1 << 9
)

// open are the things that a snapshot keeps unpacked.
type open struct {
	fewer    bool
	entities unpacked[MergedEntity]
	links    unpacked[MergedLink]
	passages unpacked[Passage]
	forms    unpacked[[]string] // of entities
}

// places is how many of so many things may be kept unpacked at once.
func (s *Snapshot) places(things int) int {
	most := mostUnpacked
	if s.open.fewer {
		most = fewerUnpacked
	}
	return min(most, 1<<bits.Len(uint(max(things, 1)-1)))
}

// unpacked are things that were unpacked, so that what is asked for again and again is unpacked once: each thing has a few places,
// which it shares with those whose numbers differ from its own by a multiple of the sets of places, and takes that of the one which
// has stood there for longest.
type unpacked[T any] struct {
	once sync.Once
	sets []unpackedSet[T]
}

// ways is how many places each thing has.
const ways = 4

type unpackedSet[T any] struct {
	next   atomic.Uint32 // place that is taken next
	places [ways]atomic.Pointer[unpackedThing[T]]
}

type unpackedThing[T any] struct {
	number int
	thing  T
}

// get is thing i, unpacked by unpack where it is not kept; the first call makes so many places, a power of two.
func (u *unpacked[T]) get(i, places int, unpack func(i int) T) *T {
	u.once.Do(func() { u.sets = make([]unpackedSet[T], max(places/ways, 1)) })
	set := &u.sets[i&(len(u.sets)-1)]
	for w := range set.places {
		if t := set.places[w].Load(); t != nil && t.number == i {
			return &t.thing
		}
	}
	t := &unpackedThing[T]{i, unpack(i)}
	set.places[(set.next.Add(1)-1)%ways].Store(t)
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

// passageKept is passage i, which may be kept unpacked.
func (s *Snapshot) passageKept(i int) *Passage {
	return s.open.passages.get(i, s.places(s.NumPassages()), func(i int) Passage { return *s.passage(i) })
}
