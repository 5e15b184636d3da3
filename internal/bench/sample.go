package main

import (
	"context"
	"math"
	"slices"
	"time"
)

// sample is one number a run, in any order.
type sample []float64

// quantile is the value below which the share q in [0, 1] of the sample lies, between two of them by their distance; NaN of an
// empty sample.
func (s sample) quantile(q float64) float64 {
	if len(s) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(s))
	at := q * float64(len(sorted)-1)
	low := int(at)
	if low+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[low] + (at-float64(low))*(sorted[low+1]-sorted[low])
}

// summary is what is told of a sample.
type summary struct {
	N      int     `json:"n"`
	Median float64 `json:"median"`
	P5     float64 `json:"p5"`
	P95    float64 `json:"p95"`
}

// summary is the zero value for an empty sample.
func (s sample) summary() summary {
	if len(s) == 0 {
		return summary{}
	}
	return summary{len(s), s.quantile(0.5), s.quantile(0.05), s.quantile(0.95)}
}

// scaled is every number times by.
func (s sample) scaled(by float64) sample {
	out := make(sample, len(s))
	for i, x := range s {
		out[i] = x * by
	}
	return out
}

// effort bounds how often something is measured: at most runs times, and no further run begins after budget; once in any case.
type effort struct {
	runs   int
	budget time.Duration
}

// seconds measures f. An error of f ends it, as does the context.
func (e effort) seconds(ctx context.Context, f func(context.Context) error) (sample, error) {
	return e.measure(ctx, func(ctx context.Context) (float64, error) {
		began := time.Now()
		err := f(ctx)
		return time.Since(began).Seconds(), err
	})
}

// measure is seconds for a function that measures by itself.
func (e effort) measure(ctx context.Context, f func(context.Context) (float64, error)) (sample, error) {
	var s sample
	for began := time.Now(); len(s) == 0 || len(s) < e.runs && time.Since(began) < e.budget; {
		if err := ctx.Err(); err != nil {
			return s, err
		}
		x, err := f(ctx)
		if err != nil {
			return s, err
		}
		s = append(s, x)
	}
	return s, nil
}
