package ui

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

type matrixRow struct {
	Group crosswalk.MatrixGroup
	Cells []cellView
}

// cellView is one cell of the table: a number, a colour and words, or why there is no number.
type cellView struct {
	Anchor string // of the pair below; empty where the list does not hold it
	State  string
	Number string
	Words  string
	Tone   int // 0 to 5, one hue
	Title  string
}

type bandWord struct {
	Band  crosswalk.Band
	Words string
	Tone  int
}

// matrix lays out the table of groups; the links below must be there, as cells lead to them.
func (v viewer) matrix(p *homePage, _ *graph.Snapshot, _ crosswalk.Options) error {
	m, err := v.ranking.Matrix("")
	if err != nil {
		return err
	}
	listed := map[string]bool{}
	for _, l := range slices.Concat(p.Links, p.Apart) {
		listed[l.ID] = true
	}
	p.Groups = m.Groups
	for i, g := range m.Groups {
		row := matrixRow{Group: g}
		for k, c := range m.Cells[i] {
			row.Cells = append(row.Cells, v.cell(c, g, m.Groups[k], listed))
		}
		p.Rows = append(p.Rows, row)
		if !g.Chapter {
			p.NoChapter = append(p.NoChapter, v.name(g.Name))
		}
	}
	for _, b := range crosswalk.Bands {
		p.Bands = append(p.Bands, bandWord{b, bandWords[b], tone(b)})
	}
	return nil
}

func (v viewer) cell(c crosswalk.Cell, row, col crosswalk.MatrixGroup, listed map[string]bool) cellView {
	out := cellView{State: c.State, Title: v.name(row.Name) + " and " + v.name(col.Name)}
	if listed[c.ID] {
		out.Anchor = anchor(c.ID)
	}
	switch c.State {
	case "linked", "zero":
		out.Number, out.Words, out.Tone = fmt.Sprintf("%.2f", *c.Score), bandWords[c.Band], tone(c.Band)
	case "no-chapter":
		out.Words = "no chapter"
	case "not-active":
		out.Words = "not active"
	}
	return out
}

// tone is the strength of the one hue for a band: words always stand beside it.
func tone(b crosswalk.Band) int {
	return map[crosswalk.Band]int{crosswalk.Strong: 5, crosswalk.Established: 4, crosswalk.Emerging: 3, crosswalk.Mentioned: 2, crosswalk.Latent: 1}[b]
}
