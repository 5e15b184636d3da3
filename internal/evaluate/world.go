package evaluate

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// world is one partnership that rankings are judged on.
type world struct {
	name         string // of the data that it belongs to
	partnership  string
	snapshot     *graph.Snapshot
	truth        *synth.Truth // nil where nobody knows it
	several      bool         // one of several independent partnerships
	institutions bool         // judge opportunities of institutions too
	parameters   *crosswalk.Parameters
}

// cluster is what a case depends on: its partnership where there are several, else its year.
func (w world) cluster(year int) string {
	if w.several {
		return w.partnership
	}
	return fmt.Sprint(year)
}

// synthetic makes partnership number index of the options.
func synthetic(o synth.Options, index int) (world, error) {
	w, err := synth.NewWorld(o, index)
	if err != nil {
		return world{}, err
	}
	var bundles []graph.Bundle
	for b, ok := w.Next(); ok; b, ok = w.Next() {
		bundles = append(bundles, b)
	}
	g, err := graph.Merge(bundles, nil)
	if err != nil {
		return world{}, fmt.Errorf("merge %s: %w", w.Partnership(), err)
	}
	t := w.Truth()
	return world{name: syntheticName(o), partnership: w.Partnership(), snapshot: graph.NewSnapshot(g, graph.Release{Number: 1}), truth: &t, several: o.Partnerships > 1}, nil
}

func syntheticName(o synth.Options) string {
	if o.Partnerships == 1 {
		return "1 synthetic partnership"
	}
	return fmt.Sprintf("%d synthetic partnerships", o.Partnerships)
}

// lasting is what could be known of each pair's rate in a year: affinity and sizes, without that year's chance.
func (w world) lasting(v *view, pairs []pair, year int) []float64 {
	return w.hidden(v, pairs, year, w.truth.Options.Shares.Size)
}

// affinity is each pair's affinity in a year.
func (w world) affinity(v *view, pairs []pair, year int) []float64 {
	return w.hidden(v, pairs, year, 0)
}

// hidden is √affinity·z + √size·(s_a + s_b)/√2 of pairs.
func (w world) hidden(v *view, pairs []pair, year int, size float64) []float64 {
	at, err := w.truth.At(year)
	if err != nil {
		return make([]float64, len(pairs))
	}
	sizes, known := map[string]float64{}, map[[2]string]float64{}
	for _, g := range w.truth.Groups {
		sizes[g.ID] = g.Size
	}
	for _, p := range w.truth.Pairs {
		known[ordered(p.A, p.B)] = p.Affinity[at]
	}
	out := make([]float64, len(pairs))
	for i, p := range pairs {
		a, b := v.id(p[0]), v.id(p[1])
		out[i] = float64(math.Sqrt(w.truth.Options.Shares.Affinity)*known[ordered(a, b)]) + float64(math.Sqrt(size)*(sizes[a]+sizes[b]))/math.Sqrt2
	}
	return out
}

func ordered(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// recover compares the rankings as of the newest year with the truth.
func (c *collector) recover(w world, v *view) {
	pairs := v.activePairs()
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Or(cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1])) })
	lasting, affinity := w.lasting(v, pairs, v.asOf), w.affinity(v, pairs, v.asOf)
	scores := v.scores(pairs)
	delete(scores, Random)
	cluster := w.cluster(v.asOf)
	for method, s := range scores {
		c.put(key{w.name, TestTruth, TaskTruth, method, MetricRate}, cluster, rankCorrelation(s, lasting))
		c.put(key{w.name, TestTruth, TaskTruth, method, MetricAffinity}, cluster, rankCorrelation(s, affinity))
	}
	c.count(w.name, TestTruth, TaskTruth, len(pairs), 0)
}
