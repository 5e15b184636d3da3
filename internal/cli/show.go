package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) showCommand() *cobra.Command {
	var release string
	c := &cobra.Command{Use: "show ID", Short: "One thing, link or passage with its evidence",
		Example: "  crosswalk show energy\n  crosswalk show passage:cmp-2018:370-2", Args: exactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.snapshot(cmd.Context(), release)
			if err != nil {
				return err
			}
			id := args[0]
			if _, ok := s.Passage("passage:" + id); ok {
				id = "passage:" + id
			}
			switch {
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
				n, err := explore.Find(s, fullID(s, id))
				if err != nil {
					return err
				}
				d := explore.DetailOf(s, n, today())
				return a.show(d, func() error { return a.printEntity(s, n, d) }, export.Entities([]explore.Row{d.Row}))
			}
		}}
	addRelease(c, &release)
	return c
}

// show prints for people, or writes JSON or CSV.
func (a *app) show(v any, people func() error, t export.Table) error {
	if a.format == "table" {
		return people()
	}
	return a.write(v, t)
}
