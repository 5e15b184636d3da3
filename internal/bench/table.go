package main

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"
)

// number shows three significant digits, without an exponent.
func number(x float64) string {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		return "–"
	case x == 0:
		return "0"
	case math.Abs(x) >= 100:
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	digits := 2 - int(math.Floor(math.Log10(math.Abs(x))))
	return strconv.FormatFloat(x, 'f', min(digits, 6), 64)
}

// spread shows a summary: the median, and the 5 to 95 % range of n runs.
func spread(s summary) string {
	switch s.N {
	case 0:
		return "–"
	case 1:
		return number(s.Median) + " (n=1)"
	}
	return fmt.Sprintf("%s (%s–%s, n=%d)", number(s.Median), number(s.P5), number(s.P95), s.N)
}

// lines are the rows of one area's table at one scale: a line a figure, and one more for each peer beyond the first.
func lines(fs []figure) [][]string {
	out := [][]string{{"what", "unit", "Crosswalk", "peer", "its figure", "times better", "target", "limited by"}}
	for i := range fs {
		f := &fs[i]
		limit := f.Limit
		if f.Note != "" {
			limit += "; " + f.Note
		}
		row := []string{f.Name, f.Unit, spread(f.Ours), "", "", "", judged(f.Targets), limit}
		for k, p := range f.Peers {
			if k > 0 {
				row = make([]string, len(row))
			}
			row[3], row[4], row[5] = p.Name, spread(p.Value), ""
			if p.Note != "" {
				row[4] = strings.TrimPrefix(row[4]+", ", "–, ") + oneLine(p.Note)
			}
			if p.Times > 0 {
				row[5] = number(p.Times)
			}
			out = append(out, row)
		}
		if len(f.Peers) == 0 {
			out = append(out, row)
		}
	}
	return out
}

// sections are the figures by scale and area, in the order in which they were measured.
func (r *result) sections() (titles []string, tables [][][]string) {
	order, by := []string{}, map[string][]figure{}
	for _, f := range r.Figures {
		title := f.Area
		if f.Scale > 0 {
			title += fmt.Sprintf(", scale %d", f.Scale)
		}
		if by[title] == nil {
			order = append(order, title)
		}
		by[title] = append(by[title], f)
	}
	for _, title := range order {
		tables = append(tables, lines(by[title]))
	}
	return order, tables
}

// writeText lays the result out for a terminal.
func (r *result) writeText(w io.Writer) error {
	fmt.Fprintln(w, r.Machine)
	for _, x := range r.Worlds {
		fmt.Fprintln(w, x)
	}
	titles, tables := r.sections()
	for i, rows := range tables {
		fmt.Fprintf(w, "\n%s\n", titles[i])
		t := tabwriter.NewWriter(w, 0, 1, 2, ' ', 0)
		for _, row := range rows {
			fmt.Fprintln(t, strings.TrimRight(strings.Join(row, "\t"), "\t"))
		}
		if err := t.Flush(); err != nil {
			return err
		}
	}
	for _, s := range r.Skipped {
		fmt.Fprintln(w, "not measured:", s)
	}
	return nil
}

// writeMarkdown is writeText for a report.
func (r *result) writeMarkdown(w io.Writer) error {
	fmt.Fprintf(w, "%s\n\n", r.Machine)
	for _, x := range r.Worlds {
		fmt.Fprintf(w, "- %s\n", x)
	}
	titles, tables := r.sections()
	for i, rows := range tables {
		fmt.Fprintf(w, "\n### %s%s\n\n", strings.ToUpper(titles[i][:1]), titles[i][1:])
		for k, row := range rows {
			fmt.Fprintf(w, "| %s |\n", strings.Join(row, " | "))
			if k == 0 {
				fmt.Fprintf(w, "|%s\n", strings.Repeat("---|", len(row)))
			}
		}
	}
	for i, s := range r.Skipped {
		if i == 0 {
			fmt.Fprintf(w, "\nNot measured:\n\n")
		}
		fmt.Fprintf(w, "- %s\n", s)
	}
	return nil
}

// oneLine is a note as it fits a cell: what a server says may hold several lines.
func oneLine(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", "/")
	if r := []rune(s); len(r) > 120 {
		s = string(r[:119]) + "…"
	}
	return s
}
