package neo4jstore

import (
	"slices"
	"sync/atomic"
	"testing"
)

// TestAhead: values come in order, one is made ahead and no more, and a loop that is left leaves nothing at work.
func TestAhead(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7} {
		for leave := range n + 1 {
			var begun, ended atomic.Int32
			var got []int
			for v := range ahead(n, func(i int) int { begun.Add(1); defer ended.Add(1); return i * i }) {
				if len(got) == leave {
					break
				}
				got = append(got, v)
				if most := int32(len(got) + 1); begun.Load() > most {
					t.Errorf("%d are begun while number %d is used", begun.Load(), len(got))
				}
			}
			want := []int{}
			for i := range leave {
				want = append(want, i*i)
			}
			if !slices.Equal(got, want) || begun.Load() != ended.Load() {
				t.Errorf("of %d, left at %d: %v; %d begun, %d ended", n, leave, got, begun.Load(), ended.Load())
			}
		}
	}
}
