package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

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
