package graphtest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Event is a drawn event; worlds are built from events so that a test can change one and compare.
type Event struct {
	Kind       string // session, project, commitment, reference
	Status     string
	Year       int // of a session held
	Dated      bool
	Recurring  bool
	Groups     []string
	Confidence float64
	At         int    // number of its paragraph; events with the same number share one
	Topic      string // of a reference
	Tells      string // what a reference tells of: session, project, commitment or none
	About      bool   // a reference that the partnership's text makes
	Concerns   int    // number of the session that a commitment concerns, -1 for none
}

// GroupNames are the groups of a drawn world.
var GroupNames = []string{"a", "b", "c", "d", "e", "f", "g", "h"}

// DrawEvents draws up to twelve events among the groups, each in a paragraph of its own.
func DrawEvents(t *rapid.T) []Event {
	out := make([]Event, rapid.IntRange(0, 12).Draw(t, "events"))
	for i := range out {
		out[i] = DrawEvent(t, i)
	}
	return out
}

// DrawEvent draws one event of two to four groups, told in paragraph number at.
func DrawEvent(t *rapid.T, at int) Event {
	e := Event{Kind: rapid.SampledFrom([]string{"session", "project", "commitment", "reference"}).Draw(t, "kind"), At: at, Dated: true, Concerns: -1}
	e.Confidence = rapid.SampledFrom([]float64{1, 1, 0.9, 0.5}).Draw(t, "confidence")
	size := rapid.IntRange(2, 4).Draw(t, "size")
	e.Groups = rapid.SliceOfNDistinct(rapid.SampledFrom(GroupNames), size, size, rapid.ID[string]).Draw(t, "groups")
	switch e.Kind {
	case "session":
		e.Status = rapid.SampledFrom([]string{"held", "agreed", "planned", "proposed", "dropped"}).Draw(t, "status")
		e.Year = rapid.IntRange(2010, 2018).Draw(t, "year")
		e.Dated = e.Status != "held" || rapid.Bool().Draw(t, "dated")
		e.Recurring = rapid.Bool().Draw(t, "recurring")
	case "project":
		e.Status = rapid.SampledFrom([]string{"running", "done", "planned", "proposed", "dropped"}).Draw(t, "status")
	case "commitment":
		e.Status = rapid.SampledFrom([]string{"done", "agreed", "planned", "proposed", "possible", "dropped"}).Draw(t, "status")
	default:
		e.Status = rapid.SampledFrom([]string{"done", "agreed", "proposed", "none"}).Draw(t, "status")
		e.Topic, e.Tells = fmt.Sprintf("topic-%d", at), "none"
		if e.Status != "none" {
			e.Tells = rapid.SampledFrom([]string{"none", "session", "project"}).Draw(t, "tells")
		}
		if e.About = rapid.Bool().Draw(t, "about"); !e.About {
			e.Groups = e.Groups[:2]
		}
	}
	return e
}

// EventWorld is the edition of 2018 that tells the events in the given order, which nil leaves as it is.
func EventWorld(events []Event, order []int) *World {
	w := NewWorld(2018, GroupNames...)
	if order == nil {
		order = Ordered(len(events))
	}
	for _, i := range order {
		w.Tell(i, events[i])
	}
	return w
}

// Tell adds event number i. A paragraph's place follows from its number, not from the order of telling.
func (w *World) Tell(i int, e Event) {
	p := w.PassageAt(100+e.At, GroupID(e.Groups[0]))
	var id string
	var typ graph.LinkType
	props, linkProps := graph.Properties{"status": e.Status}, graph.Properties(nil)
	switch e.Kind {
	case "session":
		id, typ = fmt.Sprintf("session:test:s%d", i), graph.Holds
		props["dated"], props["recurring"] = e.Dated, e.Recurring
		if e.Status == "held" && e.Dated {
			props["start"] = fmt.Sprint(e.Year)
		}
	case "project":
		id, typ, linkProps = fmt.Sprintf("project:test:p%d", i), graph.Runs, graph.Properties{"role": "runs"}
	case "commitment":
		id, typ = fmt.Sprintf("commitment:test:c%d", i), graph.CommitsTo
		if e.Status != "done" && e.Status != "dropped" {
			props = graph.Properties{"status": "open", "firmness": e.Status}
		}
	default:
		w.refer(e, p)
		return
	}
	w.Entity(id, props, p)
	for _, g := range e.Groups {
		w.Link(GroupID(g), typ, id, linkProps, p).Confidence = e.Confidence
	}
	if e.Concerns >= 0 {
		w.Link(id, graph.Concerns, fmt.Sprintf("session:test:s%d", e.Concerns), nil, p)
	}
}

// refer adds a cross-reference: from the first group to the second, or from the partnership to the first about all.
func (w *World) refer(e Event, p string) {
	from, to, props := GroupID(e.Groups[0]), GroupID(e.Groups[1]), graph.Properties{"role": e.Topic, "kind": e.Tells, "status": e.Status}
	if e.About {
		var about []string
		for _, g := range e.Groups {
			about = append(about, GroupID(g))
		}
		from, to, props["about"] = "partnership:test", GroupID(e.Groups[0]), about
	}
	w.Link(from, graph.RefersTo, to, props, p).Confidence = e.Confidence
}

// Ordered is 0 … n-1.
func Ordered(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
