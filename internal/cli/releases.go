package cli

import (
	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) releasesCommand() *cobra.Command {
	return &cobra.Command{Use: "releases", Short: "What was loaded, newest first",
		Example: "  crosswalk releases", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			svc, err := a.service(cmd.Context())
			if err != nil {
				return err
			}
			rs, err := svc.Store().Releases(cmd.Context())
			if err != nil {
				return a.explain(err)
			}
			if rs == nil {
				rs = []graph.Release{}
			}
			return a.write(rs, export.Releases(rs), "number", "time", "by", "reports", "added", "removed", "changed", "id")
		}}
}
