package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// judged is candidates in one ranking: a score each, and whether each came true. Equal scores are ties, and every metric is
// what a random order of the ties gives on average, so that no ranking gains from the order in which candidates stand.
type judged struct {
	scores []float64
	labels []bool
}

// block is candidates of one score.
type block struct{ size, hits int }

// blocks are the ties, best first.
func (j judged) blocks() []block {
	order := make([]int, len(j.scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(j.scores[b], j.scores[a]) })
	var out []block
	for n, i := range order {
		if n == 0 || j.scores[i] != j.scores[order[n-1]] {
			out = append(out, block{})
		}
		last := &out[len(out)-1]
		last.size++
		if j.labels[i] {
			last.hits++
		}
	}
	return out
}

func (j judged) hits() int {
	n := 0
	for _, l := range j.labels {
		if l {
			n++
		}
	}
	return n
}

// auc is the chance that one that came true stands above one that did not, ties half; NaN where either is missing.
func (j judged) auc() float64 {
	below := len(j.labels) - j.hits()
	pairs := float64(below) * float64(j.hits())
	sum := 0.0
	for _, b := range j.blocks() {
		misses := b.size - b.hits
		below -= misses
		sum += float64(b.hits) * (float64(below) + 0.5*float64(misses))
	}
	if pairs == 0 {
		return math.NaN()
	}
	return sum / pairs
}

// averagePrecision is the mean, over those that came true, of the precision down to each; NaN where none did. Within a tie of m
// with r hits after n of which h hit, the one at place i is a hit with r/m, and then finds h + 1 + (i-1)(r-1)/(m-1) hits.
func (j judged) averagePrecision() float64 {
	n, h, sum := 0, 0, 0.0
	for _, b := range j.blocks() {
		m, r := float64(b.size), float64(b.hits)
		for i := 1; i <= b.size && b.hits > 0; i++ {
			found := float64(h) + 1
			if b.size > 1 {
				found += float64(i-1) * (r - 1) / (m - 1)
			}
			sum += r / m * found / float64(n+i)
		}
		n, h = n+b.size, h+b.hits
	}
	if h == 0 {
		return math.NaN()
	}
	return sum / float64(h)
}

// precisionAt is the share of the first k that came true; of all where there are fewer; NaN where there are none.
func (j judged) precisionAt(k int) float64 {
	k = min(k, len(j.labels))
	left, sum := k, 0.0
	for _, b := range j.blocks() {
		take := min(left, b.size)
		sum += float64(take) * float64(b.hits) / float64(b.size)
		if left -= take; left == 0 {
			break
		}
	}
	if k == 0 {
		return math.NaN()
	}
	return sum / float64(k)
}

// rankCorrelation is Spearman's: Pearson's of mean ranks; NaN where either has no spread.
func rankCorrelation(a, b []float64) float64 { return correlation(meanRanks(a), meanRanks(b)) }

// meanRanks are ranks from 1, ties sharing their mean.
func meanRanks(xs []float64) []float64 {
	order := make([]int, len(xs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(xs[a], xs[b]) })
	out := make([]float64, len(xs))
	for from := 0; from < len(order); {
		to := from
		for to < len(order) && xs[order[to]] == xs[order[from]] {
			to++
		}
		for _, i := range order[from:to] {
			out[i] = float64(from+to+1) / 2
		}
		from = to
	}
	return out
}

func correlation(a, b []float64) float64 {
	var ma, mb float64
	for i := range a {
		ma += a[i] / float64(len(a))
		mb += b[i] / float64(len(b))
	}
	var ab, aa, bb float64
	for i := range a {
		ab += float64((a[i] - ma) * (b[i] - mb))
		aa += float64((a[i] - ma) * (a[i] - ma))
		bb += float64((b[i] - mb) * (b[i] - mb))
	}
	if aa == 0 || bb == 0 {
		return math.NaN()
	}
	return ab / math.Sqrt(float64(aa*bb))
}

// places turns an order into scores: the first of n candidates gets the highest, equal ones the same. compare is negative where
// i stands before k.
func places(n int, compare func(i, k int) int) []float64 {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, compare)
	out := make([]float64, n)
	for at, i := range order {
		out[i] = -float64(at)
		if at > 0 && compare(order[at-1], i) == 0 {
			out[i] = out[order[at-1]]
		}
	}
	return out
}
