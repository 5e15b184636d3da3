package synth

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// group is one working group.
type group struct {
	id       string
	names    named
	acronym  string
	from, to int  // years in which it is active
	chapter  bool // editions have a chapter of it while it is active
	chairs   []chair
}

// chair is a co-chair of one side.
type chair struct {
	person, personID, title string
	side                    string
	body                    *body
}

func (g *group) activeIn(year int) bool { return g.from <= year && year <= g.to }

// exists reports whether editions of the year know of the group.
func (g *group) exists(year int) bool { return g.from <= year }

func (w *World) hasChapter(g int) bool {
	return w.groups[g].chapter && w.groups[g].activeIn(w.year)
}

// makeGroups founds the groups: most are there all the time, one in nine comes later, one in nine ends, and one in eight has
// no chapter. The first two always work and have one.
func (w *World) makeGroups() {
	first, last := w.options.FirstYear, w.options.FirstYear+w.options.Years-1
	for n := range w.options.Groups {
		s := sectors[n%len(sectors)]
		if turn := n / len(sectors); turn > 0 {
			for i := range s {
				s[i] = fmt.Sprintf("%s %d", s[i], turn+1)
			}
		}
		g := group{id: "group:" + w.short + ":" + slug(s[0]), names: s, acronym: acronym(s[0], n+1) + "WG", from: first, to: last, chapter: true}
		if n >= 2 {
			if w.dice.yes(1.0 / 9) {
				g.from = first + w.dice.below(w.options.Years)
			}
			if w.dice.yes(1.0 / 9) {
				g.to = g.from - 1 + w.dice.below(last-g.from+2)
			}
			g.chapter = w.dice.yes(7.0 / 8)
		}
		w.groups = append(w.groups, g)
	}
}

// status is what an edition says of the group.
func (g *group) status(year int) string {
	switch {
	case g.activeIn(year):
		return "active"
	case year == g.to+1:
		return "closing"
	}
	return "disbanded"
}

// tellGroups tells of the groups, who co-chairs them, and whether there is a chapter.
func (e *edition) tellGroups() {
	for n := range e.w.groups {
		g := &e.w.groups[n]
		if !g.exists(e.w.year) {
			continue
		}
		chapter := e.w.hasChapter(n)
		p := e.passage(e.w.id, []string{"Part II", g.names[0]}, fmt.Sprintf("Presents the working group on %s and what it is for.", g.names[0]))
		props := graph.Properties{"status": g.status(e.w.year), "acronym": g.acronym}
		if props["status"] == "closing" {
			props["closing_side"] = "both"
		}
		e.entity(graph.Entity{ID: g.id, Kind: graph.WorkingGroup, Name: g.names.names(), NameSource: ours("es", "fr"),
			Aliases: []string{g.acronym, g.names[0] + " Working Group"}, Properties: props}, p)
		e.link(g.id, graph.PartOf, e.w.id, nil, p)
		e.link(e.bundle.Report.ID, graph.ReportsOn, g.id, graph.Properties{"chapter": chapter}, p)
		if g.activeIn(e.w.year) {
			e.tellChairs(n, p)
		}
	}
}

// tellChairs tells who co-chairs a group; one in four has changed since the year before.
func (e *edition) tellChairs(n int, p string) {
	d, g := e.w.dice, &e.w.groups[n]
	for i, side := range []string{"CA", "MX"} {
		if len(g.chairs) <= i {
			g.chairs = append(g.chairs, e.w.newChair(n, side))
		} else if d.yes(0.25) {
			g.chairs[i] = e.w.newChair(n, side)
		}
		c := g.chairs[i]
		e.body(c.body, p)
		sector := choose(d, []choice[string]{{"public", 37}, {"private", 7}})
		e.link(c.body.id, graph.CoChairs, g.id, graph.Properties{"side": side, "sector": sector, "status": "current"}, p)
		if c.personID == "" {
			continue
		}
		e.entity(graph.Entity{ID: c.personID, Kind: graph.Person, Name: graph.Names{"en": c.person, "fr": c.person, "es": c.person}}, p)
		e.link(c.personID, graph.CoChairs, g.id, graph.Properties{"side": side, "sector": sector, "status": "current", "title": c.title}, p)
		e.link(c.personID, graph.AffiliatedWith, c.body.id, graph.Properties{"title": c.title}, p)
	}
}

// newChair draws a co-chair from the group's members of that side; one in eighteen is not named.
func (w *World) newChair(n int, side string) chair {
	c := chair{side: side, title: pick(w.dice, titles), body: w.member(n, side)}
	if w.dice.yes(17.0 / 18) {
		c.person, c.personID = w.newPerson()
	}
	return c
}

// newPerson is a person who does not exist.
func (w *World) newPerson() (name, id string) {
	given, middle, family := pick(w.dice, givenNames), pick(w.dice, middles), pick(w.dice, families)
	if middle != "" && middle[0] != '-' {
		middle = " " + middle
	}
	name = given + middle + " " + family
	return name, fmt.Sprintf("person:%s:%s", w.short, numbered(name, w.number()))
}
