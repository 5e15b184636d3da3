package opportunity

import (
	"context"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// maxNamed is the most institutions that an event may name, or that a theme or group may touch, to say anything specific about
// two of them.
const maxNamed = 12

// HubCap is the most institutions that a theme or group may touch to bring two of them together as candidates.
const HubCap = 400

// candidates pairs institutions of different sides that share a group or a theme, or that one event of at most maxNamed names, by
// an inverted index: what touches more than HubCap institutions brings nobody together and is counted as skipped. It is broken
// off with the cause of ctx's end.
func (b *Bodies) candidates(ctx context.Context) ([]bodyPair, error) {
	touching := map[graph.Node]int{} // group or theme → institutions that touch it
	numbers := map[graph.Node]int32{}
	var touches []Touch
	touch := func(i int, n graph.Node) {
		f, ok := numbers[n]
		if !ok {
			f = int32(len(numbers))
			numbers[n] = f
		}
		touches = append(touches, Touch{int32(i), f})
	}
	for i, x := range b.all {
		for g := range x.groups {
			touching[b.f.model.Groups()[g]]++
			touch(i, b.f.model.Groups()[g])
		}
		for t := range x.themes {
			touching[t]++
			touch(i, t)
		}
		for n := range x.events {
			if b.named[n] <= maxNamed {
				touch(i, n)
			}
		}
	}
	partners := NewPartners(len(b.all), touches, HubCap)
	b.Skipped = partners.Skipped
	var out []bodyPair
	var t tally
	for i := range b.all {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		partners.meet(int32(i), &t)
		for _, at := range t.met {
			if k := int(t.thing(at)); k > i && b.all[i].side != b.all[k].side {
				if x, ok := b.pair(b.all[i], b.all[k], touching); ok {
					out = append(out, x)
				}
			}
		}
		t.clear()
	}
	sort.Slice(out, func(i, k int) bool { return out[i].before(out[k]) })
	return out, nil
}
