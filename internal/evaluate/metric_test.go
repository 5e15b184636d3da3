package evaluate

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// orders visits every order of the candidates that their scores allow.
func orders(j judged, visit func(labels []bool)) {
	n := len(j.scores)
	order := make([]int, 0, n)
	used := make([]bool, n)
	var walk func()
	walk = func() {
		if len(order) == n {
			labels := make([]bool, n)
			for i, c := range order {
				labels[i] = j.labels[c]
			}
			visit(labels)
			return
		}
		best := math.Inf(-1)
		for i := range n {
			if !used[i] {
				best = math.Max(best, j.scores[i])
			}
		}
		for i := range n {
			if !used[i] && j.scores[i] == best {
				used[i], order = true, append(order, i)
				walk()
				used[i], order = false, order[:len(order)-1]
			}
		}
	}
	walk()
}

// TestMetricsAreTheMeanOverTies holds every metric to its definition, averaged over all orders that the ties allow.
func TestMetricsAreTheMeanOverTies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		j := judged{}
		for range n {
			j.scores = append(j.scores, float64(rapid.IntRange(0, 2).Draw(t, "score")))
			j.labels = append(j.labels, rapid.Bool().Draw(t, "label"))
		}
		var auc, ap, p3, count float64
		orders(j, func(labels []bool) {
			count++
			hits, pairs, good, precision, first := 0.0, 0.0, 0.0, 0.0, 0.0
			for i, l := range labels {
				if l {
					hits++
					precision += hits / float64(i+1)
					for _, below := range labels[i+1:] {
						if !below {
							good++
						}
					}
				}
				if l && i < 3 {
					first++
				}
			}
			pairs = hits * (float64(n) - hits)
			auc, ap, p3 = auc+good/pairs, ap+precision/hits, p3+first/float64(min(3, n))
		})
		for name, x := range map[string][2]float64{"auc": {j.auc(), auc / count}, "ap": {j.averagePrecision(), ap / count}, "p@3": {j.precisionAt(3), p3 / count}} {
			if math.IsNaN(x[0]) != math.IsNaN(x[1]) || math.Abs(x[0]-x[1]) > 1e-9 {
				t.Fatalf("%s of %v is %v, the mean over all orders is %v", name, j, x[0], x[1])
			}
		}
	})
}

func TestRankCorrelation(t *testing.T) {
	for _, tc := range []struct {
		a, b []float64
		want float64
	}{
		{[]float64{1, 2, 3}, []float64{10, 20, 25}, 1}, {[]float64{1, 2, 3}, []float64{3, 2, 1}, -1}, {[]float64{1, 2, 3, 4}, []float64{1, 3, 2, 4}, 0.8},
		{[]float64{1, 1, 2}, []float64{1, 2, 3}, math.Sqrt(3) / 2}, {[]float64{1, 1}, []float64{1, 2}, math.NaN()},
	} {
		got := rankCorrelation(tc.a, tc.b)
		if math.IsNaN(got) != math.IsNaN(tc.want) || math.Abs(got-tc.want) > 1e-12 {
			t.Errorf("%v with %v: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

func TestPlacesShareTies(t *testing.T) {
	xs := []int{5, 7, 5, 1}
	got := places(len(xs), func(i, k int) int { return xs[k] - xs[i] })
	if got[0] != got[2] || got[1] <= got[0] || got[3] >= got[0] {
		t.Error(got)
	}
}
