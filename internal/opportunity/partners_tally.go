package opportunity

import "math/bits"

// tally is the working memory of one search: the weight of each thing met, in an open hash table with linear probing that is no
// larger than the search can fill half of, so that it stays in the processor's nearest cache. The zero value is empty.
type tally struct {
	things  []int32 // thing + 1 by place, 0 where none is
	weights []float64
	met     []int32 // places that hold a thing
	shift   int     // of a hash, so that it is a place
}

// room makes an empty tally ready for so many things.
func (t *tally) room(things int) {
	width := max(bits.Len(uint(2*things)), 4)
	if n := 1 << width; n > len(t.things) {
		t.things, t.weights = make([]int32, n), make([]float64, n)
	}
	t.shift = 32 - width
}

// add adds to a thing's weight.
func (t *tally) add(thing int32, weight float64) {
	mask := uint32(1)<<(32-t.shift) - 1
	at := uint32(thing) * 2654435769 >> t.shift // 2^32/φ: Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4)
	for t.things[at] != thing+1 {
		if t.things[at] == 0 {
			t.things[at] = thing + 1
			t.weights[at] = 0
			t.met = append(t.met, int32(at))
			break
		}
		at = (at + 1) & mask
	}
	t.weights[at] += weight
}

// thing is the one at a place of met.
func (t *tally) thing(place int32) int32 { return t.things[place] - 1 }

func (t *tally) clear() {
	for _, at := range t.met {
		t.things[at] = 0
	}
	t.met = t.met[:0]
}

// meet weighs everything that has something in common with a thing. The caller clears the tally.
func (p *Partners) meet(thing int32, t *tally) {
	most := 0
	for _, f := range p.of.row(thing) {
		if !p.skips(f) {
			most += len(p.by.row(f))
		}
	}
	t.room(min(most, len(p.of.offsets)))
	for _, f := range p.of.row(thing) {
		others := p.by.row(f)
		if len(others) < 2 || p.skips(f) {
			continue
		}
		w := 1 / float64(len(others)-1)
		for _, y := range others {
			if y != thing {
				t.add(y, w)
			}
		}
	}
}
