package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func (a *app) withdrawCommand() *cobra.Command {
	return &cobra.Command{Use: "withdraw REPORT…", Short: "Take reports out; what others state stays", Args: minArgs(1),
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
			return a.apply(cmd.Context(), "withdrawing", strings.Join(ids, ", "), graph.Change{Withdraw: ids, By: "crosswalk withdraw"})
		}}
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
	if len(known) == 0 {
		return fmt.Errorf("%s is not loaded; no report is: %w", report, graph.ErrNotFound)
	}
	hint := meant("", graph.Nearest(report, known))
	if hint == "" {
		hint = "; loaded: " + strings.Join(known, ", ")
	}
	return fmt.Errorf("%s is not loaded%s: %w", report, hint, graph.ErrNotFound)
}
