package cli

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// outcome is what a change did, or (planned) would do.
type outcome struct {
	What    string         `json:"what"` // the file, edition or reports, or the repair
	Planned bool           `json:"planned"`
	Changed bool           `json:"changed"`
	Release *graph.Release `json:"release"` // that stands now; null of a plan
	Counts  graph.Counts   `json:"counts"`  // of rows that the change adds, changes and removes
	Rows    []rowByHand    `json:"rows,omitempty"`
}

// rowByHand is a row that somebody wrote by hand.
type rowByHand struct {
	Class string `json:"class"`
	ID    string `json:"id"`
	Said  string `json:"said"` // was removed, was changed, was never loaded
}

// outcomes has one row a change.
func outcomes(os []outcome) export.Table {
	t := export.Table{Columns: []string{"what", "planned", "changed", "number", "release", "added", "altered", "removed"}}
	for _, o := range os {
		number, id := any(nil), ""
		if o.Release != nil {
			number, id = o.Release.Number, o.Release.ID()
		}
		t.Add(o.What, o.Planned, o.Changed, number, id, total(o.Counts.Added), total(o.Counts.Changed), total(o.Counts.Removed))
	}
	return t
}

// rowsByHand lists what differs from what was loaded: all that a repair would make otherwise.
func rowsByHand(d *graph.Delta) []rowByHand {
	var out []rowByHand
	for _, part := range []struct {
		said string
		rows *graph.Graph
	}{{"was removed", &d.Added}, {"was changed", &d.Changed}, {"was never loaded", &d.Removed}} {
		for row := range part.rows.Rows {
			out = append(out, rowByHand{string(row.Class), strings.ReplaceAll(row.ID, "\x1f", " "), part.said})
		}
	}
	return out
}

// writeOutcome and writeOutcomes write what changes did as JSON or CSV; words were said before.
func (a *app) writeOutcome(o outcome) error {
	if a.format == "table" {
		return nil
	}
	return a.write(o, outcomes([]outcome{o}))
}

func (a *app) writeOutcomes(os []outcome) error {
	if a.format == "table" || len(os) == 0 {
		return nil
	}
	return a.write(os, outcomes(os))
}

// fileOutcome is what became of a file.
type fileOutcome struct {
	File   string `json:"file"`
	Is     string `json:"is"` // good, attached
	Report string `json:"report,omitempty"`
}

// writeFiles writes what became of files as JSON or CSV; words were said before.
func (a *app) writeFiles(fs []fileOutcome) error {
	if a.format == "table" {
		return nil
	}
	t := export.Table{Columns: []string{"file", "is", "report"}}
	for _, f := range fs {
		t.Add(f.File, f.Is, f.Report)
	}
	return a.write(fs, t)
}
