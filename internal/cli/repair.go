package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// repairer is a store that others can write to behind the service's back.
type repairer interface {
	PlanRepair(ctx context.Context) (graph.Delta, error)
	Repair(ctx context.Context, by string) (rel graph.Release, changed bool, err error)
}

func (a *app) repairCommand() *cobra.Command {
	var dry bool
	c := &cobra.Command{Use: "repair", Short: "Make the database hold what was loaded, whatever was written by hand",
		Long: "Repair compares every row in Neo4j with what the loaded bundles say, and takes back what somebody wrote by hand; that is one release. Nodes that\n" +
			"are not Crosswalk's stay. The embedded store needs no repair.",
		Example: "  crosswalk repair --dry-run\n  crosswalk repair",
		Args:    noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.repair(cmd.Context(), dry) }}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what was written by hand, change nothing")
	return c
}

func (a *app) repair(ctx context.Context, dry bool) error {
	svc, err := a.service(ctx)
	if err != nil {
		return err
	}
	st, ok := a.open.store.(repairer)
	if !ok { // reading it checks it
		if _, err := svc.Snapshot(ctx, ""); err != nil {
			return a.explain(err)
		}
		fmt.Fprintf(a.stdout, "nothing to repair: the embedded store in %s is whole, and nobody else writes to it\n", a.config.DataDir)
		return nil
	}
	telling, done := a.telling(ctx, quiet, "comparing "+a.storeName()+" with what was loaded")
	if dry {
		d, err := st.PlanRepair(telling)
		done()
		if err != nil {
			return a.explain(err)
		}
		return a.printRepair(d)
	}
	rel, changed, err := st.Repair(telling, "crosswalk repair")
	done()
	if err != nil {
		return a.explain(fmt.Errorf("nothing was changed: %w", err))
	}
	if !changed {
		fmt.Fprintf(a.stdout, "nothing to repair: the database holds what was loaded; release %d (%s) stays\n", rel.Number, rel.ID())
		return nil
	}
	a.told("repaired", rel, changed)
	return nil
}

// printRepair names the rows that were written by hand.
func (a *app) printRepair(d graph.Delta) error {
	if d.Empty() {
		_, err := fmt.Fprintln(a.stdout, "nothing to repair: the database holds what was loaded")
		return err
	}
	p := a.printer(nil)
	p.line("a repair would make: %s", countsText(d.Counts))
	const most = 20
	told := 0
	for _, part := range []struct {
		said string
		rows *graph.Graph
	}{{"was removed", &d.Added}, {"was changed", &d.Changed}, {"was never loaded", &d.Removed}} {
		for row := range part.rows.Rows {
			if told++; told <= most {
				p.line("  %s %s %s", row.Class, strings.ReplaceAll(row.ID, "\x1f", " "), part.said)
			}
		}
	}
	if told > most {
		p.line("  and %d more", told-most)
	}
	return p.err
}
