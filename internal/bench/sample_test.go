package main

import (
	"context"
	"errors"
	"math"
	"testing"
	"time"
)

func TestQuantile(t *testing.T) {
	s := sample{40, 10, 30, 20}
	for _, tc := range []struct{ q, want float64 }{{0, 10}, {0.5, 25}, {1, 40}, {1.0 / 3, 20}, {0.95, 38.5}} {
		if got := s.quantile(tc.q); math.Abs(got-tc.want) > 1e-9 {
			t.Errorf("quantile %v is %v, want %v", tc.q, got, tc.want)
		}
	}
	if s[0] != 40 {
		t.Error("asking for a quantile sorted the sample itself")
	}
	if !math.IsNaN(sample{}.quantile(0.5)) {
		t.Error("an empty sample has a median")
	}
}

func TestSummary(t *testing.T) {
	if got := (sample{}).summary(); got != (summary{}) {
		t.Errorf("of nothing: %+v", got)
	}
	if got := (sample{7}).summary(); got != (summary{1, 7, 7, 7}) {
		t.Errorf("of one: %+v", got)
	}
	if got := (sample{1, 2, 3}).scaled(1000).summary(); got.N != 3 || got.Median != 2000 {
		t.Errorf("scaled: %+v", got)
	}
}

// TestEffort: as many runs as asked for, fewer where the budget is spent, one in any case; an error ends it.
func TestEffort(t *testing.T) {
	n := 0
	count := func(context.Context) (float64, error) { n++; return float64(n), nil }
	if s, err := (effort{4, time.Hour}).measure(t.Context(), count); err != nil || len(s) != 4 {
		t.Errorf("%v, %v", s, err)
	}
	if s, err := (effort{4, 0}).measure(t.Context(), count); err != nil || len(s) != 1 {
		t.Errorf("without a budget: %v, %v", s, err)
	}
	broken := errors.New("broken")
	if s, err := (effort{4, time.Hour}).measure(t.Context(), func(context.Context) (float64, error) { return 0, broken }); !errors.Is(err, broken) || len(s) != 0 {
		t.Errorf("of what fails: %v, %v", s, err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := (effort{4, time.Hour}).measure(gone, count); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
	if s, err := (effort{1, 0}).seconds(t.Context(), func(context.Context) error { time.Sleep(5 * time.Millisecond); return nil }); err != nil || s[0] < 0.005 || s[0] > 5 {
		t.Errorf("five milliseconds took %v s: %v", s, err)
	}
}
