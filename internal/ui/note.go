package ui

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

type noteView struct {
	Kind    string
	Text    string
	Sources sourcesView
}

// mustKnow gathers what a reader must know: groups that are closing; then contradictions, conditions, and what is not told of
// whole groups. How a word was read is for those who check the reading: the page counts it and says where it stands.
func (v viewer) mustKnow(p *homePage) {
	for _, g := range v.ranking.Model().Groups() {
		e := v.snap.Entity(g)
		if e.Properties.Text("status") == "closing" {
			p.Closing = append(p.Closing, v.name(e.Name)+": "+closingWords[e.Properties.Text("closing_side")])
		}
	}
	notes := v.snap.Notes("")
	for _, kind := range []graph.NoteKind{"contradiction", "condition", "gap"} {
		for _, n := range notes {
			if n.Kind == kind && (kind != "gap" || slices.ContainsFunc(n.About, ofGroups)) {
				view := noteView{noteWords[n.Kind], v.name(n.Gist), v.sources(n.Evidence, 1, v.asked.kept("/api/v1/notes", "kind", string(kind)))}
				if kind == "gap" {
					p.Gaps = append(p.Gaps, view)
				} else {
					p.Notes = append(p.Notes, view)
				}
			}
		}
	}
	p.MoreNotes = len(notes) - len(p.Notes) - len(p.Gaps)
}

func ofGroups(id string) bool {
	k := graph.KindOf(id)
	return k == graph.WorkingGroup || k == graph.Partnership
}
