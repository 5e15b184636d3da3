package service_test

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// manyGroups is a service over one edition of a partnership with many groups, whose triples take seconds.
func manyGroups(t *testing.T) (opened, *graph.Snapshot) {
	t.Helper()
	s := openFolder(t)
	o := synth.Defaults()
	o.Groups, o.Years = 56, 1
	load := func(b graph.Bundle) error { s.load(t, b); return nil }
	if err := synth.Each(t.Context(), o, load, func(synth.Truth) error { return nil }); err != nil {
		t.Fatal(err)
	}
	return s, snapshot(t, s.Service, "")
}

// TestLeave: who asks for a long computation leaves it at his own time, and it ends when nobody waits any more.
func TestLeave(t *testing.T) {
	s, snap := manyGroups(t)
	for _, tc := range []struct {
		what string
		ask  func(service.Asking) error
	}{
		{"intervals", func(a service.Asking) error { _, err := a.Intervals(snap, crosswalk.Options{}); return err }},
		{"triples", func(a service.Asking) error {
			_, err := a.GroupOpportunitiesOf(snap, crosswalk.Options{}, 3)
			return err
		}},
	} {
		if _, err := s.Ranking(snap, crosswalk.Options{}); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		begin := time.Now()
		err := tc.ask(s.For(ctx))
		if took := time.Since(begin); !errors.Is(err, context.DeadlineExceeded) || took > time.Second {
			t.Errorf("%s: left after %v: %v", tc.what, took, err)
		}
		cancel()
		begin = time.Now()
		waitFor(t, "the end of "+tc.what+" that nobody waits for", func() bool { return !computing() })
		end := time.Since(begin)
		begin = time.Now()
		if err := tc.ask(s.For(t.Context())); err != nil {
			t.Errorf("%s, asked again: %v", tc.what, err)
		}
		if whole := time.Since(begin); end > whole/2 {
			t.Errorf("%s: left, and computed for %v more, of %v that the whole takes", tc.what, end, whole)
		}
	}
}

// computing reports whether any goroutine is in a computation of models.
func computing() bool {
	stacks := make([]byte, 1<<20)
	return strings.Contains(string(stacks[:runtime.Stack(stacks, true)]), "internal/flight.(*Group).run")
}

// TestMemoryOfFilters: however many options are thought of, few copies of the graph are kept, and the published models stay.
func TestMemoryOfFilters(t *testing.T) {
	s, snap := manyGroups(t)
	heap := func() int {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	ranking := func(confidence float64) *crosswalk.Ranking {
		r, err := s.Ranking(snap, crosswalk.Options{MinConfidence: confidence})
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	published := ranking(0)
	before := heap()
	one := ranking(0.001)
	told, size := one.Size(), heap()-before
	if told < size/2 || told > size*2 {
		t.Errorf("a ranking says that it takes %d bytes, the heap grew by %d", told, size)
	}
	for i := range 30 {
		ranking(0.002 + float64(i)/1e4)
	}
	if grown := heap() - before; grown > 12*size {
		t.Errorf("after thirty thresholds the heap grew by %d bytes, one takes %d", grown, size)
	}
	if ranking(0) != published {
		t.Error("the published ranking was let go for those that were thought of")
	}
	runtime.KeepAlive(one)
}
