package cli

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// wanted is a change that a command was asked for.
type wanted struct {
	graph.Change
	what  string // for people: the file, the edition or the reports
	doing string // loading, withdrawing
	done  string // loaded, withdrawn
}

// carryOut makes a change in the open store, or only plans it, and says what it did or would do. It reports whether the graph
// changed.
func (a *app) carryOut(ctx context.Context, w wanted, dry bool) (changed bool, err error) {
	if err := a.tellUnstated(ctx, w); err != nil {
		return false, err
	}
	if dry {
		d, err := a.open.store.Plan(ctx, w.Change)
		if err != nil {
			return false, a.explain(fmt.Errorf("%s: %w", w.what, err))
		}
		fmt.Fprintf(a.stdout, "%s would be %s: %s\n", w.what, w.done, countsText(d.Counts))
		return false, nil
	}
	telling, done := a.telling(ctx, 0, w.doing+" "+w.what)
	rel, changed, err := a.open.store.Apply(telling, w.Change)
	done()
	if err != nil {
		return false, a.explain(fmt.Errorf("%s: nothing was changed: %w", w.what, err))
	}
	a.told(w.what, rel, changed)
	return changed, nil
}

// told says what a change did.
func (a *app) told(what string, rel graph.Release, changed bool) {
	if !changed {
		fmt.Fprintf(a.stdout, "%s: nothing to change, release %d (%s) stays\n", what, rel.Number, rel.ID())
		return
	}
	fmt.Fprintf(a.stdout, "%s: release %d (%s): %s\n", what, rel.Number, rel.ID(), countsText(rel.Counts))
}

func countsText(c graph.Counts) string {
	total := func(m map[string]int) int {
		n := 0
		for _, v := range m {
			n += v
		}
		return n
	}
	return fmt.Sprintf("%d added, %d changed, %d removed", total(c.Added), total(c.Changed), total(c.Removed))
}
