package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

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

// table writes aligned columns; where the width is known, long cells are broken into lines so that a row keeps to it.
func (a *app) table(t export.Table, shown []string) error {
	if len(t.Rows) == 0 {
		_, err := fmt.Fprintln(a.stderr, "nothing to show")
		return err
	}
	rows, limits := a.laidOut(t, shown)
	var text bytes.Buffer
	w := tabwriter.NewWriter(&text, 0, 4, gap, ' ', 0)
	for _, r := range rows {
		writeRow(w, r, limits)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return writeTrimmed(a, &text)
}

// laidOut are the cells that are shown and the widths of their columns. Of the shown columns, which are named by weight, the last
// ones are left out where the words of all cannot stand side by side, and people are told.
func (a *app) laidOut(t export.Table, shown []string) (rows [][]string, limits []int) {
	var without []string
	for {
		rows = texts(t, shown)
		l, whole := fit(rows, a.width())
		if whole || len(shown) < 3 {
			if len(without) > 0 {
				fmt.Fprintf(a.stderr, "too narrow for: %s (a wider terminal or -o csv shows them)\n", strings.Join(without, ", "))
			}
			return rows, l
		}
		last := shown[len(shown)-1]
		without, shown = append(without, strings.ToLower(heading(last))), shown[:len(shown)-1]
	}
}

// writeRow writes a row on as many lines as its longest cell needs.
func writeRow(w io.Writer, row []string, limits []int) {
	broken, most := make([][]string, len(row)), 1
	for i, cell := range row {
		broken[i] = lines(cell, limits[i])
		most = max(most, len(broken[i]))
	}
	for k := range most {
		for _, cell := range broken {
			if k < len(cell) {
				fmt.Fprint(w, cell[k])
			}
			fmt.Fprint(w, "\t")
		}
		fmt.Fprintln(w)
	}
}

// texts are the cells of the shown columns (all where none is named) as people read them, under their headings.
func texts(t export.Table, shown []string) [][]string {
	rows := make([][]string, len(t.Rows)+1)
	for i, c := range t.Columns {
		if len(shown) > 0 && !slices.Contains(shown, c) {
			continue
		}
		rows[0] = append(rows[0], heading(c))
		for k, r := range t.Rows {
			rows[k+1] = append(rows[k+1], short(r[i]))
		}
	}
	return rows
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

// shortID is what commands complete by themselves: energy for group:cmp:energy, cmp-2018:370-2 for passage:cmp-2018:370-2.
var shortID = regexp.MustCompile(`(^|; )(?:group:[a-z0-9-]+|passage):`)

// short is a cell for people: scores with three decimals, ids without what can be left out.
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
	return shortID.ReplaceAllString(strings.NewReplacer("\n", " ", "\t", " ").Replace(export.Text(v)), "$1")
}

func trimmed(f float64) string {
	if f == float64(int64(f)) {
		return fmt.Sprintf("%d", int64(f))
	}
	return fmt.Sprintf("%.3f", f)
}
