package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

func (a *app) loadCommand() *cobra.Command {
	var dry bool
	var names []string
	c := &cobra.Command{Use: "load FILE…", Short: "Load bundles or judgements, each file one release",
		Long: "Load reads bundles (crosswalk-bundle/1) or judgements (crosswalk-judgements/1); - is standard input. All files are checked before the first is\nloaded. Exit code 0 means that every release is durable.\n" +
			"--packaged loads an edition that comes with the program, also one that was withdrawn.",
		Example: "  crosswalk load --packaged cmp-2018\n  crosswalk load --dry-run bundle.json\n  crosswalk load bundle.json judgements.json",
		Args: func(_ *cobra.Command, files []string) error {
			if len(files) > 0 || len(names) > 0 {
				return nil
			}
			return usagef("load takes FILE… (bundles or judgements), or --packaged NAME (%s, which comes with the program); none was given", strings.Join(editions.Names(), ", "))
		},
		RunE: func(cmd *cobra.Command, files []string) error {
			changes, err := a.changesOf(names, files)
			if err != nil {
				return err
			}
			if _, err := a.service(cmd.Context()); err != nil {
				return err
			}
			var done []outcome
			for _, w := range changes {
				o, err := a.carryOut(cmd.Context(), w, dry)
				if err != nil {
					return errors.Join(err, a.writeOutcomes(done))
				}
				done = append(done, o)
			}
			return a.writeOutcomes(done)
		}}
	c.Flags().BoolVar(&dry, "dry-run", false, "say what would change, change nothing")
	c.Flags().StringSliceVar(&names, "packaged", nil, "load a packaged edition: "+strings.Join(editions.Names(), ", "))
	_ = c.RegisterFlagCompletionFunc("packaged", cobra.FixedCompletions(editions.Names(), cobra.ShellCompDirectiveNoFileComp))
	return c
}

// changesOf reads and checks packaged editions and files; the errors of all are told at once.
func (a *app) changesOf(names, files []string) ([]wanted, error) {
	var out []wanted
	for _, name := range names {
		b, err := packagedBundle("--packaged", name)
		if err != nil {
			return nil, err
		}
		out = append(out, wanted{graph.Change{Put: []graph.Bundle{b}, By: packaged}, "packaged edition " + name, "loading", "loaded"})
	}
	var errs []error
	for _, f := range files {
		c, err := a.readChange(f)
		if err != nil {
			errs = append(errs, err)
		}
		c.By = "crosswalk load"
		out = append(out, wanted{c, shownFile(f), "loading", "loaded"})
	}
	if len(errs) > 0 {
		return nil, fmt.Errorf("nothing was loaded:\n%w", errors.Join(errs...))
	}
	return out, nil
}
