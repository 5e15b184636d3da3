package cli

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// places writes where each passage stands, its gist, and its words where the source was attached.
func (p *printer) places(indent string, ids []string) {
	for _, id := range ids {
		ps, ok := p.s.Passage(id)
		if !ok {
			continue
		}
		p.line("%s%s: %s", indent, p.placeOf(ps), name(ps.Gist))
		if ps.Quote != "" {
			p.line("%s  “%s”", indent, ps.Quote)
		}
	}
}

// placeOf is where a passage stands, as people look it up, with its report where several are loaded; paragraph 0 is the section's heading.
func (p *printer) placeOf(at *graph.Passage) string {
	s := strings.Join(at.Section, " › ")
	if at.Paragraph > 0 {
		s += fmt.Sprintf(", paragraph %d", at.Paragraph)
	} else {
		s += ", heading"
	}
	var within []string
	if r := reportText(p.s.Reports(), at.Report); r != "" {
		within = append(within, r)
	}
	switch {
	case at.Page > 0:
		within = append(within, fmt.Sprintf("page %d", at.Page))
	case at.Line > 0:
		within = append(within, fmt.Sprintf("line %d", at.Line))
	}
	if len(within) > 0 {
		s += " (" + strings.Join(within, ", ") + ")"
	}
	return s
}

// reportText tells a report from the others that are loaded: by its year, or by its id where another one is of that year; empty where
// there is no other.
func reportText(all []graph.Report, id string) string {
	if len(all) < 2 {
		return ""
	}
	year, times := 0, map[int]int{}
	for _, r := range all {
		times[r.Year]++
		if r.ID == id {
			year = r.Year
		}
	}
	if times[year] != 1 {
		return strings.TrimPrefix(id, "report:")
	}
	return fmt.Sprint(year)
}

// few writes all places of what counts, and the first ones of what is merely in common.
func (p *printer) few(indent string, ids []string, all bool) {
	const most = 2
	if all || len(ids) <= most+1 {
		p.places(indent, ids)
		return
	}
	p.places(indent, ids[:most])
	p.line("%sand %d more places (-o json lists all)", indent, len(ids)-most)
}
