package opportunity

import (
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// maxNamed is the most institutions that an event may name, or that a theme or group may touch, to say anything specific about
// two of them.
const maxNamed = 12

// hubCap is the most institutions that a theme or group may touch to bring two of them together as candidates.
const hubCap = 400

// candidates pairs institutions of different sides that share a group or a theme, or that one event of at most maxNamed names, by
// an inverted index: what touches more than hubCap institutions brings nobody together and is counted as skipped.
func (b *Bodies) candidates() []bodyPair {
	index := map[graph.Node][]int{} // group or theme → institutions
	met := map[[2]int]bool{}
	for i, x := range b.all {
		for g := range x.groups {
			index[b.f.model.Groups()[g]] = append(index[b.f.model.Groups()[g]], i)
		}
		for t := range x.themes {
			index[t] = append(index[t], i)
		}
	}
	for _, list := range index {
		if len(list) > hubCap {
			b.Skipped++
			continue
		}
		b.meet(met, list)
	}
	named := map[graph.Node][]int{}
	for i, x := range b.all {
		for n := range x.events {
			if b.named[n] <= maxNamed {
				named[n] = append(named[n], i)
			}
		}
	}
	for _, list := range named {
		b.meet(met, list)
	}
	var out []bodyPair
	for p := range met {
		if x, ok := b.pair(b.all[p[0]], b.all[p[1]], index); ok {
			out = append(out, x)
		}
	}
	sort.Slice(out, func(i, k int) bool { return out[i].before(out[k]) })
	return out
}

// meet pairs those of a list, ascending numbers, that stand on different sides.
func (b *Bodies) meet(met map[[2]int]bool, list []int) {
	for i, x := range list {
		for _, y := range list[i+1:] {
			if b.all[x].side != b.all[y].side {
				met[[2]int{x, y}] = true
			}
		}
	}
}
