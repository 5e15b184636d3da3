package cli

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TestProgress: what takes long is told with its step and how far that has come, in whole lines where nobody watches a terminal; what
// ends soon is not told, and nothing is told after the end.
func TestProgress(t *testing.T) {
	defer goleak.VerifyNone(t)
	var out bytes.Buffer
	a := &app{stderr: &guarded{w: &out}}
	a.progress(quiet, "something short")()
	if out.Len() > 0 {
		t.Errorf("what ends at once is told: %q", out.String())
	}
	a.progress(0, "what was asked for")()
	ctx, done := a.telling(t.Context(), 20*time.Millisecond, "loading x")
	graph.Tell(ctx, graph.Progress{Step: "write links", Done: 3, Total: 9})
	time.Sleep(200 * time.Millisecond)
	done()
	told := out.String()
	if told != "what was asked for …\nloading x: write links, 3 of 9 … 0s\n" {
		t.Errorf("told: %q", told)
	}
	graph.Tell(ctx, graph.Progress{Step: "after the end"})
	time.Sleep(50 * time.Millisecond)
	if out.String() != told || strings.Contains(told, "\x1b") {
		t.Errorf("told after the end: %q", out.String())
	}
}
