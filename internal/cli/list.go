package cli

import (
	"errors"
	"time"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// listFlags choose entities of one kind.
type listFlags struct {
	query   explore.ListQuery
	release string
	due     string
	target  bool
}

func (f *listFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.query.Q, "words", "", "words of the name")
	c.Flags().StringVar(&f.query.Group, "group", "", "a group, by id or name")
	c.Flags().StringVar(&f.query.Theme, "theme", "", "a theme, by id or name")
	addRelease(c, &f.release)
}

func (a *app) commitmentsCommand() *cobra.Command {
	f := listFlags{query: explore.ListQuery{Kind: graph.Commitment}}
	c := &cobra.Command{Use: "commitments", Short: "What groups agreed to, plan, propose or call possible; firmness says which",
		Example: "  crosswalk commitments --group energy --firmness agreed", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.due != "" {
				d, ok := graph.ParseDate(f.due)
				if !ok {
					return usagef("--due-before is %q; it must be a date: 2019, 2019-03 or 2019-03-14", f.due)
				}
				f.query.DueBefore = d
			}
			if err := errors.Join(valueOf(graph.Commitment, "status", f.query.Status), valueOf(graph.Commitment, "firmness", f.query.Firmness)); err != nil {
				return err
			}
			return a.list(cmd, f, "name_en", "groups", "firmness", "due", "side", "status", "state", "passages")
		}}
	f.add(c)
	c.Flags().StringVar(&f.due, "due-before", "", "only those due before this date")
	c.Flags().StringVar(&f.query.Status, "status", "", "open, done, dropped or unknown")
	c.Flags().StringVar(&f.query.Firmness, "firmness", "", "agreed, planned, proposed or possible")
	c.Flags().StringVar(&f.query.Institution, "institution", "", "a responsible institution, by id or name")
	return c
}

func (a *app) figuresCommand() *cobra.Command {
	f := listFlags{query: explore.ListQuery{Kind: graph.Figure}}
	c := &cobra.Command{Use: "figures", Short: "Quantities that reports state",
		Example: "  crosswalk figures --target", Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if cmd.Flags().Changed("target") {
				f.query.Target = &f.target
			}
			return a.list(cmd, f, "name_en", "value", "unit", "qualifier", "value_to", "currency", "groups", "target", "passages")
		}}
	f.add(c)
	c.Flags().BoolVar(&f.target, "target", false, "only targets (false: only results)")
	return c
}

// valueOf checks a flag that is named as a property of the kind; empty filters nothing.
func valueOf(k graph.Kind, flag, value string) error {
	p, _ := graph.EntityProperty(k, flag)
	if value == "" {
		return nil
	}
	return oneOf(flag, value, p.Values...)
}

// list writes the entities that the flags choose.
func (a *app) list(cmd *cobra.Command, f listFlags, shown ...string) error {
	s, err := a.snapshot(cmd.Context(), f.release)
	if err != nil {
		return err
	}
	q := f.query
	q.Today = today()
	q.Group, q.Theme, q.Institution = fullID(s, q.Group), fullID(s, q.Theme), fullID(s, q.Institution)
	rows, err := explore.List(s, q)
	if err != nil {
		return err
	}
	return a.write(rows, export.Entities(rows), shown...)
}

// today is the date that due dates are judged against.
func today() string { return time.Now().UTC().Format(time.DateOnly) }
