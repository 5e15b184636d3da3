package flight_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/flight"
)

// TestOnce: many who ask at once get one value of one computation, the next a new one.
func TestOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group
		var begun atomic.Int32
		ask := func() int32 {
			v, err := flight.Do(t.Context(), &g, "key", func(context.Context) (int32, error) {
				n := begun.Add(1)
				time.Sleep(time.Second)
				return n, nil
			})
			if err != nil {
				t.Error(err)
			}
			return v
		}
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				if v := ask(); v != 1 {
					t.Errorf("computation %d rather than the first", v)
				}
			})
		}
		all.Wait()
		if v := ask(); v != 2 {
			t.Errorf("after its end: computation %d", v)
		}
	})
}

// TestFirstLeaves: the first to leave gets the cause of its own end at once; who stays gets the value.
func TestFirstLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group
		compute := func(ctx context.Context) (string, error) {
			select {
			case <-ctx.Done():
				return "", ctx.Err()
			case <-time.After(10 * time.Second):
				return "made", nil
			}
		}
		begin := time.Now()
		var both sync.WaitGroup
		both.Go(func() {
			ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
			defer cancel()
			if _, err := flight.Do(ctx, &g, "key", compute); !errors.Is(err, context.DeadlineExceeded) || time.Since(begin) != 2*time.Second {
				t.Errorf("the first: %v after %v", err, time.Since(begin))
			}
		})
		synctest.Wait()
		both.Go(func() {
			if v, err := flight.Do(t.Context(), &g, "key", compute); v != "made" || err != nil || time.Since(begin) != 10*time.Second {
				t.Errorf("the second: %q, %v after %v", v, err, time.Since(begin))
			}
		})
		both.Wait()
	})
}

// TestLastLeaves: when the last has left the computation is told to stop; until it has, no other begins, and whoever asks
// meanwhile gets the value of the next.
func TestLastLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group
		var running, begun atomic.Int32
		compute := func(ctx context.Context) (int32, error) {
			if running.Add(1) > 1 {
				t.Error("two computations of a key run at once")
			}
			defer running.Add(-1)
			n := begun.Add(1)
			if n > 1 {
				return n, nil
			}
			<-ctx.Done()
			time.Sleep(time.Minute) // a slow end
			return n, ctx.Err()
		}
		ctx, leave := context.WithCancelCause(t.Context())
		bored := errors.New("bored")
		var all sync.WaitGroup
		for range 2 {
			all.Go(func() {
				if _, err := flight.Do(ctx, &g, "key", compute); !errors.Is(err, bored) {
					t.Errorf("who left gets %v", err)
				}
			})
		}
		synctest.Wait()
		leave(bored)
		all.Wait()
		begin := time.Now()
		if v, err := flight.Do(t.Context(), &g, "key", compute); v != 2 || err != nil || time.Since(begin) != time.Minute {
			t.Errorf("who came later: %d, %v after %v", v, err, time.Since(begin))
		}
		if _, err := flight.Do(ctx, &g, "other", compute); !errors.Is(err, bored) || begun.Load() != 2 {
			t.Errorf("asked by one who is gone: %v, %d begun", err, begun.Load())
		}
	})
}

// TestPanic: a panic reaches all who wait, who may catch it, and the next begins anew.
func TestPanic(t *testing.T) {
	var g flight.Group
	ask := func(compute func(context.Context) (int, error)) (says any) {
		defer func() { says = recover() }()
		_, _ = flight.Do(t.Context(), &g, "key", compute)
		return nil
	}
	if says, _ := ask(func(context.Context) (int, error) { panic("broken") }).(string); !strings.HasPrefix(says, "broken") || !strings.Contains(says, "group_test.go") {
		t.Errorf("the panic says %q", says)
	}
	if says := ask(func(context.Context) (int, error) { return 1, nil }); says != nil {
		t.Errorf("the next: %v", says)
	}
}
