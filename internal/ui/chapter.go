package ui

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// tellers says which chapters tell of something, and which chapter of a member's does not name it: of the editions that tell of it at
// all, since another edition's silence says something else.
func (v *viewer) tellers(members []crosswalk.Member, i crosswalk.Item) string {
	out := "Told in " + v.chapters(i.ToldBy)
	var silent []string
	for _, m := range members {
		switch {
		case slices.Contains(i.ToldBy, m.ID):
		case v.hasChapter(m.ID, i.Passages):
			silent = append(silent, v.name(m.Name))
		default:
			out += fmt.Sprintf("; the %s no chapter of %s", reportsHave(v.yearsOf(i.Passages)), v.name(m.Name))
		}
	}
	switch len(silent) {
	case 0:
		return out + "."
	case 1:
		return out + "; the " + silent[0] + " chapter does not name it."
	}
	return out + "; neither the " + silent[0] + " chapter nor the " + silent[1] + " chapter names it."
}

// hasChapter reports whether an edition that holds any of the passages has a chapter of the group.
func (v *viewer) hasChapter(group string, passages []string) bool {
	if v.chapterIn == nil {
		v.chapterIn = map[[2]string]bool{}
		for p := range v.snap.Passages() {
			v.chapterIn[[2]string{p.Report, p.Chapter}] = true
		}
	}
	return slices.ContainsFunc(passages, func(id string) bool {
		p, ok := v.snap.Passage(id)
		return ok && v.chapterIn[[2]string{p.Report, group}]
	})
}

// yearsOf are the years of the editions that hold passages, ascending.
func (v *viewer) yearsOf(passages []string) []int {
	var years []int
	for _, id := range passages {
		if p, ok := v.snap.Passage(id); ok {
			years = append(years, v.edition(p.Report).Year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// chapters names the chapters of some ids, of groups or the partnership.
func (v *viewer) chapters(ids []string) string {
	var names []string
	own := false
	for _, id := range ids {
		if graph.KindOf(id) == graph.Partnership {
			own = true
		} else if n := v.named(id); n != "" {
			names = append(names, n)
		}
	}
	out := ""
	switch len(names) {
	case 0:
	case 1:
		out = "the " + names[0] + " chapter"
	default:
		out = "the chapters of " + sentence(names)
	}
	switch {
	case own && out == "":
		return "the partnership’s own part"
	case own:
		return out + ", and the partnership’s own part"
	case out == "":
		return "no chapter of a group"
	}
	return out
}
