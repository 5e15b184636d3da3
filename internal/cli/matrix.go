package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func (a *app) matrixCommand() *cobra.Command {
	var s scoringFlags
	var channel string
	c := &cobra.Command{Use: "matrix", Short: "Groups by groups: every pair",
		Example: "  crosswalk matrix\n  crosswalk matrix --channel session", Args: noArgs,
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
			if err := a.table(grid(m), nil); err != nil {
				return err
			}
			p := a.printer(nil)
			p.line("")
			p.line("· no link named; - no chapter of the group, or the group not active, so nothing can be said")
			return p.err
		}}
	s.add(c)
	c.Flags().StringVar(&channel, "channel", "", "show only this channel")
	return c
}

// grid lays the matrix out for a terminal: · is zero, - says that nothing can be said.
func grid(m crosswalk.Matrix) export.Table {
	t := export.Table{Columns: []string{"group"}}
	for _, g := range m.Groups {
		t.Columns = append(t.Columns, initials(name(g.Name)))
	}
	for i, g := range m.Groups {
		row := []any{name(g.Name)}
		for k := range m.Groups {
			row = append(row, gridCell(m.Cells[i][k]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func gridCell(c crosswalk.Cell) string {
	switch c.State {
	case "linked":
		return fmt.Sprintf("%.2f", *c.Score)
	case "zero":
		return "·"
	case "self":
		return ""
	}
	return "-"
}

// initials shorten a group's name for a column: the first letters of a single word, else those of its longer words.
func initials(name string) string {
	words := strings.Fields(strings.NewReplacer(",", " ", "-", " ").Replace(name))
	if len(words) == 1 {
		r := []rune(name)
		return string(r[:min(4, len(r))])
	}
	out := ""
	for _, w := range words {
		if r := []rune(w); len(r) > 3 {
			out += string(r[0])
		}
	}
	return out
}
