package cli

import (
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// trialCommands make worlds and judge rankings.
func (a *app) trialCommands() []*cobra.Command {
	return []*cobra.Command{a.synthCommand(), a.evaluateCommand()}
}

func (a *app) synthCommand() *cobra.Command {
	o := synth.Defaults()
	var out string
	c := &cobra.Command{Use: "synth --out DIR", Short: "Make synthetic partnerships of any size, for measurements", Args: noArgs,
		Long: "Writes one bundle for each partnership and year to DIR, as skewed as the edition of 2018, and to DIR/truth what stands behind\n" +
			"them: who has to do with whom. The same options give the same bytes. What is made is fiction.",
		Example: "  crosswalk synth --partnerships 2 --years 5 --out /tmp/synthetic\n  crosswalk load /tmp/synthetic/*.json",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return usagef("--out names the folder to write to")
			}
			if err := o.Check(); err != nil {
				return usageError{err}
			}
			ctx, done := a.telling(cmd.Context(), quiet, "making synthetic partnerships")
			err := synth.Write(ctx, out, o)
			done()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.stderr, "%d bundles of %d partnerships written to %s, what stands behind them to %s\n", o.Bundles(), o.Partnerships, out, out+"/truth")
			return err
		}}
	f := c.Flags()
	f.IntVar(&o.Partnerships, "partnerships", o.Partnerships, "number of partnerships")
	f.IntVar(&o.Years, "years", o.Years, "editions of a partnership, one a year")
	f.StringVar(&out, "out", "", "folder to write to; made where there is none")
	synthFlags(f, &o)
	return c
}

// synthFlags are the options of synthetic partnerships that every command with such has.
func synthFlags(f *pflag.FlagSet, o *synth.Options) {
	f.IntVar(&o.Groups, "groups", o.Groups, "working groups of a partnership")
	f.IntVar(&o.Institutions, "institutions", o.Institutions, "institutions that an edition names")
	f.IntVar(&o.FirstYear, "first-year", o.FirstYear, "year of the first edition")
	f.Uint64Var(&o.Seed, "seed", o.Seed, "another seed gives other partnerships")
	f.Float64Var(&o.Shares.Affinity, "affinity", o.Shares.Affinity, "share of lasting affinity in what makes groups work together")
	f.Float64Var(&o.Shares.Size, "size", o.Shares.Size, "share of the groups' sizes in it")
	f.Float64Var(&o.Shares.Chance, "chance", o.Shares.Chance, "share of the year's chance in it; the three sum to 1")
	f.Float64Var(&o.Generic, "generic", o.Generic, "share of what four groups or more have in common that says nothing of affinity")
	f.Float64Var(&o.Memory, "memory", o.Memory, "correlation of an affinity with that of the year before")
}
