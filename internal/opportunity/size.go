package opportunity

import (
	"context"
	"unsafe"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Bytes that an id and an entry of a map take, about.
const (
	idSize    = 48
	entrySize = 64
)

// Size is about how many bytes of memory the opportunities take that were found so far, the ranking left out.
func (g *Groups) Size() int {
	n := 0
	for _, c := range []*candidates{&g.pairs, &g.triples} {
		found, _ := c.get(context.Background(), func() ([]candidate, error) { return nil, errNotYet })
		for i := range found {
			n += found[i].size()
		}
	}
	return n
}

func (c *candidate) size() int {
	n := int(unsafe.Sizeof(*c)) + 8*len(c.groups) + supportSize(c.supports)
	n += len(c.leftOut) * (int(unsafe.Sizeof(crosswalk.LeftOut{})) + 6*idSize)
	for _, s := range c.next {
		n += int(unsafe.Sizeof(s)) + idSize*(6+len(s.Groups)+len(s.Passages))
	}
	return n
}

func supportSize(all []support) int {
	n := cap(all) * int(unsafe.Sizeof(support{}))
	for _, s := range all {
		n += idSize*len(s.passages) + 16*len(s.stance)
		for _, places := range s.places {
			n += idSize * (1 + len(places))
		}
	}
	return n
}

// Size is about how many bytes of memory the answers take, the ranking left out.
func (b *Bodies) Size() int {
	n := entrySize * len(b.named)
	for i := range b.all {
		x := &b.all[i]
		n += int(unsafe.Sizeof(*x)) + 8*len(x.chairs) + saidSize(x.events) + saidSize(x.themes) + saidSize(x.told)
		for _, passages := range x.groups {
			n += entrySize + idSize*len(passages)
		}
	}
	for i := range b.pairs {
		p := &b.pairs[i]
		n += int(unsafe.Sizeof(*p)) + len(p.id) + 4*len(p.next) + supportSize(p.supports)
	}
	return n
}

func saidSize(by map[graph.Node][]string) int {
	n := 0
	for _, passages := range by {
		n += entrySize + idSize*len(passages)
	}
	return n
}
