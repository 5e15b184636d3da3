package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
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
		snap, err := svc.Snapshot(ctx, "")
		if err != nil {
			return a.explain(err)
		}
		a.say("nothing to repair: the embedded store in %s is whole, and nobody else writes to it\n", a.config.DataDir)
		rel := snap.Release()
		return a.writeOutcome(outcome{What: "repair", Planned: dry, Release: &rel})
	}
	telling, done := a.telling(ctx, quiet, "comparing "+a.storeName()+" with what was loaded")
	if dry {
		d, err := st.PlanRepair(telling)
		done()
		if err != nil {
			return a.explain(err)
		}
		return a.show(outcome{What: "repair", Planned: true, Counts: d.Counts, Rows: rowsByHand(&d)}, func() error { return a.printRepair(d) }, repairTable(rowsByHand(&d)))
	}
	rel, changed, err := st.Repair(telling, "crosswalk repair")
	done()
	if err != nil {
		return a.explain(fmt.Errorf("nothing was changed: %w", err))
	}
	if !changed {
		a.say("nothing to repair: the database holds what was loaded; release %d (%s) stays\n", rel.Number, rel.ID())
		return a.writeOutcome(outcome{What: "repair", Release: &rel})
	}
	return a.writeOutcome(a.told("repaired", rel, changed))
}

// repairTable has one row a row that was written by hand.
func repairTable(rows []rowByHand) export.Table {
	t := export.Table{Columns: []string{"class", "id", "said"}}
	for _, r := range rows {
		t.Add(r.Class, r.ID, r.Said)
	}
	return t
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
	rows := rowsByHand(&d)
	for _, r := range rows[:min(most, len(rows))] {
		p.line("  %s %s %s", r.Class, r.ID, r.Said)
	}
	if len(rows) > most {
		p.line("  and %d more", len(rows)-most)
	}
	return p.err
}
