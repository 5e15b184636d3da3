package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// scoringFlags choose what links are computed from.
type scoringFlags struct {
	release     string
	partnership string
	asOf        int
	basis       []string
	confidence  float64
	set         []string
}

func (s *scoringFlags) add(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&s.release, "release", "", "answer again from this release (16 hex digits or number)")
	f.StringVar(&s.partnership, "partnership", "", "id of the partnership (default: the only one)")
	f.IntVar(&s.asOf, "as-of", 0, "year that the answer is as of (default: the newest edition's)")
	f.StringSliceVar(&s.basis, "basis", nil, "count only links of these bases: stated, inferred, reviewed")
	f.Float64Var(&s.confidence, "min-confidence", 0, "count only links of at least this confidence")
	f.StringArrayVar(&s.set, "set", nil, "another parameter of the method, such as scoring.session.r=0.8")
}

func (s *scoringFlags) options() (crosswalk.Options, error) {
	o := crosswalk.Options{Partnership: s.partnership, AsOf: s.asOf, MinConfidence: s.confidence}
	for _, b := range s.basis {
		if !contains([]string{"stated", "inferred", "reviewed"}, b) {
			return o, usagef("--basis is %q; it must be stated, inferred or reviewed", b)
		}
		o.Bases = append(o.Bases, graph.Basis(b))
	}
	p, err := crosswalk.ParseSettings(s.set)
	if err != nil {
		return o, usageError{err}
	}
	o.Parameters = p
	return o, nil
}

// ranking is the ranking that the flags choose, with its options and snapshot.
func (a *app) ranking(ctx context.Context, s scoringFlags) (*crosswalk.Ranking, crosswalk.Options, *graph.Snapshot, error) {
	o, err := s.options()
	if err != nil {
		return nil, o, nil, err
	}
	snap, err := a.snapshot(ctx, s.release)
	if err != nil {
		return nil, o, nil, err
	}
	r, err := a.open.svc.Ranking(snap, o)
	return r, o, snap, err
}

func (a *app) snapshot(ctx context.Context, release string) (*graph.Snapshot, error) {
	svc, err := a.service(ctx)
	if err != nil {
		return nil, err
	}
	snap, err := svc.Snapshot(ctx, release)
	return snap, explain(a.config, err)
}

func (a *app) answerCommands() []*cobra.Command {
	return append([]*cobra.Command{a.crosswalksCommand(), a.matrixCommand(), a.pairCommand(), a.opportunitiesCommand(), a.commonGroundCommand()}, a.exploreCommands()...)
}

func (a *app) crosswalksCommand() *cobra.Command {
	var s scoringFlags
	var f crosswalk.Filter
	var bands []string
	var items bool
	c := &cobra.Command{Use: "crosswalks", Short: "Links between working groups, ranked", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, b := range bands {
				f.Bands = append(f.Bands, crosswalk.Band(b))
			}
			r, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			xs, err := r.List(f)
			if err != nil {
				return err
			}
			all, err := a.open.svc.Intervals(snap, o)
			if err != nil {
				return err
			}
			for i := range xs {
				xs[i].RankInterval = r.Interval(all, xs[i].Members[0].ID, xs[i].Members[1].ID)
			}
			if items {
				return a.write(xs, export.Items(xs), "pair", "channel", "name_en", "status", "year", "weight", "points", "passages")
			}
			return a.write(xs, export.Pairs(xs), "rank", "a_name_en", "b_name_en", "band", "score", "context", "events")
		}}
	s.add(c)
	c.Flags().StringVar(&f.Group, "group", "", "id of a group that the pair holds")
	c.Flags().StringSliceVar(&bands, "band", nil, "only these bands: strong, established, emerging, mentioned, latent, none")
	c.Flags().StringVar(&f.Channel, "channel", "", "only pairs with anything in this channel")
	c.Flags().BoolVar(&items, "items", false, "one row a counted item, with its passages")
	return c
}

func (a *app) matrixCommand() *cobra.Command {
	var s scoringFlags
	var channel string
	c := &cobra.Command{Use: "matrix", Short: "Groups by groups: every pair", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, _, _, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			m, err := r.Matrix(channel)
			if err != nil {
				return err
			}
			if a.format != "table" {
				return a.write(m, export.Matrix(m))
			}
			return a.table(grid(m), nil)
		}}
	s.add(c)
	c.Flags().StringVar(&channel, "channel", "", "show only this channel")
	return c
}

