package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) compareCommand() *cobra.Command {
	var from, to int
	var s scoringFlags
	c := &cobra.Command{Use: "compare [--from YEAR] [--to YEAR]", Short: "Two editions: what appeared, vanished, changed",
		Example: "  crosswalk compare\n  crosswalk compare --from 2018 --to 2019", Args: noArgs,
		Long: "Compare sets two loaded editions beside each other. Without --from and --to these are the newest edition and the one before it.",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("as-of") {
				return usagef("--as-of says nothing here; --from and --to name the years")
			}
			sides, err := a.sides(cmd.Context(), s, from, to)
			if err != nil {
				return err
			}
			x := explore.Compare(sides[0], sides[1])
			return a.write(x, export.PairChanges(x), "a_name_en", "b_name_en", "change", "band_before", "band_after", "score_before", "score_after")
		}}
	s.add(c)
	c.Flags().IntVar(&from, "from", 0, "year of an edition (default: the one before --to)")
	c.Flags().IntVar(&to, "to", 0, "year of another edition (default: the newest)")
	return c
}

// sides are the rankings as of the two years.
func (a *app) sides(ctx context.Context, s scoringFlags, from, to int) (sides [2]*crosswalk.Ranking, err error) {
	newest, _, snap, err := a.ranking(ctx, s)
	if err != nil {
		return sides, err
	}
	known := editionsOf(snap, snap.ID(newest.Model().Partnership))
	if from, to, err = a.chosenEditions(known, from, to); err != nil {
		return sides, err
	}
	fmt.Fprintf(a.stderr, "comparing the edition of %d with that of %d\n", from, to)
	for i, year := range []int{from, to} {
		s.asOf = year
		r, _, _, err := a.ranking(ctx, s)
		if err == nil {
			err = explore.HasEdition(r, year)
		}
		if err != nil {
			return sides, err
		}
		sides[i] = r
	}
	return sides, nil
}

// editionsOf lists the years of a partnership's editions, ascending.
func editionsOf(s *graph.Snapshot, partnership string) []int {
	var years []int
	for _, r := range s.Reports() {
		if r.Partnership == partnership && !slices.Contains(years, r.Year) {
			years = append(years, r.Year)
		}
	}
	slices.Sort(years)
	return years
}

// chosenEditions completes the years where they were left out (0): the newest edition, and the one before the other.
func (a *app) chosenEditions(known []int, from, to int) (int, int, error) {
	if to == 0 {
		to = known[len(known)-1]
	}
	if from == 0 {
		for _, y := range known {
			if y < to {
				from = y
			}
		}
	}
	switch {
	case from == 0 && len(known) == 1:
		return 0, 0, fmt.Errorf("one edition is loaded, that of %d, and two are needed: load another one (%s): %w", known[0], a.again("load FILE"), graph.ErrNotFound)
	case from == 0:
		return 0, 0, fmt.Errorf("no edition before %d is loaded; the years are %v: %w", to, known, graph.ErrNotFound)
	case from == to:
		return 0, 0, usagef("--from and --to are both %d; name two of the years %v", to, known)
	}
	return from, to, nil
}
