package cli

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) exploreCommands() []*cobra.Command {
	return []*cobra.Command{a.pathsCommand(), a.interlocksCommand(), a.connectorsCommand(), a.listCommand("commitments", "What groups promised", graph.Commitment),
		a.listCommand("figures", "Quantities that reports state", graph.Figure), a.notesCommand(), a.compareCommand(), a.showCommand(), a.searchCommand()}
}

func (a *app) pathsCommand() *cobra.Command {
	var q explore.PathQuery
	var types []string
	var release string
	c := &cobra.Command{Use: "paths FROM TO", Short: "Explained ways between two things", Args: exactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, t := range types {
				lt, err := explore.LinkType(t)
				if err != nil {
					return usageError{err}
				}
				q.Types = append(q.Types, lt)
			}
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			q.From, q.To = args[0], args[1]
			ps, err := explore.FindPaths(s, q)
			if err != nil {
				return err
			}
			return a.write(ps, export.Paths(ps), "path", "from_name_en", "type", "forward", "to_name_en", "passages")
		}}
	c.Flags().IntVar(&q.MaxHops, "max-hops", explore.DefaultHops, "most links of a path")
	c.Flags().IntVarP(&q.K, "k", "k", explore.DefaultK, "most paths")
	c.Flags().StringSliceVar(&types, "types", nil, "only these link types")
	c.Flags().StringVar(&release, "release", "", "answer again from this release")
	return c
}

func (a *app) interlocksCommand() *cobra.Command {
	return &cobra.Command{Use: "interlocks ID ID…", Short: "What a chosen set of things shares", Args: minArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			xs, err := explore.Interlocks(s, args)
			if err != nil {
				return err
			}
			return a.write(xs, export.Interlocks(xs), "thing", "kind", "name_en", "shared", "overlap", "member", "types")
		}}
}

func (a *app) connectorsCommand() *cobra.Command {
	var s scoringFlags
	var min int
	c := &cobra.Command{Use: "connectors", Short: "Institutions in several groups, alphabetical", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, _, _, err := a.ranking(cmd.Context(), s)
			if err != nil {
				return err
			}
			cs, err := explore.Connectors(r, min, "en")
			if err != nil {
				return err
			}
			return a.write(cs, export.Connectors(cs), "name_en", "country", "type", "groups", "group_ids")
		}}
	s.add(c)
	c.Flags().IntVar(&min, "min-groups", 2, "fewest groups")
	return c
}

// listCommand lists commitments or figures.
func (a *app) listCommand(use, short string, k graph.Kind) *cobra.Command {
	var q explore.ListQuery
	var due, release string
	var target bool
	c := &cobra.Command{Use: use, Short: short, Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			q.Kind, q.Today = k, time.Now().UTC().Format(time.DateOnly)
			if due != "" {
				d, ok := graph.ParseDate(due)
				if !ok {
					return usagef("--due-before is %q; it must be a date: 2019, 2019-03 or 2019-03-14", due)
				}
				q.DueBefore = d
			}
			if cmd.Flags().Changed("target") {
				q.Target = &target
			}
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			rows, err := explore.List(s, q)
			if err != nil {
				return err
			}
			return a.write(rows, export.Entities(rows), "name_en", "firmness", "status", "due", "state", "side", "value", "value_to", "unit", "target", "groups", "passages")
		}}
	f := c.Flags()
	f.StringVar(&q.Q, "words", "", "words of the name")
	f.StringVar(&q.Group, "group", "", "id of a group")
	f.StringVar(&q.Theme, "theme", "", "id of a theme")
	f.StringVar(&release, "release", "", "answer again from this release")
	if k == graph.Commitment {
		f.StringVar(&due, "due-before", "", "only those due before this date")
		f.StringVar(&q.Status, "status", "", "open, done, dropped or unknown")
		f.StringVar(&q.Firmness, "firmness", "", "agreed, planned, proposed or possible")
		f.StringVar(&q.Institution, "institution", "", "id of a responsible institution")
	} else {
		f.BoolVar(&target, "target", false, "only targets (false: only results)")
	}
	return c
}

