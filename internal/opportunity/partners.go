package opportunity

import (
	"cmp"
	"slices"
	"sync"
)

// Touch says that a thing touches a feature: an institution a group, a theme or an event. Both are numbered from 0.
type Touch struct{ Thing, Feature int32 }

// Partner is a thing that has something in common with another one: Weight is the sum of 1/(d - 1) over the features that both
// touch, d being the number of things that touch the feature (resource allocation among the others: Zhou, Lü and Zhang 2009,
// European Physical Journal B 71, with each thing's own share left out). It orders and is never shown.
type Partner struct {
	Thing  int32
	Weight float64
}

// Partners finds what has most in common with a thing, by going to its features and back: two hops over an inverted index. A
// feature that more than the cap of things touch says nothing specific and is passed over. It is immutable and safe for
// concurrent use.
type Partners struct {
	of, by  sparse // features of a thing, things by feature; both ascending
	hub     int
	Skipped int // features above the cap
}

// sparse are compressed sparse rows: those of row i are items[offsets[i]:offsets[i+1]].
type sparse struct{ offsets, items []int32 }

func (s sparse) row(i int32) []int32 { return s.items[s.offsets[i]:s.offsets[i+1]] }

// NewPartners indexes touches of so many things; one that comes twice counts once. cap ≤ 0 is no cap.
func NewPartners(things int, touches []Touch, hub int) *Partners {
	features := int32(0)
	for _, t := range touches {
		features = max(features, t.Feature+1)
	}
	p := &Partners{hub: hub}
	p.of = compress(things, touches, func(t Touch) (int32, int32) { return t.Thing, t.Feature })
	p.by = transpose(p.of, int(features))
	for f := range features {
		if p.skips(f) {
			p.Skipped++
		}
	}
	return p
}

// compress sorts touches into rows, each ascending and without repeats.
func compress(rows int, touches []Touch, of func(Touch) (row, item int32)) sparse {
	s := sparse{offsets: make([]int32, rows+1), items: make([]int32, len(touches))}
	for _, t := range touches {
		row, _ := of(t)
		s.offsets[row+1]++
	}
	for i := 1; i < len(s.offsets); i++ {
		s.offsets[i] += s.offsets[i-1]
	}
	next := slices.Clone(s.offsets)
	for _, t := range touches {
		row, item := of(t)
		s.items[next[row]] = item
		next[row]++
	}
	kept := int32(0)
	for i := range rows {
		row := s.items[s.offsets[i]:s.offsets[i+1]]
		slices.Sort(row)
		row = slices.Compact(row)
		s.offsets[i] = kept // the row before ends where this one begins
		kept += int32(copy(s.items[kept:], row))
	}
	s.offsets[rows] = kept
	s.items = s.items[:kept]
	return s
}

// transpose turns rows into columns; the columns' items are ascending because rows are walked in order.
func transpose(s sparse, columns int) sparse {
	out := sparse{offsets: make([]int32, columns+1), items: make([]int32, len(s.items))}
	for _, c := range s.items {
		out.offsets[c+1]++
	}
	for i := 1; i < len(out.offsets); i++ {
		out.offsets[i] += out.offsets[i-1]
	}
	next := slices.Clone(out.offsets)
	for row := range len(s.offsets) - 1 {
		for _, c := range s.row(int32(row)) {
			out.items[next[c]] = int32(row)
			next[c]++
		}
	}
	return out
}

func (p *Partners) skips(feature int32) bool {
	return p.hub > 0 && len(p.by.row(feature)) > p.hub
}

// Met lists what has something in common with a thing, ascending.
func (p *Partners) Met(thing int32) []int32 {
	var t tally
	p.meet(thing, &t)
	out := make([]int32, len(t.met))
	for i, at := range t.met {
		out[i] = t.thing(at)
	}
	slices.Sort(out)
	return out
}

// Top lists the k things that have most in common with a thing, most first, those with as much by number.
func (p *Partners) Top(thing int32, k int) []Partner {
	return p.top(thing, k, &tally{}, nil)
}

// top appends to out.
func (p *Partners) top(thing int32, k int, t *tally, out []Partner) []Partner {
	p.meet(thing, t)
	defer t.clear()
	start := len(out)
	for _, at := range t.met {
		q := Partner{t.thing(at), t.weights[at]}
		if n := len(out) - start; n == k {
			if k == 0 || inOrder(out[len(out)-1], q) < 0 {
				continue
			}
			out = out[:len(out)-1]
		}
		at, _ := slices.BinarySearchFunc(out[start:], q, inOrder)
		out = slices.Insert(out, start+at, q)
	}
	return out
}

// inOrder is the order of partners: weight, then number.
func inOrder(a, b Partner) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Thing, b.Thing))
}

// EachTop calls visit with the top k of every thing, from so many goroutines at once, each thing once and in no order; what visit
// is given is used again afterwards.
func (p *Partners) EachTop(k, goroutines int, visit func(thing int32, top []Partner)) {
	const chunk = 1 << 10
	things := int32(len(p.of.offsets) - 1)
	var next int32
	var mu sync.Mutex
	take := func() int32 {
		mu.Lock()
		defer mu.Unlock()
		at := next
		next = min(next+chunk, things)
		return at
	}
	var all sync.WaitGroup
	for range max(goroutines, 1) {
		all.Go(func() {
			t, out := tally{}, []Partner(nil)
			for from := take(); from < things; from = take() {
				for thing := from; thing < min(from+chunk, things); thing++ {
					out = p.top(thing, k, &t, out[:0])
					visit(thing, out)
				}
			}
		})
	}
	all.Wait()
}
