package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) compareCommand() *cobra.Command {
	var from, to int
	var s scoringFlags
	c := &cobra.Command{Use: "compare --from YEAR --to YEAR", Short: "Two editions: what appeared, vanished, changed", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if from == 0 || to == 0 {
				return usagef("--from and --to name the years of two editions; both are needed")
			}
			if cmd.Flags().Changed("as-of") {
				return usagef("--as-of says nothing here; --from and --to name the years")
			}
			var sides [2]*crosswalk.Ranking
			for i, year := range []int{from, to} {
				s.asOf = year
				r, _, _, err := a.ranking(cmd.Context(), s)
				if err == nil {
					err = explore.HasEdition(r, year)
				}
				if err != nil {
					return err
				}
				sides[i] = r
			}
			x := explore.Compare(sides[0], sides[1])
			return a.write(x, export.PairChanges(x), "a", "b", "change", "score_before", "score_after", "band_before", "band_after")
		}}
	s.add(c)
	c.Flags().IntVar(&from, "from", 0, "year of an edition")
	c.Flags().IntVar(&to, "to", 0, "year of another edition")
	return c
}