func (a *app) notesCommand() *cobra.Command {
	var about, kind string
	c := &cobra.Command{Use: "notes", Short: "What a careful reader must know", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			if about != "" {
				n, err := explore.Find(s, about)
				if err != nil {
					return err
				}
				about = s.ID(n)
			}
			out := []graph.Note{}
			for _, n := range s.Notes(about) {
				if kind == "" || string(n.Kind) == kind {
					out = append(out, n)
				}
			}
			return a.write(out, export.Notes(out), "kind", "gist_en", "about", "passages")
		}}
	c.Flags().StringVar(&about, "about", "", "id of an entity")
	c.Flags().StringVar(&kind, "kind", "", "contradiction, misspelling, gap, ambiguous or condition")
	return c
}

func (a *app) compareCommand() *cobra.Command {
	var from, to int
	var s scoringFlags
	c := &cobra.Command{Use: "compare", Short: "Two editions: what appeared, vanished, changed", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var sides [2]*crosswalk.Ranking
			for i, year := range []int{from, to} {
				if year == 0 {
					return usagef("--from and --to name the years of two editions")
				}
				s.asOf = year
				r, _, _, err := a.ranking(cmd.Context(), s)
				if err == nil {
					err = explore.HasEdition(r, year)
				}
				if err != nil {
					return err
				}
				sides[i] = r
			}
			x := explore.Compare(sides[0], sides[1])
			return a.write(x, export.PairChanges(x), "a", "b", "change", "score_before", "score_after", "band_before", "band_after")
		}}
	s.add(c)
	c.Flags().IntVar(&from, "from", 0, "year of an edition")
	c.Flags().IntVar(&to, "to", 0, "year of another edition")
	return c
}

func (a *app) showCommand() *cobra.Command {
	var release string
	c := &cobra.Command{Use: "show ID", Short: "One thing, link or passage with its evidence", Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			switch id := args[0]; {
			case strings.HasPrefix(id, "link:"):
				l, err := explore.LinkDetailOf(s, id)
				if err != nil {
					return err
				}
				return a.show(l, func() error { return a.printLink(s, l) }, export.Passages(l.Evidence))
			case strings.HasPrefix(id, "passage:"):
				p, err := explore.PassageDetailOf(s, id)
				if err != nil {
					return err
				}
				return a.show(p, func() error { return a.printPassage(s, p) }, export.Passages([]graph.Passage{p.Passage}))
			default:
				n, err := explore.Find(s, id)
				if err != nil {
					return err
				}
				d := explore.DetailOf(s, n, time.Now().UTC().Format(time.DateOnly))
				return a.show(d, func() error { return a.printEntity(s, n, d) }, export.Entities([]explore.Row{d.Row}))
			}
		}}
	c.Flags().StringVar(&release, "release", "", "answer again from this release")
	return c
}

// show prints for people, or writes JSON or CSV.
func (a *app) show(v any, people func() error, t export.Table) error {
	if a.format == "table" {
		return people()
	}
	return a.write(v, t)
}

func (a *app) searchCommand() *cobra.Command {
	var limit int
	c := &cobra.Command{Use: "search WORDS…", Short: "Entities and passages by their words", Args: minArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if limit < 1 {
				return usagef("--limit is %d; it must be at least 1", limit)
			}
			s, err := a.snapshot(cmd.Context(), "")
			if err != nil {
				return err
			}
			type hit struct {
				ID    string      `json:"id"`
				Kind  string      `json:"kind"`
				Name  graph.Names `json:"name"`
				Score int         `json:"score"`
			}
			hits := []hit{}
			t := export.Table{Columns: []string{"kind", "id", "name"}}
			for _, h := range s.Search(strings.Join(args, " "), limit) {
				x := hit{Score: h.Score}
				if h.Passage != nil {
					x.ID, x.Kind, x.Name = h.Passage.ID, "Passage", h.Passage.Gist
				} else {
					e := s.Entity(h.Entity)
					x.ID, x.Kind, x.Name = e.ID, string(e.Kind), e.Name
				}
				hits = append(hits, x)
				t.Add(x.Kind, x.ID, name(x.Name))
			}
			return a.write(hits, t)
		}}
	c.Flags().IntVar(&limit, "limit", 50, "most hits")
	return c
}
