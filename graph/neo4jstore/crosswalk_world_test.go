package neo4jstore_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// drawnEditions draws one to three editions of a small partnership in which all that the counting rules speak of comes together:
// the second is of 2019, the third another language version of 2018. Each tells some of the same events, otherwise.
func drawnEditions(t *rapid.T) []graph.Bundle {
	events := drawnEvents(t)
	var out []graph.Bundle
	for n := range rapid.IntRange(1, 3).Draw(t, "editions") {
		d := drawing{t, graphtest.NewWorld(2018+n, groupNames...)}
		told := d.tell(events, n == 0)
		d.ties()
		d.concerns()
		d.bodies()
		d.otherwise()
		if n == 0 {
			d.w.Share(graphtest.DrawCommon(t, len(told)), told)
		} else {
			d.w.Share(graphtest.DrawCommon(t, 0), nil)
		}
		d.groups()
		d.places()
		if n == 2 {
			d.w.Bundle.Report.Year, d.w.Bundle.Report.Work, d.w.Bundle.Report.Language = 2018, "test-2018", "fr"
		}
		out = append(out, d.w.Bundle)
	}
	return out
}

// drawnEvents draws events of which some share paragraph, groups or topic with others, and some tie most groups; in some worlds
// all are of two groups or three.
func drawnEvents(t *rapid.T) []graphtest.Event {
	events := graphtest.DrawEvents(t)
	few := rapid.Bool().Draw(t, "few groups")
	for i := range events {
		e := &events[i]
		if few {
			e.Groups = rapid.SampledFrom([][]string{{"a", "b"}, {"a", "b"}, {"b", "a"}, {"b", "a", "c"}}).Draw(t, "which groups")
			if e.Kind == "reference" && !e.About {
				e.Groups = e.Groups[:2]
			}
		}
		if i > 0 && rapid.Bool().Draw(t, "beside") {
			other := events[rapid.IntRange(0, i-1).Draw(t, "other")]
			e.At = other.At
			if (e.Kind != "reference" || e.About || len(other.Groups) == 2) && rapid.Bool().Draw(t, "same groups") {
				e.Groups = slices.Clone(other.Groups)
			}
		}
		if (e.Kind != "reference" || e.About) && rapid.IntRange(0, 5).Draw(t, "many") == 0 {
			e.Groups = groupNames[:rapid.IntRange(4, 8).Draw(t, "most")]
		}
		if e.Kind == "reference" {
			e.Topic = rapid.SampledFrom([]string{"s0", "c1", "p2", "t0", "t1", "topic", "topic", "topic"}).Draw(t, "topic")
		}
		if e.Kind == "session" && rapid.Bool().Draw(t, "earlier") {
			e.Status, e.Dated = "held", rapid.Bool().Draw(t, "dated")
			e.Groups = []string{"a", "b"}
		}
	}
	return events
}

// groupNames are more than the events name, so that five groups are not always most of them.
var groupNames = append(slices.Clone(graphtest.GroupNames), "i", "j")

// drawing adds to one edition.
type drawing struct {
	t *rapid.T
	w *graphtest.World
}

func (d drawing) chance(of int, label string) bool {
	return rapid.IntRange(1, of).Draw(d.t, label) == 1
}

func (d drawing) passage() string {
	return d.w.PassageAt(rapid.IntRange(100, 110).Draw(d.t, "paragraph"), "partnership:test")
}

// tell tells all events, or some of them as a later edition would.
func (d drawing) tell(events []graphtest.Event, all bool) []graphtest.Event {
	told := slices.Clone(events)
	refs := map[string]bool{}
	for i := range told {
		e := &told[i]
		if !all {
			if d.chance(3, "silent") {
				continue
			}
			again := graphtest.DrawEvent(d.t, e.At)
			e.Confidence = again.Confidence
			if again.Kind == e.Kind {
				e.Status, e.Tells, e.Year, e.Dated = again.Status, again.Tells, again.Year, again.Dated
			}
			if e.Kind == "session" && e.Status != "held" {
				e.Dated = true
			}
		}
		if e.Kind == "reference" {
			key := fmt.Sprint(e.About, e.Groups[0], e.Topic) + map[bool]string{false: e.Groups[1]}[e.About]
			if refs[key] {
				continue // one link a key
			}
			refs[key] = true
		}
		d.w.Tell(i, *e)
	}
	return told
}

