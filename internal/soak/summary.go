package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// summary counts what trials left, by trial and operation in the order in which they came.
type summary struct {
	rows  []*summaryRow
	notes []string
}

type summaryRow struct {
	trial, operation string
	times            int
	ends             map[ending]int
}

// add counts one trial.
func (s *summary) add(trial, operation string, e ending) {
	row := s.row(trial, operation)
	row.times++
	row.ends[e]++
}

func (s *summary) row(trial, operation string) *summaryRow {
	for _, r := range s.rows {
		if r.trial == trial && r.operation == operation {
			return r
		}
	}
	r := &summaryRow{trial: trial, operation: operation, ends: map[ending]int{}}
	s.rows = append(s.rows, r)
	return r
}

// note is said below the table: what could not be tried here, for instance.
func (s *summary) note(format string, args ...any) {
	s.notes = append(s.notes, fmt.Sprintf(format, args...))
}

// print writes the table.
func (s *summary) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "trial\toperation\ttimes\tleft")
	for _, r := range s.rows {
		var ends []string
		for _, e := range sortedKeys(byName(r.ends)) {
			ends = append(ends, fmt.Sprintf("%s %d", e, r.ends[ending(e)]))
		}
		fmt.Fprintf(t, "%s\t%s\t%d\t%s\n", r.trial, r.operation, r.times, strings.Join(ends, "; "))
	}
	_ = t.Flush()
	fmt.Fprintln(w, "before, after: the graph is the one before the change, or after it; told: whoever made it was told that it is made; untold: it was made and its maker")
	fmt.Fprintln(w, "killed or cut off before the word came; errors: its maker got an error; cut off: a reader was. Names go: directory entries that were not synced are lost.")
	for _, n := range s.notes {
		fmt.Fprintln(w, n)
	}
}

func byName(ends map[ending]int) map[string]int {
	out := map[string]int{}
	for e, n := range ends {
		out[string(e)] = n
	}
	return out
}
