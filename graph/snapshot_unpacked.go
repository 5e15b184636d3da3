package graph

import (
	"math"
	"math/bits"
	"sync"
	"sync/atomic"
)

// What a snapshot keeps unpacked of one sort of thing: so many things at most, and so many bytes of packed rows, or that share of all
// of them where it is more. A snapshot of which there may be many at once (with links left out, of an earlier year) keeps fewer.
type keeping struct{ things, bytes, share int }

var (
	keepsMany = keeping{1 << 14, 4 << 20, 16}
	keepsFew  = keeping{1 << 11, 256 << 10, 64}
)

// unpackedBytes is about how many bytes an unpacked thing takes for each of its packed row.
const unpackedBytes = 8

// Bytes of a packed row that a thing kept counts for at the most: a description is as small whoever states it.
const (
	wholeRow     = math.MaxInt64
	describedRow = 256
)

// open are the things that a snapshot keeps unpacked.
type open struct {
	fewer     bool
	entities  unpacked[MergedEntity]
	described unpacked[Entity]
	links     unpacked[MergedLink]
	passages  unpacked[Passage]
	forms     unpacked[[]string] // of entities
}

// size is about how many bytes the things kept take.
func (o *open) size() int {
	return unpackedBytes * int(o.entities.bytes.Load()+o.described.bytes.Load()+o.links.bytes.Load()+o.passages.bytes.Load()+o.forms.bytes.Load())
}

// unpacked are things that were unpacked, so that what is asked for again and again is unpacked once: each thing has a few places,
// which it shares with those whose numbers differ from its own by a multiple of the sets of places, and takes that of the one which
// has stood there for longest. Where the things take more than they may, sets are emptied one after the other.
type unpacked[T any] struct {
	once  sync.Once
	sets  []unpackedSet[T]
	most  int64         // bytes of packed rows
	bytes atomic.Int64  // of those kept
	hand  atomic.Uint32 // set that is emptied next
}

// ways is how many places each thing has.
const ways = 4

type unpackedSet[T any] struct {
	next   atomic.Uint32 // place that is taken next
	places [ways]atomic.Pointer[unpackedThing[T]]
}

type unpackedThing[T any] struct {
	number int
	bytes  int64
	thing  T
}

// get is thing i of rows, unpacked by unpack where it is not kept; of its row's bytes at most so many count.
func (u *unpacked[T]) get(s *Snapshot, rows *texts, i int, most int64, unpack func(i int) T) *T {
	u.once.Do(func() { u.make(s, rows) })
	set := &u.sets[i&(len(u.sets)-1)]
	for w := range set.places {
		if t := set.places[w].Load(); t != nil && t.number == i {
			return &t.thing
		}
	}
	t := &unpackedThing[T]{i, min(int64(len(rows.at(i))), most), unpack(i)}
	u.put(&set.places[(set.next.Add(1)-1)%ways], t)
	for n := 0; u.bytes.Load() > u.most && n < len(u.sets); n++ {
		other := &u.sets[int(u.hand.Add(1)-1)&(len(u.sets)-1)]
		for w := range other.places {
			u.put(&other.places[w], nil)
		}
	}
	return &t.thing
}

// make makes the places, a power of two.
func (u *unpacked[T]) make(s *Snapshot, rows *texts) {
	k := keepsMany
	if s.open.fewer {
		k = keepsFew
	}
	things := min(k.things, 1<<bits.Len(uint(max(rows.len(), 1)-1)))
	u.sets = make([]unpackedSet[T], max(things/ways, 1))
	u.most = int64(max(k.bytes, len(rows.all)/k.share))
}

func (u *unpacked[T]) put(place *atomic.Pointer[unpackedThing[T]], t *unpackedThing[T]) {
	old := place.Swap(t)
	if t != nil {
		u.bytes.Add(t.bytes)
	}
	if old != nil {
		u.bytes.Add(-old.bytes)
	}
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
	return s.open.passages.get(s, &s.passages.rows, i, wholeRow, func(i int) Passage { return *s.passage(i) })
}
