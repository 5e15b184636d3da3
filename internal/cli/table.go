package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
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
		if len(shown) == 0 || slices.Contains(shown, c) {
			at = append(at, i)
		}
	}
	var text bytes.Buffer
	w := tabwriter.NewWriter(&text, 0, 4, 2, ' ', 0)
	line := func(cell func(i int) string) {
		for _, i := range at {
			fmt.Fprintf(w, "%s\t", cell(i))
		}
		fmt.Fprintln(w)
	}
	line(func(i int) string { return heading(t.Columns[i]) })
	limit := a.cellWidth(len(at))
	for _, r := range t.Rows {
		line(func(i int) string { return cut(short(r[i]), limit) })
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return writeTrimmed(a, &text)
}

// writeTrimmed writes lines without the spaces at their ends.
func writeTrimmed(a *app, text *bytes.Buffer) error {
	out := bufio.NewWriter(a.stdout)
	for l := range strings.Lines(text.String()) {
		fmt.Fprintln(out, strings.TrimRight(l, " \n"))
	}
	return out.Flush()
}

// heading is a column's name for people: a_name_en is A, group_ids GROUP IDS.
func heading(column string) string {
	c := strings.TrimSuffix(strings.TrimSuffix(column, "_en"), "_name")
	return strings.ToUpper(strings.ReplaceAll(c, "_", " "))
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
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(export.Text(v))
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
