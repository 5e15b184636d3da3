package cli

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/evaluate"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

func (a *app) evaluateCommand() *cobra.Command {
	c := &cobra.Command{Use: "evaluate", Short: "Judge rankings by what came after, and against simple baselines", Args: noArgs, RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() }}
	c.AddCommand(a.evaluateLinksCommand())
	return c
}

// evaluateFlags choose what rankings are judged on.
type evaluateFlags struct {
	on, release, partnership string
	set                      []string
	worlds                   synth.Options
	institutions             bool
}

func (a *app) evaluateLinksCommand() *cobra.Command {
	s := evaluateFlags{worlds: synth.Defaults()}
	s.worlds.Partnerships, s.worlds.Years = 20, 6
	c := &cobra.Command{Use: "links", Short: "Judge the rankings of links and opportunities", Args: noArgs,
		Long: "Ranks pairs as of each year and looks at which have a new event in the next edition (rolling origin), hides one event at a\n" +
			"time and looks where its pair stands then (leave one event out), and compares rankings with the truth behind synthetic\n" +
			"partnerships: ours and the baselines that anyone could compute, each with a 95 % interval where eight independent cases or more\n" +
			"stand behind it. Ours: crosswalk (the published order of links), score (the same without bands), opportunity (the published list),\n" +
			"in common (its order, over all pairs). Theirs: random, size (what both groups do), common count, jaccard, resource allocation and\n" +
			"association strength (of institutions and themes in common), persistence (joint events of the newest edition), promises (those to\n" +
			"come), event count (all of them). The oracle knows the truth. AUC is how often a pair that comes true stands above one that does\n" +
			"not (0.5: no order at all), P@3 how many of the first three do; rate and affinity are rank correlations with the truth.\n" +
			"internal/evaluate/README.md says what was found and tried.",
		Example: "  crosswalk evaluate links --on store\n  crosswalk evaluate links --on synthetic --worlds 12 --years 3\n" +
			"  crosswalk evaluate links --on synthetic --worlds 12 --years 3 --set scoring.half_life=6",
		RunE: func(cmd *cobra.Command, _ []string) error {
			o, err := a.evaluation(cmd.Context(), s)
			if err != nil {
				return err
			}
			ctx, done := a.telling(cmd.Context(), quiet, "judging rankings")
			r, err := evaluate.Links(ctx, o)
			done()
			if err != nil {
				return err
			}
			if a.format == "table" {
				return a.printEvaluation(r)
			}
			return a.write(r, evaluationTable(r))
		}}
	f := c.Flags()
	f.StringVar(&s.on, "on", "both", "what rankings are judged on: store, synthetic or both")
	addRelease(c, &s.release)
	f.StringVar(&s.partnership, "partnership", "", "id of the partnership in the store (default: the only one)")
	f.StringArrayVar(&s.set, "set", nil, "another parameter of the method, such as scoring.half_life=6")
	f.IntVar(&s.worlds.Partnerships, "worlds", s.worlds.Partnerships, "number of synthetic partnerships")
	f.IntVar(&s.worlds.Years, "years", s.worlds.Years, "editions of a synthetic partnership, one a year")
	f.BoolVar(&s.institutions, "pairs-of-institutions", false, "judge opportunities of institutions too, which takes longer")
	synthFlags(f, &s.worlds)
	return c
}

// evaluation reads what the flags choose.
func (a *app) evaluation(ctx context.Context, s evaluateFlags) (evaluate.Options, error) {
	o := evaluate.Options{Institutions: s.institutions, Workers: runtime.GOMAXPROCS(0)}
	if err := oneOf("on", s.on, "store", "synthetic", "both"); err != nil {
		return o, err
	}
	p, err := crosswalk.ParseSettings(s.set)
	if err != nil {
		return o, usageError{err}
	}
	o.Parameters = p
	if s.on != "store" {
		if err := s.worlds.Check(); err != nil {
			return o, usageError{err}
		}
		o.Worlds = s.worlds
	}
	if s.on == "synthetic" {
		return o, nil
	}
	if o.Snapshot, err = a.snapshot(ctx, s.release); err != nil {
		return o, err
	}
	m, err := crosswalk.NewModel(o.Snapshot, crosswalk.Options{Partnership: partnershipID(o.Snapshot, s.partnership)})
	if err != nil {
		return o, err
	}
	o.Partnership = o.Snapshot.ID(m.Partnership)
	o.Name = dataName(o.Snapshot, o.Partnership)
	return o, nil
}

// dataName names a partnership's editions: cmp 2018, 2019.
func dataName(s *graph.Snapshot, partnership string) string {
	var years []string
	for _, r := range s.Reports() {
		if y := fmt.Sprint(r.Year); r.Partnership == partnership && (len(years) == 0 || years[len(years)-1] != y) {
			years = append(years, y)
		}
	}
	return strings.TrimPrefix(partnership, "partnership:") + " " + strings.Join(years, ", ")
}
