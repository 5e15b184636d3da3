package synth

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// story is the paragraph for a telling in a group's chapter: a new one, or one time in eight the one before, which then tells
// of several things.
func (e *edition) story(g int, section, gist string) string {
	id, d := e.w.groups[g].id, e.w.dice
	if last := e.last[id]; last != "" && d.yes(0.125) {
		return last
	}
	path := []string{"Part III", e.w.groups[g].names[0], section}
	if d.yes(0.4) {
		path = append(path, fmt.Sprint(1+d.below(9)))
	}
	return e.passage(id, path, gist)
}

// tellChapter tells what a group tells of itself.
func (e *edition) tellChapter(g int) {
	w := e.w
	share := w.portion(g)
	count := func(n float64) float64 { return w.scaled(n) * share }
	e.tellContext(g)
	e.tellProjects(g, true, count(profileProjects-profileMentioned))
	e.tellOwnSessions(g, count(13))
	e.tellPromises(g, count(profileCommitments))
	e.tellProjects(g, false, count(profileMentioned))
	e.tellFigures(g, count(profileFigures))
	e.tellRest(g)
}

// tellContext tells what a group works on in general.
func (e *edition) tellContext(g int) {
	id := e.w.groups[g].id
	for range e.w.dice.round(10 * float64(len(e.themes[g])) / 20) {
		p := e.story(g, "I. Context", fmt.Sprintf("Tells what the working group on %s is concerned with.", e.w.groups[g].names[0]))
		e.addressOnce(id, e.someThemes(g, 1), p)
	}
	for range e.w.dice.round(e.w.scaled(60) * e.w.portion(g)) {
		e.passage(id, []string{"Part III", e.w.groups[g].names[0], "I. Context"}, "Gives the background, without a fact of its own.")
	}
	for range 2 {
		if b := e.someBody(g); b != nil {
			p := e.story(g, "I. Context", "Tells who takes part in the working group's meetings.")
			e.body(b, p)
			e.link(b.id, graph.ParticipatesIn, id, graph.Properties{"role": "participant"}, p)
		}
	}
}

// tellOwnSessions tells the sessions that a group holds alone.
func (e *edition) tellOwnSessions(g int, want float64) {
	w, d := e.w, e.w.dice
	for range d.round(want) {
		subject := pick(d, subjects)
		names := sentence(named{"Session on", "Séance :", "Sesión:"}, subject, "")
		p := e.story(g, "II. Activities", fmt.Sprintf("%s, held by the %s working group.", names["en"], w.groups[g].names[0]))
		id := fmt.Sprintf("session:%s:%d:%s", w.short, w.year, numbered(subject[0], w.number()))
		date := fmt.Sprintf("%d-%02d", w.year, 1+d.below(12))
		e.session(id, names, graph.Properties{"status": "held", "dated": true, "start": date, "end": date}, p)
		e.link(w.groups[g].id, graph.Holds, id, nil, p)
		e.link(id, graph.PartOf, fmt.Sprintf("session:%s:%d:meeting", w.short, w.year), nil, p)
		e.address(id, e.someThemes(g, d.below(3)), p)
		for range d.below(3) {
			if b := e.someBody(g); b != nil {
				e.body(b, p)
				e.link(b.id, graph.ParticipatesIn, id, graph.Properties{"role": "participant"}, p)
			}
		}
		if about := e.ownProject(g); about != "" {
			e.link(id, graph.Concerns, about, nil, p)
		}
	}
}

// ownProject draws a project of the group told in this edition; empty where there is none.
func (e *edition) ownProject(g int) string {
	var ids []string
	for _, p := range e.projects {
		if p.owner == g && p.role != "mentions" {
			ids = append(ids, p.id)
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return pick(e.w.dice, ids)
}

// tellFigures tells quantities.
func (e *edition) tellFigures(g int, want float64) {
	w, d := e.w, e.w.dice
	for range d.round(want) {
		unit := pick(d, []string{"people", "students", "hectares", "percent", "projects", "cities", "days", "missions"})
		value := float64(1 + d.below([]int{10, 100, 10000}[d.below(3)]))
		p := e.story(g, "III. Results", fmt.Sprintf("Gives a figure: %s %s.", graph.FormatValue(value), unit))
		id := fmt.Sprintf("figure:%s:%d:%s", w.short, w.year, numbered(unit, w.number()))
		written := graph.FormatValue(value) + " " + unit
		e.entity(graph.Entity{ID: id, Kind: graph.Figure, Name: graph.Names{"en": strings.ToUpper(unit[:1]) + unit[1:] + " reached", "fr": "Résultat : " + written, "es": "Resultado: " + written},
			NameSource: ours("en", "es", "fr"), Properties: graph.Properties{"value": value, "unit": unit, "qualifier": choose(d, qualifiers),
				"target": d.yes(15.0 / 53), "as_written": written, "end": fmt.Sprint(w.year)}}, p)
		e.link(w.groups[g].id, graph.States, id, nil, p)
		if about := e.ownProject(g); about != "" {
			e.link(id, graph.About, about, nil, p)
		}
	}
}

// tellRest tells of the themes and institutions of a group that nothing else in its chapter told.
func (e *edition) tellRest(g int) {
	id, u := e.w.groups[g].id, &e.untold[g]
	for len(u.themes) > 0 {
		before := len(u.themes)
		p := e.story(g, "I. Context", "Tells what else the working group is concerned with.")
		e.addressOnce(id, e.someThemes(g, 2), p)
		if len(u.themes) == before {
			break
		}
	}
	for i, b := range u.bodies {
		p := e.last[id]
		if i%4 == 0 {
			p = e.passage(id, []string{"Part III", e.w.groups[g].names[0], "Annex"}, "Lists further participants of the working group.")
		}
		e.body(b, p)
		e.link(b.id, graph.ParticipatesIn, id, graph.Properties{"role": "participant"}, p)
	}
	u.bodies = nil
}
