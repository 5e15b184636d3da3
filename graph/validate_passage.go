package graph

import "fmt"

// passages checks every passage: its own id, its span within the text, where it stands, its gist.
func (v *validator) passages() {
	first := map[string]int{}
	for i := range v.b.Passages {
		p, path := &v.b.Passages[i], fmt.Sprintf("$.passages[%d]", i)
		v.ownID(path+".id", "passage", p.ID)
		v.once(first, path+".id", "passages", p.ID, i)
		for k, heading := range p.Section {
			v.filled(fmt.Sprintf("%s.section[%d]", path, k), "place", heading)
		}
		for _, place := range []struct {
			name string
			n    int
		}{{"paragraph", p.Paragraph}, {"line", p.Line}, {"page", p.Page}} {
			if place.n < 0 {
				v.bad(path+"."+place.name, "place", "%d is no number of a %s", place.n, place.name)
			}
		}
		if p.Chapter != "" && p.Chapter != v.b.Report.Partnership {
			v.reference(path+".chapter", "chapter", p.Chapter, WorkingGroup, Partnership)
		}
		v.span(path, p)
		v.translated(path+".gist", "gist-missing", p.Gist)
	}
}

func (v *validator) span(path string, p *Passage) {
	switch size := v.b.Report.TextBytes; {
	case p.Start < 0:
		v.bad(path+".start", "span", "%d stands before the text's first byte", p.Start)
	case p.End <= p.Start:
		v.bad(path+".end", "span", "the span [%d, %d) holds no byte", p.Start, p.End)
	case size > 0 && p.End > size:
		v.bad(path+".end", "span", "%d stands beyond the text, which has %d bytes", p.End, size)
	case p.Quote != "" && len(p.Quote) != p.End-p.Start:
		v.bad(path+".quote", "quote", "has %d bytes, but the span [%d, %d) has %d", len(p.Quote), p.Start, p.End, p.End-p.Start)
	}
}

// once checks that no earlier thing of the list has the same id.
func (v *validator) once(first map[string]int, path, list, id string, i int) {
	if k, seen := first[id]; seen {
		v.bad(path, "duplicate-id", "%q is the id of $.%s[%d] already", id, list, k)
		return
	}
	first[id] = i
}

// notes checks every note.
func (v *validator) notes() {
	first := map[string]int{}
	for i := range v.b.Notes {
		n, path := &v.b.Notes[i], fmt.Sprintf("$.notes[%d]", i)
		v.ownID(path+".id", "note", n.ID)
		v.once(first, path+".id", "notes", n.ID, i)
		oneOf(v, path+".kind", "note-kind", n.Kind, NoteKinds)
		for k, id := range n.About {
			v.reference(fmt.Sprintf("%s.about[%d]", path, k), "reference", id)
		}
		v.translated(path+".gist", "gist-missing", n.Gist)
		v.evidence(path, n.Evidence)
	}
}
