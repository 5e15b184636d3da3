package ui

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
)

type noteView struct {
	Kind    string
	Text    string
	About   []refView
	Sources sourcesView
}

// noteGroup is the notes of one kind.
type noteGroup struct {
	Kind  graph.NoteKind
	Title string
	Notes []noteView
}

// mustKnow gathers what a reader must know: groups that are closing; then contradictions, conditions, and what is not told of
// whole groups. How a word was read is for those who check the reading: the page counts it and says where it stands.
func (v *viewer) mustKnow(p *homePage) {
	for _, g := range v.ranking.Model().Groups() {
		e := v.snap.Entity(g)
		if e.Properties.Text("status") == "closing" {
			p.Closing = append(p.Closing, v.name(e.Name)+": "+closingWords[e.Properties.Text("closing_side")])
		}
	}
	for _, n := range v.snap.Notes("") {
		if n.Kind == "contradiction" {
			p.Contradictions++
		}
	}
	notes := v.ordered(v.snap.Notes(""))
	for _, kind := range []graph.NoteKind{"contradiction", "condition", "gap"} {
		for _, n := range notes {
			if n.Kind == kind && (kind != "gap" || slices.ContainsFunc(n.About, ofGroups)) {
				if kind == "gap" {
					p.Gaps = append(p.Gaps, v.note(n, 1))
				} else {
					p.NotesShown = append(p.NotesShown, v.note(n, 1))
				}
			}
		}
	}
	p.MoreNotes = len(notes) - len(p.NotesShown) - len(p.Gaps)
}

func (v *viewer) note(n graph.Note, perChapter int) noteView {
	return noteView{noteWords[n.Kind], v.name(n.Gist), v.refs(n.About), v.sources(n.Evidence, perChapter, v.asked.page("/en/notes")+"#"+string(n.Kind))}
}

// ordered puts first the notes of most consequence to who reads of groups and their links: by what they are about, groups first, old
// sessions and what is only named last. Within that the order stays.
func (v *viewer) ordered(notes []graph.Note) []graph.Note {
	out := slices.Clone(notes)
	slices.SortStableFunc(out, func(a, b graph.Note) int { return cmp.Compare(v.consequence(a), v.consequence(b)) })
	return out
}

// consequence is the least place of what a note is about.
func (v *viewer) consequence(n graph.Note) int {
	least := len(consequences)
	for _, id := range n.About {
		if i := slices.Index(consequences, graph.KindOf(id)); i >= 0 && !v.longAgo(id) {
			least = min(least, i)
		} else if i >= 0 {
			least = min(least, len(consequences)-1)
		}
	}
	return least
}

// longAgo reports whether a session took place before the year of the page and the one before it.
func (v *viewer) longAgo(id string) bool {
	n, ok := v.snap.Lookup(id)
	if !ok || v.snap.Kind(n) != graph.Session {
		return false
	}
	start := v.snap.Entity(n).Properties.Date("start")
	return start != "" && string(start) < strconv.Itoa(v.year()-1)
}

// consequences are the kinds that links between groups are made of, from what matters most to their reader.
var consequences = []graph.Kind{graph.WorkingGroup, graph.Partnership, graph.Session, graph.Project, graph.Commitment, graph.Figure}

func ofGroups(id string) bool {
	k := graph.KindOf(id)
	return k == graph.WorkingGroup || k == graph.Partnership
}

// notesView is what the page of all notes shows.
type notesView struct {
	frame
	Groups []noteGroup
}

func notePage(v *viewer, _ []string) (string, any, error) {
	p := &notesView{frame: v.frame("What a careful reader must know", v.kept("JSON", "/api/v1/notes"), v.kept("CSV", "/api/v1/notes.csv"))}
	notes := v.ordered(v.snap.Notes(""))
	for _, kind := range []graph.NoteKind{"contradiction", "condition", "gap", "ambiguous", "misspelling"} {
		g := noteGroup{Kind: kind, Title: noteTitles[kind]}
		for _, n := range notes {
			if n.Kind == kind {
				g.Notes = append(g.Notes, v.note(n, 0))
			}
		}
		if len(g.Notes) > 0 {
			p.Groups = append(p.Groups, g)
		}
	}
	return "notes.html", p, nil
}

// noteTitles are the headings of the kinds of note.
var noteTitles = map[graph.NoteKind]string{
	"contradiction": "Where the report says two things", "condition": "Conditions", "gap": "What the report does not tell", "ambiguous": "Where another reading is possible",
	"misspelling": "Names as printed",
}
