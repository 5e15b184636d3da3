package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// checkJudgements refuses verdicts of the future, which could not be taken back before it comes, and warns of those that change nothing:
// on ids that nothing states, and where a newer verdict on the pair is stored.
func (a *app) checkJudgements(ctx context.Context, w wanted) error {
	if len(w.Judge) == 0 {
		return nil
	}
	tomorrow := time.Now().Add(24 * time.Hour).UTC().Format("2006-01-02")
	var problems graph.Problems
	for i, j := range w.Judge {
		if len(j.At) >= len(tomorrow) && j.At[:len(tomorrow)] > tomorrow {
			problems = append(problems, graph.Problem{Source: w.what, Path: fmt.Sprintf("$.judgements[%d].at", i), Rule: "future",
				Message: fmt.Sprintf("%s is in the future; until then no other verdict on %s and %s could stand", j.At, j.A, j.B)})
		}
	}
	if err := problems.Err(); err != nil {
		return fmt.Errorf("nothing was changed: %w", err)
	}
	stored, err := a.open.store.Judgements(ctx)
	if err != nil {
		return a.explain(err)
	}
	stands := map[[2]string]graph.Judgement{}
	for _, j := range graph.StandingJudgements(graph.MergeJudgements(stored, w.Judge)) {
		stands[j.Pair()] = j
	}
	for _, j := range w.Judge {
		if now := stands[j.Pair()]; now.Verdict != j.Verdict && !slices.Contains(w.Judge, now) {
			fmt.Fprintf(a.stderr, "warning: %s judges %s and %s %q, but the newer verdict %q of %s stands\n", w.what, j.A, j.B, j.Verdict, now.Verdict, now.At)
		}
	}
	return a.tellUnstated(ctx, w)
}

// tellUnstated warns, before a change is made, of ids that judgements name and nothing that is loaded states. They are no error, since the edition that states
// them may come later, or have been withdrawn; but most often they are misspelt, and would do nothing in silence.
func (a *app) tellUnstated(ctx context.Context, w wanted) error {
	ids := map[string]bool{}
	for _, j := range w.Judge {
		ids[j.A], ids[j.B] = true, true
	}
	if len(ids) == 0 {
		return nil
	}
	s, err := a.open.store.Snapshot(ctx)
	if err != nil {
		return a.explain(err)
	}
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if _, err := explore.Find(s, id); err != nil {
			fmt.Fprintf(a.stderr, "warning: %s judges %s; until an edition states it, the judgement of it does nothing\n", w.what, graph.Message(err))
		}
	}
	return nil
}
