package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
)

func (a *app) checkCommand() *cobra.Command {
	var schema bool
	c := &cobra.Command{Use: "check FILE…", Short: "Check bundles or judgements, load nothing",
		Long:    "Check tells everything that is wrong with bundles (crosswalk-bundle/1) or judgements (crosswalk-judgements/1), each with its place; - is standard\ninput. --schema writes the JSON Schema of a bundle instead.",
		Example: "  crosswalk check bundle.json\n  crosswalk check --schema",
		Args: func(c *cobra.Command, files []string) error {
			if schema {
				return noArgs(c, files)
			}
			return minArgs(1)(c, files)
		},
		RunE: func(_ *cobra.Command, files []string) error {
			if schema {
				_, err := a.stdout.Write(graph.JSONSchema())
				return err
			}
			var errs []error
			good := []fileOutcome{}
			for _, f := range files {
				if _, err := a.readChange(f); err != nil {
					errs = append(errs, err)
					continue
				}
				a.say("%s: good\n", shownFile(f))
				good = append(good, fileOutcome{File: shownFile(f), Is: "good"})
			}
			return errors.Join(append(errs, a.writeFiles(good))...)
		}}
	c.Flags().BoolVar(&schema, "schema", false, "write the JSON Schema of a bundle to standard output")
	return c
}
