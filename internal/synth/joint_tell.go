package synth

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// tellEvent tells a joint event in the chapter of one of its groups, and often in that of another too.
func (e *edition) tellEvent(j *joint) {
	w, d := e.w, e.w.dice
	var passages []string
	for _, g := range j.groups {
		if w.hasChapter(g) && (len(passages) == 0 || d.yes(0.4)) {
			passages = append(passages, e.passage(w.groups[g].id, []string{"Part III", w.groups[g].names[0], "V. Work with other groups"},
				fmt.Sprintf("%s, with %s (%s).", j.names["en"], e.others(j, g), j.status)))
		}
	}
	if len(passages) == 0 {
		passages = []string{e.passage(w.id, []string{"Part I", "Work across groups"}, fmt.Sprintf("%s, of %s (%s).", j.names["en"], e.others(j, -1), j.status))}
	}
	e.declare(j, passages)
	for _, g := range j.groups {
		switch j.kind {
		case "session":
			e.link(w.groups[g].id, graph.Holds, j.id, nil, passages...)
		case "project":
			e.link(w.groups[g].id, graph.Runs, j.id, graph.Properties{"role": "runs"}, passages...)
		default:
			e.link(w.groups[g].id, graph.CommitsTo, j.id, nil, passages...)
		}
	}
	if j.after != nil {
		e.link(j.id, graph.Follows, j.after.id, nil, passages[0])
	}
	e.address(j.id, j.themes, passages[0])
	for _, b := range j.bodies {
		e.body(b, passages[0])
		switch j.kind {
		case "session":
			e.link(b.id, graph.ParticipatesIn, j.id, graph.Properties{"role": "participant"}, passages[0])
		case "project":
			e.link(b.id, graph.InvolvedIn, j.id, graph.Properties{"role": "partner"}, passages[0])
		default:
			e.link(b.id, graph.ResponsibleFor, j.id, nil, passages[0])
		}
	}
	if j.status == "held" {
		e.tellEarlier(j, passages[0])
	}
}

// declare declares the entity of a joint event.
func (e *edition) declare(j *joint, passages []string) {
	switch j.kind {
	case "session":
		props := graph.Properties{"status": j.status, "dated": j.status == "held"}
		if j.date != "" {
			props["start"], props["end"] = j.date, j.date
		}
		if j.recurring {
			props["recurring"] = true
		}
		e.session(j.id, j.names, props, passages...)
	case "project":
		props := graph.Properties{"status": j.status, "type": "project"}
		if j.status == "done" {
			props["end"] = fmt.Sprint(e.w.year)
		}
		e.entity(graph.Entity{ID: j.id, Kind: graph.Project, Name: j.names, NameSource: ours("en", "es", "fr"), Properties: props}, passages...)
	default:
		firmness, status := j.status, "open"
		if j.status == "done" || j.status == "dropped" {
			firmness, status = "agreed", j.status
		}
		e.commitment(j.id, j.names, firmness, status, "both", passages...)
	}
}

// tellEarlier tells, of two groups that met, that they did in earlier years as well: once, of one pair in four.
func (e *edition) tellEarlier(j *joint, p string) {
	w := e.w
	key := fmt.Sprint(j.groups)
	if len(j.groups) != 2 || w.earlier[key] || !w.dice.yes(0.25) {
		return
	}
	w.earlier[key] = true
	id := fmt.Sprintf("session:%s:%d:earlier-%d", w.short, w.year, w.number())
	e.session(id, earlierWords.names(), graph.Properties{"status": "held", "dated": false}, p)
	for _, g := range j.groups {
		e.link(w.groups[g].id, graph.Holds, id, nil, p)
	}
}

// others names the groups of an event but for one.
func (e *edition) others(j *joint, but int) string {
	var names []string
	for _, g := range j.groups {
		if g != but {
			names = append(names, e.w.groups[g].names[0])
		}
	}
	return strings.Join(names, " and ")
}
