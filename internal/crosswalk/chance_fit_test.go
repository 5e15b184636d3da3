package crosswalk

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// TestFitDegrees: the probabilities of a row sum to its degree and those of a column to the column's, to 1e-8 in what was
// fitted; empty and full rows and columns are certain.
func TestFitDegrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cols := rapid.IntRange(1, 8).Draw(t, "columns")
		rows := make([][]int, rapid.IntRange(0, 30).Draw(t, "rows"))
		deg := make([]float64, cols)
		for i := range rows {
			for g := range cols {
				if rapid.IntRange(0, 2).Draw(t, "in") == 0 {
					rows[i] = append(rows[i], g)
					deg[g]++
				}
			}
		}
		p, ok := fitDegrees(rows, cols)
		if !ok {
			return // forced without being empty or full: said so, not shown
		}
		for _, row := range rows {
			sum := 0.0
			for _, q := range p[len(row)] {
				if !(q >= 0 && q <= 1) {
					t.Fatalf("probability %v", q)
				}
				sum += q
			}
			if math.Abs(sum-float64(len(row))) > 1e-7 {
				t.Fatalf("a row of degree %d sums to %v", len(row), sum)
			}
		}
		for g := range cols {
			sum := 0.0
			for _, row := range rows {
				sum += p[len(row)][g]
			}
			if math.Abs(sum-deg[g]) > 1e-6 {
				t.Fatalf("a column of degree %v sums to %v", deg[g], sum)
			}
		}
	})
}

// TestFitPeels: a ministry in all groups is certain, and what is left without it is fitted.
func TestFitPeels(t *testing.T) {
	p, ok := fitDegrees([][]int{{0, 1, 2, 3}, {0, 1}, {2, 3}, {0, 2}, {}}, 4)
	if !ok {
		t.Fatal("did not converge")
	}
	for g := range 4 {
		if p[4][g] != 1 || p[0][g] != 0 || math.Abs(p[2][g]-[]float64{2. / 3, 1. / 3, 2. / 3, 1. / 3}[g]) > 1e-6 {
			t.Errorf("column %d: %v in all, %v in none, %v in two", g, p[4][g], p[0][g], p[2][g])
		}
	}
}

// TestPoissonBinomialTail: equal to adding up all outcomes.
func TestPoissonBinomialTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		probs := rapid.SliceOfN(rapid.Float64Range(0, 1), 0, 8).Draw(t, "probabilities")
		n := rapid.IntRange(0, len(probs)+1).Draw(t, "n")
		want := 0.0
		for bits := range 1 << len(probs) {
			p, k := 1.0, 0
			for i, q := range probs {
				if bits>>i&1 == 1 {
					p, k = p*q, k+1
				} else {
					p *= 1 - q
				}
			}
			if k >= n {
				want += p
			}
		}
		if got := poissonBinomialTail(probs, n); math.Abs(got-want) > 1e-12 {
			t.Fatalf("P(X ≥ %d) of %v is %v, want %v", n, probs, got, want)
		}
	})
}
