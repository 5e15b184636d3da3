package graph

import "strings"

// Passage is a place in a report and what it says, in our own words.
type Passage struct {
	ID        string   `json:"id"`
	Section   []string `json:"section"`           // path of headings, outermost first
	Paragraph int      `json:"paragraph"`         // number of the paragraph or list item within its section, from 1; 0 is the heading itself
	Chapter   string   `json:"chapter,omitempty"` // the group whose chapter it is, or the partnership
	Start     int      `json:"start"`             // byte offsets into the report's text: [Start, End)
	End       int      `json:"end"`
	Line      int      `json:"line,omitempty"` // from 1
	Page      int      `json:"page,omitempty"` // from 1, where the document has pages
	Gist      Names    `json:"gist"`
	Quote     string   `json:"quote,omitempty"` // the text at [Start, End), only where the source was attached

	// Report is the id of the report; a bundle leaves it out, the merged graph sets it.
	Report string `json:"report,omitempty" bundle:"-"`
}

// Place identifies the paragraph or list item that p stands in, within its report: one telling has one place.
func (p *Passage) Place() string {
	if p.Line > 0 {
		return p.Report + "\x1f" + formatNumber(float64(p.Line))
	}
	return p.Report + "\x1f" + strings.Join(p.Section, "\x1e") + "\x1f" + formatNumber(float64(p.Paragraph))
}

// Heading identifies the section that p stands in, within its report.
func (p *Passage) Heading() string { return p.Report + "\x1f" + strings.Join(p.Section, "\x1e") }

// NoteKind is why a careful reader must know something.
type NoteKind string

// NoteKinds lists the kinds of note.
var NoteKinds = []NoteKind{"contradiction", "misspelling", "gap", "ambiguous", "condition"}

// Note keeps what a careful reader must know.
type Note struct {
	ID       string   `json:"id"`
	Kind     NoteKind `json:"kind"`
	About    []string `json:"about,omitempty"` // entity ids
	Gist     Names    `json:"gist"`
	Evidence []string `json:"evidence"` // passage ids

	// Report is the id of the report; a bundle leaves it out, the merged graph sets it.
	Report string `json:"report,omitempty" bundle:"-"`
}
