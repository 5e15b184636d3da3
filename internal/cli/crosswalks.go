package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) crosswalksCommand() *cobra.Command {
	var s scoringFlags
	var f crosswalk.Filter
	var bands []string
	var items bool
	c := &cobra.Command{Use: "crosswalks", Short: "Links between working groups, ranked",
		Example: "  crosswalk crosswalks --band strong,established\n  crosswalk crosswalks --group energy --items -o csv", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, b := range bands {
				if err := oneOf("band", b, words(crosswalk.Bands)...); err != nil {
					return err
				}
				f.Bands = append(f.Bands, crosswalk.Band(b))
			}
			r, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			f.Group = groupID(r, f.Group)
			xs, err := r.List(f)
			if err != nil {
				return err
			}
			all, err := a.open.svc.Intervals(snap, o)
			if err != nil {
				return err
			}
			for i := range xs {
				xs[i].RankInterval = r.Interval(all, xs[i].Members[0].ID, xs[i].Members[1].ID)
			}
			if items {
				m := r.Model().Snapshot()
				return a.write(api.PairItems(m, xs), export.Items(m, xs), "a", "b", "channel", "name_en", "points", "status", "year", "weight", "passages")
			}
			return a.write(xs, export.Pairs(xs), "a_name_en", "b_name_en", "band", "score", "rank", "events", "context")
		}}
	s.add(c)
	c.Flags().StringVar(&f.Group, "group", "", "a group that the pair holds, by id or name")
	c.Flags().StringSliceVar(&bands, "band", nil, "only these bands: strong, established, emerging, mentioned, latent, none")
	c.Flags().StringVar(&f.Channel, "channel", "", "only pairs with anything in this channel")
	c.Flags().BoolVar(&items, "items", false, "one row a counted item, with its passages")
	return c
}

// words are named strings as plain ones.
func words[T ~string](in []T) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = string(s)
	}
	return out
}

func (a *app) pairCommand() *cobra.Command {
	var s scoringFlags
	c := &cobra.Command{Use: "pair GROUP GROUP", Short: "One pair, its whole explanation",
		Example: "  crosswalk pair energy human-capital", Args: exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			m := r.Model().Snapshot()
			x, err := r.Pair(groupID(r, args[0]), groupID(r, args[1]))
			if err != nil {
				return err
			}
			all, err := a.open.svc.Intervals(snap, o)
			if err != nil {
				return err
			}
			x.RankInterval = r.Interval(all, x.Members[0].ID, x.Members[1].ID)
			if a.format == "table" {
				return a.printPair(m, x)
			}
			return a.write(x, export.Items(m, []crosswalk.Explanation{x}))
		}}
	s.add(c)
	return c
}
