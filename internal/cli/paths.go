package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) pathsCommand() *cobra.Command {
	var q explore.PathQuery
	var types []string
	var release string
	c := &cobra.Command{Use: "paths FROM TO", Short: "Explained ways between two things",
		Example: "  crosswalk paths natural-resources-canada human-capital", Args: exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if q.MaxHops < 1 || q.K < 1 { // 0 means the default to the search, not to people
				return usagef("--max-hops is %d and --k is %d; both must be at least 1", q.MaxHops, q.K)
			}
			for _, t := range types {
				lt, err := explore.LinkType(t)
				if err != nil {
					return err
				}
				q.Types = append(q.Types, lt)
			}
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			q.From, q.To = fullID(s, args[0]), fullID(s, args[1])
			ps, err := explore.FindPaths(s, q)
			if err != nil {
				return err
			}
			return a.show(ps, func() error { return a.printPaths(s, ps) }, export.Paths(ps))
		}}
	c.Flags().IntVar(&q.MaxHops, "max-hops", explore.DefaultHops, "most links of a path")
	c.Flags().IntVarP(&q.K, "k", "k", explore.DefaultK, "most paths")
	c.Flags().StringSliceVar(&types, "types", nil, "only these link types")
	addRelease(c, &release)
	return c
}

func (a *app) interlocksCommand() *cobra.Command {
	var release string
	c := &cobra.Command{Use: "interlocks ID ID…", Short: "What a chosen set of things shares",
		Example: "  crosswalk interlocks energy mining", Args: minArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			xs, err := explore.Interlocks(s, fullIDs(s, args))
			if err != nil {
				return err
			}
			return a.write(xs, export.Interlocks(xs), "name_en", "member", "types", "roles", "shared", "overlap", "kind", "thing")
		}}
	addRelease(c, &release)
	return c
}

func (a *app) connectorsCommand() *cobra.Command {
	var s scoringFlags
	var least int
	c := &cobra.Command{Use: "connectors", Short: "Institutions in several groups, alphabetical",
		Example: "  crosswalk connectors --min-groups 3", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if least < 2 {
				return usagef("--min-groups is %d; several groups are at least 2", least)
			}
			r, _, _, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			cs := explore.Connectors(r, least, "en")
			return a.write(cs, export.Connectors(cs), "name_en", "groups", "group_ids", "country", "type")
		}}
	s.add(c)
	c.Flags().IntVar(&least, "min-groups", 2, "fewest groups")
	return c
}
