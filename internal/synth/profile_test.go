package synth

import (
	"math"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

func edition2018(t testing.TB) graph.Bundle {
	t.Helper()
	b, err := editions.Load("cmp-2018")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSkewedAsTheRealEdition holds synthetic editions, on average, to the edition of 2018: how many of each kind and type, how
// unevenly links fall on things and passages, how many groups share what.
func TestSkewedAsTheRealEdition(t *testing.T) {
	want := measure(edition2018(t))
	bundles, _ := all(t, options(func(o *Options) { o.Partnerships, o.Years = 12, 3 }))
	var ms []measured
	for _, b := range bundles {
		ms = append(ms, measure(b))
	}
	near := func(what string, tolerance float64, of func(measured) float64) {
		t.Helper()
		sum := 0.0
		for _, m := range ms {
			sum += of(m)
		}
		got, target := sum/float64(len(ms)), of(want)
		if math.IsNaN(got) || math.Abs(got-target) > tolerance {
			t.Errorf("%s: %.3f on average, %.3f in 2018; they may differ by %.3f", what, got, target, tolerance)
		}
	}
	for k, n := range want.kinds {
		near(string(k), 2+0.25*n, func(m measured) float64 { return m.kinds[k] })
		near(string(k)+" degrees, Gini", 0.15, func(m measured) float64 { return gini(m.degrees[k]) })
		near(string(k)+" degrees, median", 1.5+0.25*quantile(want.degrees[k], 0.5), func(m measured) float64 { return quantile(m.degrees[k], 0.5) })
	}
	for l, n := range want.types {
		near(string(l), 6+0.25*n, func(m measured) float64 { return m.types[l] })
	}
	near("all degrees, Gini", 0.06, func(m measured) float64 { return gini(m.degrees[""]) })
	for _, share := range []float64{0.25, 0.5, 0.75, 0.9, 0.99} {
		near("all degrees, quantile", 1+0.35*quantile(want.degrees[""], share), func(m measured) float64 { return quantile(m.degrees[""], share) })
		near("links of a passage, quantile", 1+0.25*quantile(want.linksPerPassage, share), func(m measured) float64 { return quantile(m.linksPerPassage, share) })
	}
	near("links of a passage, Gini", 0.06, func(m measured) float64 { return gini(m.linksPerPassage) })
	near("passages of a link", 0.2, func(m measured) float64 { return mean(m.passagesPerLink) })
	near("links with several passages", 0.05, func(m measured) float64 { return share(m.passagesPerLink, 2) })
	for n, tolerance := range map[float64]float64{1: 0.15, 2: 0.04, 3: 0.02} {
		near("institutions of so many groups", tolerance, func(m measured) float64 { return share(m.groupsPerBody, n) })
		near("themes of so many groups", tolerance+0.05, func(m measured) float64 { return share(m.groupsPerTheme, n) })
	}
	near("joint events", 4, func(m measured) float64 { return share(m.tied, 2) * float64(len(m.tied)) })
	near("stated", 0.02, func(m measured) float64 { return m.stated })
	near("sure", 0.01, func(m measured) float64 { return m.sure })
	near("notes", 15, func(m measured) float64 { return m.notes })
	near("passages", 50, func(m measured) float64 { return m.passages })
	if size := len(bundles[0].Encode()); size < 900_000 || size > 1_500_000 {
		t.Errorf("a bundle has %d bytes", size)
	}
}

// TestGrowsWithItsOptions: an edition of more groups and institutions holds as much more, and as many institutions as asked for.
func TestGrowsWithItsOptions(t *testing.T) {
	small, _ := all(t, options(func(o *Options) { o.Years = 1 }))
	large, _ := all(t, options(func(o *Options) { o.Years, o.Groups, o.Institutions = 1, 36, 3000 }))
	s, l := measure(small[0]), measure(large[0])
	if s.kinds[graph.Institution] != 187 || l.kinds[graph.Institution] != 3000 {
		t.Errorf("%v and %v institutions", s.kinds[graph.Institution], l.kinds[graph.Institution])
	}
	if r := l.kinds[graph.Project] / s.kinds[graph.Project]; r < 3.5 || r > 4.5 {
		t.Errorf("projects grow by %.2f for four times the groups", r)
	}
	if r := l.types[graph.InvolvedIn] / s.types[graph.InvolvedIn]; r < 10 || r > 20 {
		t.Errorf("roles in projects grow by %.2f for sixteen times the institutions", r)
	}
}
