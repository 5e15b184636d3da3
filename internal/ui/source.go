package ui

import (
	"fmt"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// sourcesView is passages, and how many more there are at an address.
type sourcesView struct {
	Items []sourceView
	More  int
	All   string
}

// sourceView is a passage's place, as people are shown it.
type sourceView struct {
	Address string // of the passage
	Place   string
	Gist    string
	Lang    string
	Quote   string
}

type reasonView struct {
	Text    string
	Sources sourcesView
}

// topReason is how many passages of each chapter a reason shows.
const topReason = 2

func (v viewer) reason(r crosswalk.Reason, all string) reasonView {
	return reasonView{r.Text, v.sources(r.Passages, topReason, all)}
}

// caution is a reason for caution as a sentence: its passages are those of the items, and "this group" is named.
func (v viewer) caution(r crosswalk.Reason) string {
	if r.Code == "no-chapter" && len(r.About) == 1 {
		return "The report has no chapter of " + v.named(r.About[0]) + "."
	}
	return r.Text
}

// sources shows passages in the order of the report, at most perChapter of each chapter (0: all); all is where the rest stands.
func (v viewer) sources(ids []string, perChapter int, all string) sourcesView {
	var ps []*graph.Passage
	for _, id := range ids {
		if p, ok := v.snap.Passage(id); ok {
			ps = append(ps, p)
		}
	}
	sort.SliceStable(ps, func(i, k int) bool {
		if ps[i].Report != ps[k].Report {
			return ps[i].Report < ps[k].Report
		}
		return ps[i].Start < ps[k].Start
	})
	out := sourcesView{All: all}
	shown := map[string]int{}
	for _, p := range ps {
		if perChapter > 0 && shown[p.Chapter] >= perChapter {
			out.More++
			continue
		}
		shown[p.Chapter]++
		gist, lang := p.Gist.In("en")
		out.Items = append(out.Items, sourceView{v.asked.kept("/api/v1/passages/" + p.ID), v.place(p), gist, lang, p.Quote})
	}
	if out.More == 1 { // one more passage takes no more room than the words that there is one
		return v.sources(ids, 0, all)
	}
	return out
}

// place says where a passage stands: the edition where there are several, sections, paragraph (0 is a heading).
func (v viewer) place(p *graph.Passage) string {
	out := strings.Join(p.Section, " › ")
	if p.Paragraph > 0 {
		out += fmt.Sprintf(", paragraph %d", p.Paragraph)
	} else {
		out += ", heading"
	}
	if reports := v.snap.Reports(); len(reports) > 1 {
		for _, r := range reports {
			if r.ID == p.Report {
				return fmt.Sprintf("%d report, %s", r.Year, out)
			}
		}
	}
	return out
}
