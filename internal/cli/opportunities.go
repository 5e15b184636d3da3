package cli

import (
	"context"
	"strings"

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
	c := &cobra.Command{Use: "opportunities [ID]", Short: "Missing collaboration: new, follow-up, deepen; or one of them, explained", Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.check(cmd); err != nil {
				return err
			}
			if len(args) == 1 {
				return a.opportunity(cmd.Context(), f, args[0])
			}
			all, err := a.opportunities(cmd.Context(), f)
			if err != nil {
				return err
			}
			shown := []string{"kind", "rank", "level", "a_name_en", "b_name_en", "c_name_en", "reasons"}
			if f.query.Size == 2 {
				shown = []string{"kind", "rank", "level", "a_name_en", "b_name_en", "reasons"}
			}
			return a.write(all, export.Opportunities(all), shown...)
		}}
	f.add(c)
	c.Flags().StringVar(&f.members, "members", "groups", "groups, or institutions (without numbers)")
	c.Flags().IntVar(&f.query.Size, "size", 2, "members of each: 2, or 3 for triples of groups")
	c.Flags().StringVar(&f.query.Kind, "kind", "", "one of the lists: new, follow-up, deepen")
	c.Flags().StringVar(&f.query.Group, "group", "", "id of a group that is a member")
	c.Flags().StringVar(&f.institution, "institution", "", "id of an institution that is a member")
	c.Flags().StringVar(&f.query.Theme, "theme", "", "id of a theme that supports it")
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
	f.query.Group, f.query.Theme = fullID(m, f.query.Group), fullID(m, f.query.Theme)
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

// opportunity writes one opportunity.
func (a *app) opportunity(ctx context.Context, f opportunityFlags, id string) error {
	r, o, snap, err := a.ranking(ctx, f.scoringFlags)
	if err != nil {
		return err
	}
	var x opportunity.Opportunity
	if strings.Contains(id, "institution:") {
		b, err := a.open.svc.BodyOpportunities(snap, o)
		if err != nil {
			return err
		}
		if x, err = b.Get(id); err != nil {
			return err
		}
	} else {
		g, err := a.open.svc.GroupOpportunities(snap, o)
		if err != nil {
			return err
		}
		if x, err = g.Get(id); err != nil {
			return err
		}
		iv, err := a.open.svc.GroupIntervals(snap, o, len(x.Members))
		if err != nil {
			return err
		}
		if i, ok := iv[x.ID]; ok {
			x.RankInterval = &i
		}
	}
	return a.show(x, func() error { return a.printOpportunity(r.Model().Snapshot(), x) }, export.Opportunities([]opportunity.Opportunity{x}))
}

func (a *app) commonGroundCommand() *cobra.Command {
	var s scoringFlags
	c := &cobra.Command{Use: "common-ground", Short: "Themes that most groups touch and no joint event addresses", Args: noArgs,
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