// ids lists the entities of the edition of some kinds.
func (d drawing) ids(kinds ...graph.Kind) []string {
	var out []string
	for _, e := range d.w.Bundle.Entities {
		if slices.Contains(kinds, e.Kind) {
			out = append(out, e.ID)
		}
	}
	return out
}

// pick draws one of them, empty where there is none.
func (d drawing) pick(kinds ...graph.Kind) string {
	if ids := d.ids(kinds...); len(ids) > 0 {
		return rapid.SampledFrom(ids).Draw(d.t, "which")
	}
	return ""
}

// link adds a link where both ends are there, once a key.
func (d drawing) link(from string, t graph.LinkType, to string, props graph.Properties) {
	l := graph.Link{From: from, Type: t, To: to, Properties: props}
	known := func(o graph.Link) bool { return o.Key(0) == l.Key(0) }
	if from != "" && to != "" && !slices.ContainsFunc(d.w.Bundle.Links, known) {
		d.w.Link(from, t, to, props, d.passage()).Confidence = rapid.SampledFrom([]float64{1, 0.7}).Draw(d.t, "confidence")
	}
}

// ties adds further ties: other roles in projects, sessions of one group, the partnership's, a group of another name.
func (d drawing) ties() {
	d.w.Entity("group:other:x", graph.Properties{"status": "active"}, d.passage())
	if d.chance(2, "part of it") {
		d.link("group:other:x", graph.PartOf, "partnership:test", nil)
	}
	for i := range rapid.IntRange(0, 3).Draw(d.t, "sessions alone") {
		id := fmt.Sprintf("session:test:alone%d", i)
		d.w.Entity(id, graph.Properties{"status": "held"}, d.passage())
		d.link(d.pick(graph.WorkingGroup), graph.Holds, id, nil)
	}
	for range rapid.IntRange(0, 6).Draw(d.t, "ties") {
		g := d.pick(graph.WorkingGroup)
		switch rapid.IntRange(0, 4).Draw(d.t, "tie") {
		case 0:
			d.link("partnership:test", graph.Holds, d.pick(graph.Session), nil)
		case 1:
			d.link(g, graph.Holds, d.pick(graph.Session), nil)
		default:
			d.link(g, graph.Runs, d.pick(graph.Project), graph.Properties{"role": rapid.SampledFrom([]string{"mentions", "supports", "runs"}).Draw(d.t, "role")})
		}
	}
}

// concerns says of some events that they are about others.
func (d drawing) concerns() {
	for range rapid.IntRange(0, 8).Draw(d.t, "concerns") {
		if d.chance(3, "from session") {
			d.link(d.pick(graph.Session), graph.Concerns, d.pick(graph.Project), nil)
		} else {
			d.link(d.pick(graph.Commitment), graph.Concerns, d.pick(graph.Session, graph.Project), nil)
		}
	}
}

