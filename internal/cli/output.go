package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"golang.org/x/term"

	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// write writes an answer as JSON, as CSV, or as a table of the named columns (all where none is named).
func (a *app) write(v any, t export.Table, shown ...string) error {
	switch a.format {
	case "json":
		e := json.NewEncoder(a.stdout)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(v)
	case "csv":
		return t.WriteCSV(a.stdout, false)
	}
	return a.table(t, shown)
}

// table writes aligned columns; long cells are cut on a terminal.
func (a *app) table(t export.Table, shown []string) error {
	if len(t.Rows) == 0 {
		_, err := fmt.Fprintln(a.stderr, "nothing to show")
		return err
	}
	var at []int
	for i, c := range t.Columns {
		if len(shown) == 0 || contains(shown, c) {
			at = append(at, i)
		}
	}
	w := tabwriter.NewWriter(a.stdout, 0, 4, 2, ' ', 0)
	line := func(cell func(i int) string) {
		cells := make([]string, len(at))
		for k, i := range at {
			cells[k] = cell(i)
		}
		fmt.Fprintln(w, strings.TrimRight(strings.Join(cells, "\t"), "\t "))
	}
	line(func(i int) string { return strings.ToUpper(strings.ReplaceAll(t.Columns[i], "_", " ")) })
	limit := a.cellWidth(len(at))
	for _, r := range t.Rows {
		line(func(i int) string { return cut(short(r[i]), limit) })
	}
	return w.Flush()
}

// short is a cell for people: scores with three decimals.
func short(v any) string {
	switch f := v.(type) {
	case float64:
		return trimmed(f)
	case *float64:
		if f == nil {
			return "-"
		}
		return trimmed(*f)
	case *int:
		if f == nil {
			return "-"
		}
	}
	return strings.ReplaceAll(export.Text(v), "\n", " ")
}

func trimmed(f float64) string {
	if f == float64(int64(f)) {
		return fmt.Sprintf("%d", int64(f))
	}
	return fmt.Sprintf("%.3f", f)
}

// cellWidth is how many characters a cell may have: no limit where the output is no terminal.
func (a *app) cellWidth(columns int) int {
	f, ok := a.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns == 0 {
		return 0
	}
	return max(12, 2*width/columns)
}

func cut(s string, limit int) string {
	r := []rune(s)
	if limit == 0 || len(r) <= limit {
		return s
	}
	return string(r[:limit-1]) + "…"
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
