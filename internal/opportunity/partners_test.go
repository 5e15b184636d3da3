package opportunity_test

import (
	"cmp"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestPartners: the partners are those of going through all pairs.
func TestPartners(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		things, features := rapid.IntRange(1, 9).Draw(t, "things"), rapid.IntRange(1, 6).Draw(t, "features")
		touches := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) opportunity.Touch {
			return opportunity.Touch{Thing: int32(rapid.IntRange(0, things-1).Draw(t, "thing")), Feature: int32(rapid.IntRange(0, features-1).Draw(t, "feature"))}
		}), 0, 30).Draw(t, "touches")
		hub, k := rapid.IntRange(0, 6).Draw(t, "cap"), rapid.IntRange(0, 9).Draw(t, "k")
		touch := map[opportunity.Touch]bool{}
		degree := make([]int, features)
		for _, x := range touches {
			if !touch[x] {
				touch[x] = true
				degree[x.Feature]++
			}
		}
		skipped := 0
		for _, d := range degree {
			if hub > 0 && d > hub {
				skipped++
			}
		}
		p := opportunity.NewPartners(things, touches, hub)
		if p.Skipped != skipped {
			t.Fatalf("%d features skipped, not %d", p.Skipped, skipped)
		}
		got := make([][]opportunity.Partner, things)
		var mu sync.Mutex
		p.EachTop(k, 3, func(thing int32, top []opportunity.Partner) {
			mu.Lock()
			defer mu.Unlock()
			got[thing] = slices.Clone(top)
		})
		for a := range int32(things) {
			var want []opportunity.Partner
			for b := range int32(things) {
				w := 0.0
				for f := range int32(features) {
					if a != b && touch[opportunity.Touch{Thing: a, Feature: f}] && touch[opportunity.Touch{Thing: b, Feature: f}] && (hub == 0 || degree[f] <= hub) {
						w += 1 / float64(degree[f]-1)
					}
				}
				if w > 0 {
					want = append(want, opportunity.Partner{Thing: b, Weight: w})
				}
			}
			if n := p.Met(a); len(n) != len(want) || !slices.IsSorted(n) {
				t.Fatalf("%d meets %v, not %v", a, n, want)
			}
			slices.SortFunc(want, func(x, y opportunity.Partner) int {
				return cmp.Or(cmp.Compare(y.Weight, x.Weight), cmp.Compare(x.Thing, y.Thing))
			})
			want = want[:min(k, len(want))]
			if !slices.Equal(want, p.Top(a, k)) || !slices.Equal(want, got[a]) {
				t.Fatalf("the top %d of %d: %v and %v, not %v", k, a, p.Top(a, k), got[a], want)
			}
		}
	})
}

// million is a million institutions with five million touches: most features small, some large, as degrees are in reports.
func million() []opportunity.Touch {
	r := rand.New(rand.NewPCG(1, 2))
	touches := make([]opportunity.Touch, 5_000_000)
	for i := range touches {
		touches[i] = opportunity.Touch{Thing: int32(r.IntN(1_000_000)), Feature: int32(float64(1_000_000) * math.Pow(r.Float64(), 1.5))}
	}
	return touches
}

func BenchmarkPartnersIndex(b *testing.B) {
	touches := million()
	for b.Loop() {
		opportunity.NewPartners(1_000_000, touches, 400)
	}
}

// BenchmarkPartnersOfOne is the top 20 of one of a million.
func BenchmarkPartnersOfOne(b *testing.B) {
	p := opportunity.NewPartners(1_000_000, million(), 400)
	thing := int32(0)
	for b.Loop() {
		p.Top(thing, 20)
		thing = (thing + 1) % 1_000_000
	}
}

// BenchmarkPartnersOfAll is the top 20 of each of a million.
func BenchmarkPartnersOfAll(b *testing.B) {
	p := opportunity.NewPartners(1_000_000, million(), 400)
	for b.Loop() {
		p.EachTop(20, runtime.GOMAXPROCS(0), func(int32, []opportunity.Partner) {})
	}
}