// bodies adds institutions, of which some are parts of others, and people; who takes part where.
func (d drawing) bodies() {
	names := []string{"ca0", "unit", "ca1", "department", "mx0", "government"}
	for i, n := range names {
		props := graph.Properties{"type": "department", "country": "CA"}
		if n == "government" || d.chance(6, "government") {
			props["type"] = "government"
		}
		if d.chance(8, "unnamed") {
			props["named"] = false
		}
		if i+1 < len(names) && d.chance(3, "parent of record") {
			props["parent_of_record"] = "institution:" + rapid.SampledFrom(names[i+1:]).Draw(d.t, "parent")
		}
		d.w.Entity("institution:"+n, props, d.passage())
	}
	for i, n := range names[:len(names)-1] {
		if d.chance(3, "part") {
			d.link("institution:"+n, graph.PartOf, "institution:"+rapid.SampledFrom(names[i+1:]).Draw(d.t, "whole"), nil)
		}
	}
	for i := range 3 {
		id := fmt.Sprintf("person:p%d", i)
		d.w.Entity(id, nil, d.passage())
		d.link(id, graph.AffiliatedWith, d.pick(graph.Institution), nil)
	}
	for range rapid.IntRange(0, 10).Draw(d.t, "parts taken") {
		z := d.pick(graph.Institution)
		switch rapid.IntRange(0, 5).Draw(d.t, "way") {
		case 0:
			d.link(z, graph.InvolvedIn, d.pick(graph.Project), graph.Properties{"role": "partner"})
		case 1:
			d.link(z, graph.ResponsibleFor, d.pick(graph.Commitment), nil)
		case 2:
			d.link(z, graph.ParticipatesIn, d.pick(graph.Session, graph.WorkingGroup), graph.Properties{"role": rapid.SampledFrom([]string{"participant", "presenter", "mentioned"}).Draw(d.t, "role")})
		default:
			who, what := d.pick(graph.Person, graph.Institution), d.pick(graph.WorkingGroup, graph.WorkingGroup, graph.Partnership)
			d.link(who, graph.CoChairs, what, graph.Properties{"side": "CA", "status": rapid.SampledFrom([]string{"current", "former"}).Draw(d.t, "status")})
		}
	}
}

// otherwise takes the status from some events and gives dates to others.
func (d drawing) otherwise() {
	for i := range d.w.Bundle.Entities {
		e := &d.w.Bundle.Entities[i]
		switch e.Kind {
		case graph.Session, graph.Commitment, graph.Project:
		default:
			continue
		}
		if d.chance(8, "untold") {
			delete(e.Properties, "status")
			delete(e.Properties, "firmness")
		}
		if e.Kind == graph.Session && d.chance(3, "other dates") {
			delete(e.Properties, "start")
			maps.Copy(e.Properties, rapid.SampledFrom([]graph.Properties{{}, {"end": "2014"}, {"start": "2013-05-06"}}).Draw(d.t, "dates"))
		}
		if e.Kind == graph.Project && d.chance(2, "dated") {
			e.Properties["start"], e.Properties["end"] = "2015-02", rapid.SampledFrom([]string{"2016", "2017-11-30"}).Draw(d.t, "end")
		}
	}
}

// groups closes some groups, says nothing of the status of others, and leaves the group at which a reference ends out of what it is about.
func (d drawing) groups() {
	for i := range d.w.Bundle.Entities {
		if e := &d.w.Bundle.Entities[i]; e.Kind == graph.WorkingGroup {
			e.Properties = rapid.SampledFrom([]graph.Properties{e.Properties, e.Properties, e.Properties, {"status": "closing"}, nil}).Draw(d.t, "status")
		}
	}
	for _, l := range d.w.Bundle.Links {
		if about := l.Properties.List("about"); len(about) > 2 && d.chance(2, "its end left out") {
			l.Properties["about"] = slices.DeleteFunc(slices.Clone(about), func(g string) bool { return g == l.To })
		}
	}
}

// places lets passages share a paragraph, and takes the line numbers from some.
func (d drawing) places() {
	ps := d.w.Bundle.Passages
	for i := range ps {
		p := &ps[i]
		if p.Line < 100 {
			continue
		}
		if d.chance(6, "same paragraph") {
			p.Line, p.Paragraph, p.Section = 100, 100, []string{"x"}
		}
		if strings.HasSuffix(p.ID, "5-1") || d.chance(4, "no line") {
			p.Line = 0
		}
	}
}
