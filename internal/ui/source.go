package ui

import (
	"fmt"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// sourcesView is passages, and how many more there are on a page.
type sourcesView struct {
	Items []sourceView
	More  int
	All   string
}

// sourceView is a passage's place, as people are shown it.
type sourceView struct {
	Address string // of the passage
	Place   string
	Short   string // the place without the outermost heading
	Gist    string
	Lang    string
	Quote   string
}

// Fold reports whether the passages are so many that they are folded.
func (s sourcesView) Fold() bool { return len(s.Items) > maxOpen }

// maxOpen is how many places stand open in a list.
const maxOpen = 3

type reasonView struct {
	Text    string
	Sources sourcesView
}

func (v *viewer) reason(r crosswalk.Reason, perChapter int, all string) reasonView {
	return reasonView{r.Text, v.sources(r.Passages, perChapter, all)}
}

// caution is a reason for caution as a sentence: its passages are those of the items, and "this group" is named.
func (v *viewer) caution(r crosswalk.Reason) string {
	if r.Code == "no-chapter" && len(r.About) == 1 {
		return fmt.Sprintf("The report of %d has no chapter of %s.", v.year(), v.named(r.About[0]))
	}
	return r.Text
}

// sources shows passages in the order of the report, at most perChapter of each chapter (0: all); all is the page of the rest.
func (v *viewer) sources(ids []string, perChapter int, all string) sourcesView {
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
		out.Items = append(out.Items, v.source(p))
	}
	if out.More == 1 { // one more passage takes no more room than the words that there is one
		return v.sources(ids, 0, all)
	}
	return out
}

func (v *viewer) source(p *graph.Passage) sourceView {
	gist, lang := p.Gist.In("en")
	return sourceView{v.asked.passage(p.ID), v.place(p, p.Section), v.place(p, p.Section[min(1, max(0, len(p.Section)-1)):]), gist, lang, p.Quote}
}

// place says where a passage stands: the edition where there are several, sections, paragraph (0 is a heading), line of the text.
func (v *viewer) place(p *graph.Passage, section []string) string {
	last := "heading"
	if p.Paragraph > 0 {
		last = fmt.Sprintf("paragraph %d", p.Paragraph)
	}
	out := last // a text without headings has none
	if len(section) > 0 {
		out = strings.Join(section, " › ") + ", " + last
	}
	if p.Line > 0 {
		out += fmt.Sprintf(" (line %d)", p.Line)
	}
	if len(v.snap.Reports()) > 1 {
		return fmt.Sprintf("%d report, %s", v.edition(p.Report).Year, out)
	}
	return out
}