// grid lays the matrix out for a terminal: · is zero, - is a group without a chapter.
func grid(m crosswalk.Matrix) export.Table {
	t := export.Table{Columns: []string{"group"}}
	for _, g := range m.Groups {
		t.Columns = append(t.Columns, initials(g.Name["en"]))
	}
	for i, g := range m.Groups {
		row := []any{g.Name["en"]}
		for k := range m.Groups {
			c := m.Cells[i][k]
			switch c.State {
			case "linked":
				row = append(row, fmt.Sprintf("%.2f", *c.Score))
			case "zero":
				row = append(row, "·")
			case "self":
				row = append(row, "")
			default:
				row = append(row, "-")
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func initials(name string) string {
	words := strings.Fields(strings.NewReplacer(",", " ", "-", " ").Replace(name))
	if len(words) == 1 {
		return name[:min(4, len(name))]
	}
	out := ""
	for _, w := range words {
		if len(w) > 3 {
			out += w[:1]
		}
	}
	return out
}

func (a *app) pairCommand() *cobra.Command {
	var s scoringFlags
	c := &cobra.Command{Use: "pair GROUP GROUP", Short: "One pair, its whole explanation", Args: exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			x, err := r.Pair(groupID(r, args[0]), groupID(r, args[1]))
			if err != nil {
				return err
			}
			all, err := a.open.svc.Intervals(snap, o)
			if err != nil {
				return err
			}
			x.RankInterval = r.Interval(all, x.Members[0].ID, x.Members[1].ID)
			if a.format == "table" {
				return a.printPair(snap, x)
			}
			return a.write(x, export.Items([]crosswalk.Explanation{x}))
		}}
	s.add(c)
	return c
}

// groupID lets people leave out what an id begins with: energy is group:cmp:energy.
func groupID(r *crosswalk.Ranking, name string) string {
	if strings.Contains(name, ":") {
		return name
	}
	s := r.Model().Snapshot()
	for _, g := range r.Model().Groups() {
		if strings.HasSuffix(s.ID(g), ":"+name) {
			return s.ID(g)
		}
	}
	return name
}

func (a *app) opportunitiesCommand() *cobra.Command {
	var s scoringFlags
	var q opportunity.Query
	var members, institution string
	c := &cobra.Command{Use: "opportunities [ID]", Short: "Missing collaboration: new, follow-up, deepen; or one of them, explained", Args: maxArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if members != "groups" && members != "institutions" {
				return usagef("--members is %q; it must be groups or institutions", members)
			}
			r, o, snap, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			all, err := a.opportunities(snap, o, q, members, institution, args)
			if err != nil {
				return err
			}
			if a.format == "table" && len(args) == 1 {
				return a.printOpportunity(snap, all[0])
			}
			_ = r
			return a.write(all, export.Opportunities(all), "kind", "rank", "level", "a_name_en", "b_name_en", "c_name_en", "reasons")
		}}
	s.add(c)
	c.Flags().StringVar(&members, "members", "groups", "groups, or institutions (without numbers)")
	c.Flags().IntVar(&q.Size, "size", 2, "members of each: 2, or 3 for triples of groups")
	c.Flags().StringVar(&q.Kind, "kind", "", "one of the lists: new, follow-up, deepen")
	c.Flags().StringVar(&q.Group, "group", "", "id of a group that is a member")
	c.Flags().StringVar(&institution, "institution", "", "id of an institution that is a member")
	c.Flags().StringVar(&q.Theme, "theme", "", "id of a theme that supports it")
	return c
}

func (a *app) opportunities(snap *graph.Snapshot, o crosswalk.Options, q opportunity.Query, members, institution string, args []string) ([]opportunity.Opportunity, error) {
	if members == "institutions" || len(args) == 1 && strings.Contains(args[0], "institution:") {
		b, err := a.open.svc.BodyOpportunities(snap, o)
		if err != nil {
			return nil, err
		}
		if len(args) == 1 {
			x, err := b.Get(args[0])
			return []opportunity.Opportunity{x}, err
		}
		return b.List(q.Kind, institution)
	}
	g, err := a.open.svc.GroupOpportunities(snap, o)
	if err != nil {
		return nil, err
	}
	if len(args) == 1 {
		x, err := g.Get(args[0])
		return []opportunity.Opportunity{x}, err
	}
	all, err := g.List(q)
	if err != nil {
		return nil, err
	}
	iv, err := a.open.svc.GroupIntervals(snap, o, q.Size)
	for i := range all {
		if r, ok := iv[all[i].ID]; ok {
			all[i].RankInterval = &r
		}
	}
	return all, err
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
