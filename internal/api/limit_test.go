package api

import (
	"fmt"
	"testing"
	"time"
)

// One client may send its rate, and twice that at once after a rest; others are not touched by it, and those who rested are forgotten.
func TestLimiter(t *testing.T) {
	now := time.Unix(0, 0)
	l := newLimiter(10, func() time.Time { return now })
	sent := func(key string, n int) (ok int) {
		for range n {
			if may, after := l.take(key); may {
				ok++
			} else if after <= 0 || after > time.Second {
				t.Fatalf("refused, and may after %v", after)
			}
		}
		return ok
	}
	if got := sent("a", 100); got != 20 {
		t.Errorf("at once: %d of 100, want 20", got)
	}
	if got := sent("b", 20); got != 20 {
		t.Errorf("another client: %d of 20", got)
	}
	total := 0
	for range 100 { // ten seconds, 50 a second
		now = now.Add(100 * time.Millisecond)
		total += sent("a", 5)
	}
	if total != 100 {
		t.Errorf("in ten seconds: %d, want 100", total)
	}
	now = now.Add(time.Hour)
	if got := sent("a", 100); got != 20 {
		t.Errorf("after a rest: %d, want 20", got)
	}
	for i := range 3 * mostClients {
		now = now.Add(time.Microsecond)
		l.take(fmt.Sprint(i))
		if len(l.clients) > mostClients {
			t.Fatalf("%d clients are kept", len(l.clients))
		}
	}
}
