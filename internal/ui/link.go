package ui

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// linkView is one pair as lists show it: what ties it, firm things apart from what is only mooted.
type linkView struct {
	crosswalk.Explanation
	Anchor  string
	Title   string
	Address string // of its page
	Words   string // the band
	Counts  string // what stands behind the band: 1 held, 2 agreed
	Tone    int
	Number  string
	Order   []string    // sentences with the numbers by which it is ordered
	Groups  []itemsView // what ties them, by how far it has come
	Caution []string
}

// itemsView is things that tie a pair, under one heading.
type itemsView struct {
	Title string
	Items []itemView
}

// links gathers the pairs with any link.
func (v *viewer) links(p *homePage) error {
	xs, err := v.ranking.List(crosswalk.Filter{})
	if err != nil {
		return err
	}
	ranges, err := v.svc.Intervals(v.all, v.options)
	if err != nil {
		return err
	}
	for _, x := range xs {
		x.RankInterval = v.ranking.Interval(ranges, x.Members[0].ID, x.Members[1].ID)
		l := v.link(x)
		if x.Rank == nil {
			p.Apart = append(p.Apart, l)
		} else {
			p.Links = append(p.Links, l)
		}
	}
	return nil
}

func (v *viewer) link(x crosswalk.Explanation) linkView {
	l := linkView{Explanation: x, Anchor: anchor(x.ID), Title: v.title(x.Members), Address: v.asked.pair(x.Members[0].ID, x.Members[1].ID),
		Words: bandWords[x.Band], Counts: counts(x), Tone: tone(x.Band), Number: number(x.Score), Order: v.orderOf(x), Groups: v.direct(x)}
	if x.Score == nil {
		l.Words, l.Tone = stateWords[x.State], 0
	}
	l.Caution = v.cautions(x, false)
	if r := v.restsOn(x); r != "" {
		l.Caution = append(l.Caution, r)
	}
	return l
}

// direct is what ties a pair, by how far it has come; what is firm never stands with what is only mooted.
func (v *viewer) direct(x crosswalk.Explanation) []itemsView {
	all := []itemsView{{Title: "Done or under way"}, {Title: "Agreed or planned"}, {Title: "Only proposed or possible"}, {Title: "Named, at no stage"}}
	for _, part := range x.Parts {
		if !part.Direct {
			continue
		}
		for _, i := range part.Items {
			g := &all[min(crosswalk.ClassOf(i.Status), crosswalk.Untold)]
			g.Items = append(g.Items, v.item(x, i))
		}
	}
	var out []itemsView
	for _, g := range all {
		if len(g.Items) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// number is a score in two places, a dash where nothing can be said.
func number(score *float64) string {
	if score == nil {
		return "–"
	}
	return fmt.Sprintf("%.2f", *score)
}

// pairData is the address of a pair's answer.
func (v *viewer) pairData(x crosswalk.Explanation) string {
	return v.asked.scored("/api/v1/crosswalks/" + x.Members[0].ID + "/" + x.Members[1].ID)
}

// pairLine is one pair as other pages lead to it: how it stands, and what is behind that.
type pairLine struct{ Title, Words, Counts, Address string }

func (v *viewer) pairLine(x crosswalk.Explanation) pairLine {
	l := pairLine{v.title(x.Members), bandWords[x.Band], counts(x), v.asked.pair(x.Members[0].ID, x.Members[1].ID)}
	if x.Score == nil {
		l.Words = stateWords[x.State]
	}
	return l
}
