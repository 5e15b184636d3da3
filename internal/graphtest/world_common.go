package graphtest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Touch is a drawn statement that a group touches a theme.
type Touch struct {
	Theme, Group, Stance string
	At                   int    // number of its paragraph
	Via                  string // how: the group itself, its own project or commitment, or (event-N) event number N
}

// Partner is a drawn statement that an institution takes part in a group.
type Partner struct {
	Institution, Group string
	At                 int
	Via                string // member, project (of the group), or (event-N) event number N
}

// Common is what drawn groups have in common beside events.
type Common struct {
	Touches  []Touch
	Partners []Partner
	Closing  []string // groups that are not active
}

// Sets of things that are drawn from; the last theme is a circumstance.
var (
	ThemeNames       = []string{"t0", "t1", "t2", "t3", "t4", "circumstance"}
	InstitutionNames = []string{"ca0", "ca1", "mx0", "mx1", "int0"}
)

// DrawCommon draws what the groups have in common; some of it is told through the given number of events. Paragraphs come from
// at most fifteen, so that some argue for several things.
func DrawCommon(t *rapid.T, events int) Common {
	var c Common
	via := func(kinds ...string) string {
		if events > 0 {
			kinds = append(kinds, fmt.Sprintf("event-%d", rapid.IntRange(0, events-1).Draw(t, "event")))
		}
		return rapid.SampledFrom(kinds).Draw(t, "via")
	}
	paragraph := rapid.IntRange(200, 214)
	for range rapid.IntRange(4, 16).Draw(t, "touches") {
		c.Touches = append(c.Touches, Touch{rapid.SampledFrom(ThemeNames).Draw(t, "theme"), rapid.SampledFrom(GroupNames[:5]).Draw(t, "group"),
			rapid.SampledFrom([]string{"touches", "touches", "seeks", "offers"}).Draw(t, "stance"), paragraph.Draw(t, "paragraph"), via("group", "project", "commitment")})
	}
	for range rapid.IntRange(2, 10).Draw(t, "partners") {
		c.Partners = append(c.Partners, Partner{rapid.SampledFrom(InstitutionNames).Draw(t, "institution"), rapid.SampledFrom(GroupNames[:5]).Draw(t, "group"),
			paragraph.Draw(t, "paragraph"), via("member", "project")})
	}
	if rapid.IntRange(0, 3).Draw(t, "closing") == 0 {
		c.Closing = []string{rapid.SampledFrom(GroupNames).Draw(t, "closed")}
	}
	return c
}

// Share adds what groups have in common to a world that tells the events.
func (w *World) Share(c Common, events []Event) {
	for i := range w.Bundle.Entities {
		for _, g := range c.Closing {
			if w.Bundle.Entities[i].ID == GroupID(g) {
				w.Bundle.Entities[i].Properties = graph.Properties{"status": "closing"}
			}
		}
	}
	for i, x := range c.Touches {
		p := w.PassageAt(x.At, GroupID(x.Group))
		theme := "theme:" + x.Theme
		w.Entity(theme, graph.Properties{"circumstance": x.Theme == "circumstance"}, p)
		from := w.own(i, x.Group, x.Via, events, p)
		if from == "" {
			from = GroupID(x.Group)
		}
		w.Link(from, graph.Addresses, theme, graph.Properties{"stance": x.Stance}, p)
	}
	for i, x := range c.Partners {
		p := w.PassageAt(x.At, GroupID(x.Group))
		id := "institution:" + x.Institution
		country := map[byte]string{'c': "CA", 'm': "MX", 'i': "INT"}[x.Institution[0]]
		kind := map[byte]string{'c': "department", 'm': "agency", 'i': "multilateral"}[x.Institution[0]]
		w.Entity(id, graph.Properties{"country": country, "type": kind}, p)
		w.takePart(id, w.own(100+i, x.Group, x.Via, events, p), x.Group, p)
	}
	w.unite()
}

// own is the id of the thing through which a statement is made, empty for the group itself.
func (w *World) own(i int, group, via string, events []Event, p string) string {
	var id string
	var n int
	switch {
	case via == "project":
		id = fmt.Sprintf("project:test:own%d", i)
		w.Entity(id, graph.Properties{"status": "running"}, p)
		w.Link(GroupID(group), graph.Runs, id, graph.Properties{"role": "runs"}, p)
	case via == "commitment":
		id = fmt.Sprintf("commitment:test:own%d", i)
		w.Entity(id, graph.Properties{"status": "open", "firmness": "planned"}, p)
		w.Link(GroupID(group), graph.CommitsTo, id, nil, p)
	default:
		if _, err := fmt.Sscanf(via, "event-%d", &n); err == nil && events[n].Kind != "reference" {
			id = fmt.Sprintf("%s:test:%c%d", events[n].Kind, events[n].Kind[0], n)
		}
	}
	return id
}

// takePart makes an institution take part in a thing, or in the group where there is none.
func (w *World) takePart(institution, thing, group, p string) {
	switch {
	case thing == "":
		w.Link(institution, graph.ParticipatesIn, GroupID(group), graph.Properties{"role": "participant"}, p)
	case graph.KindOf(thing) == graph.Session:
		w.Link(institution, graph.ParticipatesIn, thing, graph.Properties{"role": "participant"}, p)
	case graph.KindOf(thing) == graph.Project:
		w.Link(institution, graph.InvolvedIn, thing, graph.Properties{"role": "partner"}, p)
	default:
		w.Link(institution, graph.ResponsibleFor, thing, nil, p)
	}
}

// unite joins links with one key, as a bundle must have them: the later one's properties stand, evidence is united.
func (w *World) unite() {
	at := map[string]int{}
	var out []graph.Link
	for _, l := range w.Bundle.Links {
		key := l.Key(w.Bundle.Report.Year)
		i, ok := at[key]
		if !ok {
			at[key] = len(out)
			out = append(out, l)
			continue
		}
		out[i].Properties = l.Properties
		for _, p := range l.Evidence {
			seen := false
			for _, q := range out[i].Evidence {
				seen = seen || p == q
			}
			if !seen {
				out[i].Evidence = append(append([]string{}, out[i].Evidence...), p)
			}
		}
	}
	w.Bundle.Links = out
}
