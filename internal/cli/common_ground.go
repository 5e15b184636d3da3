package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) commonGroundCommand() *cobra.Command {
	var s scoringFlags
	c := &cobra.Command{Use: "common-ground", Short: "Themes that most groups touch and no joint event addresses",
		Example: "  crosswalk common-ground", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			g, err := a.open.svc.GroupOpportunities(snap, o)
			if err != nil {
				return err
			}
			all := g.CommonGround()
			return a.write(all, export.CommonGround(all), "name_en", "groups", "of", "group_ids")
		}}
	s.add(c)
	return c
}
