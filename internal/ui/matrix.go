package ui

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

type matrixRow struct {
	Group groupView
	Cells []cellView
}

// groupView is one row or column of the table.
type groupView struct {
	refView
	Active bool
}

// cellView is one cell of the table: a number, a colour, words and what stands behind them, or why there is no number.
type cellView struct {
	Address string // of the pair's page; empty where nothing can be said
	State   string
	Number  string // a dot where no link is named: that is no measurement
	Words   string
	Counts  string
	Tone    int // 0 to 5, one hue
	Title   string
}

// noLink stands in a cell for a score of zero.
const noLink = "·"

// bandWord is one entry of the legend.
type bandWord struct {
	Mark  string // before the words; empty where cells hold numbers
	Words string
	Tone  int
}

// matrix lays out the table of groups; the links must be there, whose counts it shows.
func (v *viewer) matrix(p *homePage) error {
	m, err := v.ranking.Matrix("")
	if err != nil {
		return err
	}
	behind := map[string]string{}
	for _, l := range slices.Concat(p.Links, p.Apart) {
		behind[l.ID] = l.Counts
	}
	for _, g := range m.Groups {
		p.Groups = append(p.Groups, groupView{v.ref(g.ID), g.Active})
		if !g.Chapter {
			p.NoChapter = append(p.NoChapter, v.name(g.Name))
		}
	}
	occurs := map[crosswalk.Band]bool{}
	for i := range m.Groups {
		row := matrixRow{Group: p.Groups[i]}
		for k, c := range m.Cells[i] {
			occurs[c.Band] = occurs[c.Band] || c.State == crosswalk.StateLinked || c.State == crosswalk.StateZero
			row.Cells = append(row.Cells, v.cell(c, m.Groups[i].Member, m.Groups[k].Member, behind))
		}
		p.Rows = append(p.Rows, row)
	}
	for _, b := range crosswalk.Bands {
		if occurs[b] {
			p.Bands = append(p.Bands, legend(b))
		}
	}
	return nil
}

func legend(b crosswalk.Band) bandWord {
	w := bandWord{"", bandWords[b], tone(b)}
	if b == crosswalk.Latent || b == crosswalk.None {
		w.Mark = noLink
	}
	return w
}

func (v *viewer) cell(c crosswalk.Cell, row, col crosswalk.Member, behind map[string]string) cellView {
	out := cellView{State: c.State, Title: v.name(row.Name) + " and " + v.name(col.Name), Counts: behind[c.ID]}
	switch c.State {
	case crosswalk.StateLinked, crosswalk.StateZero:
		out.Number, out.Words, out.Tone = number(c.Score), bandWords[c.Band], tone(c.Band)
		out.Address = v.asked.pair(min(row.ID, col.ID), max(row.ID, col.ID))
		if c.State == crosswalk.StateZero {
			out.Number = noLink
		}
	case crosswalk.StateNoChapter:
		out.Words = "no chapter"
	case crosswalk.StateNotActive:
		out.Words = "not active"
	}
	return out
}

// tone is the strength of the one hue for a band: words always stand beside it.
func tone(b crosswalk.Band) int {
	return map[crosswalk.Band]int{crosswalk.Strong: 5, crosswalk.Established: 4, crosswalk.Emerging: 3, crosswalk.Mentioned: 2, crosswalk.Latent: 1}[b]
}
