package cli

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// opportunityFlags choose opportunities.
type opportunityFlags struct {
	scoringFlags
	query       opportunity.Query
	members     string
	institution string
}

func (a *app) opportunitiesCommand() *cobra.Command {
	var f opportunityFlags
	c := &cobra.Command{Use: "opportunities [GROUP GROUP…]", Short: "Missing collaboration: new, follow-up, deepen; or one of them, explained",
		Example: "  crosswalk opportunities --kind new\n  crosswalk opportunities energy forestry\n  crosswalk opportunities --members institutions", Args: maxArgs(3),
		Long: "Opportunities lists what collaboration is missing. Named by its members (two or three groups, or two institutions) or by its id, one is explained.",
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(cmd); err != nil {
				return err
			}
			if len(args) > 0 {
				return a.opportunity(cmd.Context(), f, args)
			}
			all, err := a.opportunities(cmd.Context(), f)
			if err != nil {
				return err
			}
			shown := []string{"a_name_en", "b_name_en", "c_name_en", "reasons", "kind", "level", "rank"}
			if f.query.Size == 2 {
				shown = []string{"a_name_en", "b_name_en", "reasons", "kind", "level", "rank"}
			}
			return a.write(all, export.Opportunities(all), shown...)
		}}
	f.add(c)
	c.Flags().StringVar(&f.members, "members", "groups", "groups, or institutions (without numbers)")
	c.Flags().IntVar(&f.query.Size, "size", 2, "members of each: 2, or 3 for triples of groups")
	c.Flags().StringVar(&f.query.Kind, "kind", "", "one of the lists: new, follow-up, deepen")
	c.Flags().StringVar(&f.query.Group, "group", "", "a group that is a member, by id or name")
	c.Flags().StringVar(&f.institution, "institution", "", "an institution that is a member, by id or name")
	c.Flags().StringVar(&f.query.Theme, "theme", "", "a theme that supports it, by id or name")
	return c
}

// check refuses flags that say nothing about the chosen members, rather than leave them unheard.
func (f *opportunityFlags) check(cmd *cobra.Command) error {
	if err := oneOf("members", f.members, "groups", "institutions"); err != nil {
		return err
	}
	others := map[string][]string{"groups": {"institution"}, "institutions": {"size", "group", "theme"}}
	for _, name := range others[f.members] {
		if cmd.Flags().Changed(name) {
			return usagef("--%s says nothing about %s; leave it out, or change --members", name, f.members)
		}
	}
	return nil
}

// opportunities lists those that the flags choose.
func (a *app) opportunities(ctx context.Context, f opportunityFlags) ([]opportunity.Opportunity, error) {
	r, o, snap, err := a.ranking(ctx, f.scoringFlags)
	if err != nil {
		return nil, err
	}
	m := r.Model().Snapshot()
	if f.members == "institutions" {
		b, err := a.open.svc.BodyOpportunities(snap, o)
		if err != nil {
			return nil, err
		}
		return b.List(f.query.Kind, fullID(m, f.institution))
	}
	g, err := a.open.svc.GroupOpportunities(snap, o)
	if err != nil {
		return nil, err
	}
	f.query.Group, f.query.Theme = groupID(r, f.query.Group), fullID(m, f.query.Theme)
	all, err := g.List(f.query)
	if err != nil {
		return nil, err
	}
	iv, err := a.open.svc.GroupIntervals(snap, o, f.query.Size)
	for i := range all {
		if r, ok := iv[all[i].ID]; ok {
			all[i].RankInterval = &r
		}
	}
	return all, err
}
