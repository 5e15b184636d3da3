package graph

import (
	"math"
	"sort"
	"strings"
)

// texts are many texts in one: text i is all[ends[i-1]:ends[i]]. A text costs its bytes and four more.
type texts struct {
	all  string
	ends []uint32
}

func (t *texts) len() int { return len(t.ends) }

// at is text i; it stays a part of all.
func (t *texts) at(i int) string {
	if i == 0 {
		return t.all[:t.ends[0]]
	}
	return t.all[t.ends[i-1]:t.ends[i]]
}

// search is the place of text s among texts in ascending order from lo to hi, or where it would stand.
func (t *texts) search(s string, lo, hi int) (i int, found bool) {
	i = lo + sort.Search(hi-lo, func(i int) bool { return t.at(lo+i) >= s })
	return i, i < hi && t.at(i) == s
}

// textsBuilder gathers texts.
type textsBuilder struct {
	all  strings.Builder
	ends []uint32
}

// add appends a text and returns its number.
func (b *textsBuilder) add(s string) int {
	b.all.WriteString(s)
	b.close()
	return len(b.ends) - 1
}

// addBytes is add for bytes that the caller uses again.
func (b *textsBuilder) addBytes(s []byte) {
	b.all.Write(s)
	b.close()
}

func (b *textsBuilder) close() {
	roomFor(b.all.Len())
	b.ends = append(b.ends, uint32(b.all.Len()))
}

// roomFor panics where texts would be longer than ends can tell.
func roomFor(bytes int) {
	if uint64(bytes) > math.MaxUint32 {
		panic("graph: a snapshot holds at most 4 GiB of ids, of words, or of rows of one class")
	}
}

// texts ends the gathering. What was reserved and not used is given back where it is much.
func (b *textsBuilder) texts() texts {
	all, ends := b.all.String(), b.ends
	if b.all.Cap()-len(all) > len(all)/16 {
		all = strings.Clone(all)
	}
	if cap(ends)-len(ends) > len(ends)/16 {
		ends = append(make([]uint32, 0, len(ends)), ends...)
	}
	*b = textsBuilder{}
	return texts{all, ends}
}
