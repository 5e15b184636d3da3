package evaluate

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Interval is a mean and the 95 % range of its bootstrap. Low and High are null where fewer than fewest independent things
// stand behind it: drawn anew from so few, they give a range that is far too narrow. Value is null where nothing could be measured.
type Interval struct {
	Value *float64 `json:"value"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`
}

// fewest is the number of independent things from which a range is told.
const fewest = 8

// draws is how often the bootstrap resamples; the seed is fixed so that the same data give the same interval.
const (
	draws         = 2000
	bootstrapSeed = 2018
)

// measurement is one metric of one case: a year of a partnership, or an event.
type measurement struct {
	cluster string // cases of one cluster depend on each other
	value   float64
}

// clusters is the number of different clusters.
func clusters(ms []measurement) int {
	seen := map[string]bool{}
	for _, m := range ms {
		seen[m.cluster] = true
	}
	return len(seen)
}

// bootstrap is the mean of the measurements and its 95 % range when clusters are drawn anew with replacement. NaN values are
// cases in which nothing could be measured, and left out.
func bootstrap(ms []measurement) Interval {
	var sums, counts []float64
	at := map[string]int{}
	for _, m := range ms {
		if math.IsNaN(m.value) {
			continue
		}
		i, ok := at[m.cluster]
		if !ok {
			i = len(sums)
			at[m.cluster] = i
			sums, counts = append(sums, 0), append(counts, 0)
		}
		sums[i] += m.value
		counts[i]++
	}
	out := Interval{Value: ratio(sums, counts, nil)}
	if len(sums) < fewest {
		return out
	}
	pcg := rand.NewPCG(bootstrapSeed, uint64(len(sums)))
	means := make([]float64, draws)
	drawn := make([]int, len(sums))
	for d := range means {
		for i := range drawn {
			hi, _ := bits.Mul64(pcg.Uint64(), uint64(len(sums)))
			drawn[i] = int(hi)
		}
		means[d] = *ratio(sums, counts, drawn)
	}
	sort.Float64s(means)
	low, high := means[draws*25/1000], means[draws*975/1000-1]
	out.Low, out.High = &low, &high
	return out
}

// ratio is Σ sums / Σ counts over the drawn clusters, all where none are named; nil where nothing was counted.
func ratio(sums, counts []float64, drawn []int) *float64 {
	var sum, count float64
	if drawn == nil {
		for i := range sums {
			sum, count = sum+sums[i], count+counts[i]
		}
	}
	for _, i := range drawn {
		sum, count = sum+sums[i], count+counts[i]
	}
	if count == 0 {
		return nil
	}
	mean := graph.Round12(sum / count)
	return &mean
}

// beyond reports whether the whole interval lies above x (1), below it (-1), or holds it (0, also where there is none).
func (i Interval) beyond(x float64) int {
	switch {
	case i.Low == nil || i.High == nil:
		return 0
	case *i.Low > x:
		return 1
	case *i.High < x:
		return -1
	}
	return 0
}
