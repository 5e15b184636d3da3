package synth

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// project is a project that a group runs, supports or only tells of, as editions tell it for as long as it lasts.
type project struct {
	id, kind, status string
	names            graph.Names
	source           map[string]string
	owner            int
	role             string
	bodies           []*body
	roles            []string
	themes           []*theme
	where            *place
	start, end       string
	parent, before   string // projects of the same group
}

// tellProjects tells a group's projects: those that go on since the year before, and new ones up to its share.
func (e *edition) tellProjects(g int, own bool, want float64) {
	d := e.w.dice
	n := d.round(want)
	var told []*project
	for _, p := range e.w.projects {
		if p.owner == g && (p.role != "mentions") == own && p.goesOn(d, e.w.year) && len(told) < n {
			told = append(told, p)
		}
	}
	for len(told) < n {
		told = append(told, e.newProject(g, own, told))
	}
	for _, p := range told {
		e.tellProject(p)
	}
	e.projects = append(e.projects, told...)
}

// goesOn moves a project on by a year; false where nothing more is told of it.
func (p *project) goesOn(d *dice, year int) bool {
	switch at := d.unit(); {
	case p.status == "running" && at < 0.5:
		return true
	case p.status == "running" && at < 0.7:
		p.status, p.end = "done", fmt.Sprint(year)
		return true
	case p.status == "planned" && at < followThrough["planned"], p.status == "proposed" && at < followThrough["proposed"]:
		p.status, p.start = "running", fmt.Sprint(year)
		return true
	case p.status == "proposed" && at < 0.5:
		p.status = "planned"
		return true
	}
	return false
}

// newProject draws a project of a group.
func (e *edition) newProject(g int, own bool, beside []*project) *project {
	d, w := e.w.dice, e.w
	p := &project{owner: g, role: "mentions", kind: choose(d, projectTypes), status: choose(d, projectStatuses)}
	if own {
		p.role = choose(d, []choice[string]{{"runs", 97}, {"supports", 10}})
	}
	at := ""
	if d.yes(44.0 / 189) {
		x := places[d.early(len(places))]
		p.where, at = &x, x.name
	}
	p.names = sentence(projectWords[p.kind], pick(d, subjects), at)
	p.id = "project:" + w.short + ":" + numbered(p.names["en"], w.number())
	p.source = ours("en", "es", "fr")
	if d.yes(28.0 / 189) { // a proper name, as printed
		p.names, p.source = graph.Names{"en": p.names["en"]}, nil
	}
	p.date(d, w.year)
	p.themes = e.someThemes(g, choose(d, themesPerProject))
	scale := float64(w.options.Institutions) / w.scaled(profileInstitutions)
	for range d.round(float64(choose(d, bodiesPerProject)) * scale) {
		b := e.someBody(g)
		if !own && d.yes(0.5) {
			b = e.w.roster[fixedSlots+d.below(len(e.w.roster)-fixedSlots)]
		}
		if b != nil {
			p.bodies, p.roles = append(p.bodies, b), append(p.roles, choose(d, projectRoles))
		}
	}
	if len(beside) > 0 && d.yes(68.0/189) {
		p.parent = pick(d, beside).id
	} else if len(beside) > 0 && d.yes(8.0/189) {
		p.before = pick(d, beside).id
	}
	return p
}

// date gives what is dated its years.
func (p *project) date(d *dice, year int) {
	switch {
	case p.status == "done":
		p.start, p.end = fmt.Sprint(year-1), fmt.Sprintf("%d-%02d", year, 1+d.below(12))
	case p.status == "running" && d.yes(0.4):
		p.start = fmt.Sprintf("%d-%02d", year-d.below(3), 1+d.below(12))
	case p.status == "planned":
		p.start = fmt.Sprint(year + 1)
	}
}

// tellProject tells a project in a paragraph, and where, by whom and about what it is.
func (e *edition) tellProject(x *project) {
	g := &e.w.groups[x.owner]
	p := e.story(x.owner, "II. Activities", fmt.Sprintf("%s (%s): the %s working group tells how far it has come.", x.names["en"], x.status, g.names[0]))
	props := graph.Properties{"type": x.kind, "status": x.status}
	for name, v := range map[string]string{"start": x.start, "end": x.end} {
		if v != "" {
			props[name] = v
		}
	}
	e.entity(graph.Entity{ID: x.id, Kind: graph.Project, Name: x.names, NameSource: x.source, Properties: props}, p)
	e.link(g.id, graph.Runs, x.id, graph.Properties{"role": x.role}, p)
	for i, b := range x.bodies {
		e.body(b, p)
		e.link(b.id, graph.InvolvedIn, x.id, graph.Properties{"role": x.roles[i]}, p)
	}
	e.tellSpeaker(x, p)
	e.address(x.id, x.themes, p)
	if x.where != nil {
		e.place(*x.where, p)
		e.link(x.id, graph.LocatedIn, x.where.id(), nil, p)
	}
	if e.told(x.parent) {
		e.link(x.id, graph.PartOf, x.parent, nil, p)
	}
	if e.told(x.before) {
		e.link(x.id, graph.Follows, x.before, nil, p)
	}
}

// tellSpeaker tells, of one project in twenty, who spoke at it.
func (e *edition) tellSpeaker(x *project, p string) {
	if len(x.bodies) == 0 || !e.w.dice.yes(0.08) {
		return
	}
	name, id := e.w.newPerson()
	e.entity(graph.Entity{ID: id, Kind: graph.Person, Name: graph.Names{"en": name, "fr": name, "es": name}}, p)
	e.link(id, graph.InvolvedIn, x.id, graph.Properties{"role": "speaker"}, p)
	e.link(id, graph.AffiliatedWith, x.bodies[0].id, nil, p)
}

// told reports whether the edition has declared an id.
func (e *edition) told(id string) bool {
	_, ok := e.entities[id]
	return ok
}
