package service

import (
	"slices"
	"sync"
)

// kept is values of some things, by the things' keys, up to a number of things and to a size. What was used last stays, whatever
// its size; things that can be spared go before others, and have a number of their own.
type kept struct {
	most, mostSpare int // things; those that can be spared
	bytes           int // of all things together

	mu     sync.Mutex
	things []*thing // least recently used first
}

// thing is values that are of use together, by what they are.
type thing struct {
	key    string
	spare  bool
	values map[string]any
	sizes  map[string]int
	bytes  int
}

func (k *kept) get(key, what string) (any, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	i := k.find(key)
	if i < 0 {
		return nil, false
	}
	t := k.things[i]
	k.things = append(slices.Delete(k.things, i, i+1), t)
	v, ok := t.values[what]
	return v, ok
}

func (k *kept) find(key string) int {
	return slices.IndexFunc(k.things, func(t *thing) bool { return t.key == key })
}

// put keeps a value of so many bytes, in place of the one that was there.
func (k *kept) put(key, what string, value any, bytes int, spare bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	t := &thing{key: key, spare: spare, values: map[string]any{}, sizes: map[string]int{}}
	if i := k.find(key); i >= 0 {
		t = k.things[i]
		k.things = slices.Delete(k.things, i, i+1)
	}
	t.bytes += bytes - t.sizes[what]
	t.values[what], t.sizes[what] = value, bytes
	k.things = append(k.things, t)
	k.shrink()
}

// shrink lets go of things until the rest fits.
func (k *kept) shrink() {
	for len(k.things) > 1 {
		spare, bytes := 0, 0
		for _, t := range k.things {
			bytes += t.bytes
			if t.spare {
				spare++
			}
		}
		others := k.things[:len(k.things)-1]
		i := slices.IndexFunc(others, func(t *thing) bool { return t.spare })
		switch {
		case len(k.things) <= k.most && bytes <= k.bytes && (spare <= k.mostSpare || i < 0):
			return
		case i < 0:
			i = 0
		}
		k.things = slices.Delete(k.things, i, i+1)
	}
}

// clear lets go of all.
func (k *kept) clear() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.things = nil
}
