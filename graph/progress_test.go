package graph

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProgressReachesWhoListens(t *testing.T) {
	Tell(t.Context(), Progress{Step: "nobody listens"})
	Tell(WithProgress(t.Context(), nil), Progress{Step: "nobody listens"})
	var heard []Progress
	ctx, cancel := context.WithCancel(WithProgress(t.Context(), func(p Progress) { heard = append(heard, p) }))
	defer cancel()
	Tell(ctx, Progress{Step: "write", Done: 1, Total: 2})
	if diff := cmp.Diff([]Progress{{"write", 1, 2}}, heard); diff != "" {
		t.Error(diff)
	}
}
