package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
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

// opportunityID is the id of the opportunity that the arguments name: its id, or its members by id or name.
func opportunityID(s *graph.Snapshot, args []string) (string, error) {
	if len(args) == 1 {
		if strings.HasPrefix(args[0], "opportunity:") {
			return args[0], nil
		}
		return "", usagef("%q is no opportunity; name two groups, as in opportunities energy mining, or list those of one with --group %s", args[0], args[0])
	}
	ids := fullIDs(s, args)
	slices.Sort(ids)
	for i, id := range ids {
		n, err := explore.Find(s, id)
		if err != nil {
			return "", err
		}
		if ids[i] = s.ID(n); s.Kind(n) != graph.WorkingGroup && s.Kind(n) != graph.Institution {
			return "", usagef("%s is of the kind %s; opportunities are of groups, or of institutions", ids[i], s.Kind(n))
		}
		if first, _ := s.Lookup(ids[0]); s.Kind(n) != s.Kind(first) {
			return "", usagef("%s is of the kind %s and %s is of the kind %s; an opportunity is of groups alone, or of institutions alone", ids[0], s.Kind(first), ids[i], s.Kind(n))
		}
		if i > 0 && ids[i] == ids[i-1] {
			return "", usagef("%s was named twice; an opportunity has different members", ids[i])
		}
	}
	return "opportunity:" + strings.Join(ids, "~"), nil
}

// opportunity writes one opportunity.
func (a *app) opportunity(ctx context.Context, f opportunityFlags, args []string) error {
	r, o, snap, err := a.ranking(ctx, f.scoringFlags)
	if err != nil {
		return err
	}
	id, err := opportunityID(r.Model().Snapshot(), args)
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
