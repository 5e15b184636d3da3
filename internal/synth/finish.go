package synth

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// tellReferences tells where one group's text names another, the whole partnership, or several together, without an event.
func (e *edition) tellReferences() {
	w, d := e.w, e.w.dice
	active := w.activeGroups()
	for range d.poisson(w.scaled(1)) {
		if tied := w.drawGroups(2, active); len(tied) == 2 {
			p := e.passage(w.groups[tied[0]].id, []string{"Part III", w.groups[tied[0]].names[0], "V. Work with other groups"}, "Names another working group.")
			props := graph.Properties{"role": slug(pick(d, subjects)[0]), "kind": "none", "status": "none"}
			if d.yes(0.5) {
				props["kind"], props["status"] = pick(d, []string{"session", "commitment"}), pick(d, []string{"planned", "possible"})
			}
			e.link(w.groups[tied[0]].id, graph.RefersTo, w.groups[tied[1]].id, props, p)
		}
	}
	for range d.poisson(w.scaled(3)) {
		from := &w.groups[pick(d, active)]
		p := e.passage(from.id, []string{"Part III", from.names[0], "V. Work with other groups"}, "Names the other working groups, without saying which.")
		e.link(from.id, graph.RefersTo, w.id, graph.Properties{"role": slug(pick(d, subjects)[0]), "kind": "none", "status": "none"}, p)
	}
	if about := w.drawGroups(2, active); len(about) == 2 && d.yes(0.7) {
		p := e.passage(w.id, []string{"Part I", "Conclusion"}, "The partnership's own text ties groups.")
		ids := []string{w.groups[about[0]].id, w.groups[about[1]].id}
		slices.Sort(ids)
		e.link(w.id, graph.RefersTo, ids[0], graph.Properties{"role": slug(pick(d, subjects)[0]), "kind": "commitment", "status": "planned", "about": ids}, p)
	}
}

// coverBodies tells of the institutions of the roster that nothing else told: as participants or mentioned.
func (e *edition) coverBodies() {
	p, n := "", 0
	for _, b := range e.w.roster {
		if e.told(b.id) {
			continue
		}
		if n%3 == 0 {
			p = e.passage(e.w.id, []string{"Annex", "Participants"}, "Lists who took part in the partnership's year.")
		}
		n++
		e.body(b, p)
		role := choose(e.w.dice, []choice[string]{{"participant", 18}, {"mentioned", 9}})
		e.link(b.id, graph.ParticipatesIn, e.w.id, graph.Properties{"role": role}, p)
	}
}

// finish adds what is told of things already told: passages that say more of them, and notes. It keeps what goes on.
func (e *edition) finish() {
	e.tellAgain()
	e.tellNotes()
	e.w.projects, e.w.promises = e.projects, e.promises
}

// tellAgain adds evidence: to one link in eight and one project, commitment or session in three, a further passage of its
// chapter. What addresses themes is left alone, so that no passage comes to tell a theme and a broader one.
func (e *edition) tellAgain() {
	d := e.w.dice
	chapter := map[string]string{}
	for _, p := range e.bundle.Passages {
		chapter[p.ID] = p.Chapter
	}
	again := func(evidence []string) []string {
		for more := true; more; more = d.yes(0.57) {
			evidence = united(evidence, []string{pick(d, e.chapters[chapter[evidence[0]]])})
		}
		return evidence
	}
	for i := range e.bundle.Links {
		if l := &e.bundle.Links[i]; l.Type != graph.Addresses && l.Type != graph.RefersTo && len(l.Evidence) == 1 && d.yes(0.125) {
			l.Evidence = again(l.Evidence)
		}
	}
	for i := range e.bundle.Entities {
		if x := &e.bundle.Entities[i]; (x.Kind == graph.Project || x.Kind == graph.Commitment || x.Kind == graph.Session) && d.yes(0.35) {
			x.Evidence = again(x.Evidence)
		}
	}
}

// tellNotes tells what a careful reader must know.
func (e *edition) tellNotes() {
	w, d := e.w, e.w.dice
	for n := range d.round(w.scaled(profileNotes)) {
		note := graph.Note{ID: fmt.Sprintf("note:%s:%d", e.work, n+1), Kind: graph.NoteKind(choose(d, noteKinds)), Gist: graph.Names{"en": "The text can be read in another way here."}}
		for range choose(d, evidencePerNote) {
			note.Evidence = united(note.Evidence, []string{pick(d, e.bundle.Passages).ID})
		}
		for range choose(d, notesAbout) {
			note.About = united(note.About, []string{pick(d, e.bundle.Entities).ID})
		}
		e.bundle.Notes = append(e.bundle.Notes, note)
	}
}
