package graph

import (
	"runtime"
	"testing"
)

// TestSizes: the parts that are counted come to what the heap grows by, and each grows with what it holds.
func TestSizes(t *testing.T) {
	g := mustMerge(t, []Bundle{large(benchmarkLinks)}, nil)
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	s := NewSnapshot(g, Release{})
	without := s.Size()
	z := s.Sizes()
	grown := int(heap() - before)
	sum := z.Links + z.Passages + z.Entities + z.Notes + z.Words + z.Quotes + z.Unpacked + z.Search
	if without != sum-z.Search {
		t.Errorf("%d bytes without the index, of %+v", without, z)
	}
	if sum < grown*9/10 || sum > grown*11/10 {
		t.Errorf("%d bytes are counted, the heap grew by %d: %+v", sum, grown, z)
	}
	if z.Links < 20*s.NumLinks() || z.Passages < 50*s.NumPassages() || z.Entities < 50*s.NumEntities() || z.Search == 0 {
		t.Errorf("too little: %+v", z)
	}
	small := NewSnapshot(mustMerge(t, []Bundle{sample().Canonical()}, nil), Release{}).Sizes()
	if small.Links >= z.Links/100 || small.Notes == 0 || small.Links == 0 {
		t.Errorf("a small graph: %+v", small)
	}
	runtime.KeepAlive(g)
	runtime.KeepAlive(s)
}
