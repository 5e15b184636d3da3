package ui

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// editionsView says which editions are loaded, where there are several: this page as of another one, and what two of them say otherwise.
type editionsView struct {
	Count    int
	Years    string
	Earlier  []dataView // this page as of each other edition's year
	From, To int        // the years that are compared
	Compared []dataView
}

// editionsLine is of the partnership that is ranked; nil where one edition is loaded.
func (v *viewer) editionsLine() *editionsView {
	years := v.years()
	if len(years) < 2 {
		return nil
	}
	now, at := v.year(), 1
	out := &editionsView{Count: len(years), Years: yearsText(years)}
	for i, y := range years {
		if y != now {
			out.Earlier = append(out.Earlier, dataView{strconv.Itoa(y), v.asked.page("/", "as_of", strconv.Itoa(y))})
		}
		if y <= now && i > 0 {
			at = i
		}
	}
	out.From, out.To = years[at-1], years[at]
	q := v.asked.without("as_of")
	for _, d := range []dataView{{"JSON", "/api/v1/compare"}, {"CSV", "/api/v1/compare.csv"}} {
		out.Compared = append(out.Compared, dataView{d.Name, q.scored(d.Address, "from", strconv.Itoa(out.From), "to", strconv.Itoa(out.To))})
	}
	return out
}

// years are those of the loaded editions of the partnership that is ranked, ascending.
func (v *viewer) years() []int {
	partnership := v.snap.ID(v.ranking.Model().Partnership)
	var out []int
	for _, r := range v.all.Reports() {
		if r.Partnership == partnership {
			out = append(out, r.Year)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// edition is the report with the id.
func (v *viewer) edition(id string) graph.Report {
	for _, r := range v.snap.Reports() {
		if r.ID == id {
			return r
		}
	}
	return graph.Report{ID: id}
}

// reportsHave is "report of 2018 has", or "reports of 2018 and 2019 have".
func reportsHave(years []int) string {
	if len(years) == 1 {
		return fmt.Sprintf("report of %d has", years[0])
	}
	return fmt.Sprintf("reports of %s have", yearsText(years))
}
