package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func (a *app) withdrawCommand() *cobra.Command {
	var dry bool
	c := &cobra.Command{Use: "withdraw REPORT…", Short: "Take reports out; what others state stays",
		Long:    "Withdraw takes away what only these reports state, in one release. Loading a report again brings it back.",
		Example: "  crosswalk withdraw --dry-run cmp-2018\n  crosswalk withdraw cmp-2018",
		Args:    minArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			ids := make([]string, len(args))
			for i, r := range args {
				ids[i] = reportID(r)
				if err := loaded(s, ids[i]); err != nil {
					return fmt.Errorf("nothing was withdrawn: %w", err)
				}
			}
			w := wanted{graph.Change{Withdraw: ids, By: "crosswalk withdraw"}, strings.Join(ids, ", "), "withdrawing", "withdrawn"}
			o, err := a.carryOut(cmd.Context(), w, dry)
			if err != nil {
				return err
			}
			if o.Changed {
				a.tellUndo(s.Release(), ids)
			}
			return a.writeOutcome(o)
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would change, change nothing")
	return c
}

// tellUndo says how the reports that a release held are brought back.
func (a *app) tellUndo(was graph.Release, reports []string) {
	for _, id := range reports {
		if name := packagedAs(id, bundleOf(was, id)); name != "" {
			fmt.Fprintf(a.stderr, "to undo: %s\n", a.again("load --packaged "+name))
			continue
		}
		fmt.Fprintf(a.stderr, "to undo: %s, FILE being the bundle that %s was loaded from\n", a.again("load FILE"), id)
	}
}

// loaded checks that a report is loaded; else the error names the one that was probably meant, and those that are.
func loaded(s *graph.Snapshot, report string) error {
	var known []string
	for _, r := range s.Reports() {
		if r.ID == report {
			return nil
		}
		known = append(known, r.ID)
	}
	hint := meant("", graph.Nearest(report, known))
	if hint == "" {
		hint = "; loaded: " + strings.Join(known, ", ")
	}
	return fmt.Errorf("%s is not loaded%s: %w", report, hint, graph.ErrNotFound)
}
