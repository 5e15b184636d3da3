package cli

import (
	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	return groupOf("export", "Write what was loaded", a.exportBundleCommand())
}

func (a *app) exportBundleCommand() *cobra.Command {
	var report string
	var quotes bool
	c := &cobra.Command{Use: "bundle --report REPORT", Short: "Write a loaded report's bundle to standard output", Args: noArgs,
		Example: "  crosswalk export bundle --report cmp-2018",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if report == "" {
				return usagef("--report names the report, such as --report cmp-2018; what is loaded is listed by: %s", a.again("releases"))
			}
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			if err := loaded(s, reportID(report)); err != nil {
				return err
			}
			bundle, err := a.open.store.Bundle(cmd.Context(), reportID(report))
			if err != nil {
				return a.explain(err)
			}
			if quotes {
				for i, p := range bundle.Passages {
					if ps, ok := s.Passage(p.ID); ok {
						bundle.Passages[i].Quote = ps.Quote
					}
				}
			}
			_, err = a.stdout.Write(bundle.Encode())
			return err
		}}
	c.Flags().StringVar(&report, "report", "", "the report, such as cmp-2018")
	c.Flags().BoolVar(&quotes, "quotes", false, "with the source's own words, where it was attached")
	return c
}
