package opportunity

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// exclusion is E of the model: the paragraphs, with the headings of their sections, that tell of joint work.
type exclusion struct {
	snap     *graph.Snapshot
	places   map[string]bool
	headings map[string]bool
}

// exclude gathers the paragraphs of every joint event that holds one of the groups, whoever else it holds, and of plenary ones.
func exclude(m *crosswalk.Model, groups ...int) exclusion {
	e := exclusion{snap: m.Snapshot(), places: map[string]bool{}, headings: map[string]bool{}}
	for _, ev := range m.Events() {
		if slices.ContainsFunc(groups, func(g int) bool { return ev.Holds(g) }) {
			e.addEvent(m, ev)
		}
	}
	for _, ev := range m.Plenary() {
		e.addEvent(m, ev)
	}
	return e
}

// addEvent adds what tells of an event: of the event itself, of those whom it names, what it is about and what concerns it.
func (e exclusion) addEvent(m *crosswalk.Model, ev *crosswalk.Event) {
	e.add(m.EventPassages(ev))
	if ev.Node >= 0 {
		e.addLinks(ev.Node)
	}
}

// telling are the links of an event whose passages tell of it.
var telling = append([]graph.LinkType{graph.Addresses, graph.Concerns}, naming...)

func (e exclusion) addLinks(n graph.Node) {
	for _, t := range telling {
		for _, l := range slices.Concat(e.snap.Out(n, t), e.snap.In(n, t)) {
			e.add(e.snap.Link(l).Evidence)
		}
	}
}

func (e exclusion) add(passages []string) {
	for _, id := range passages {
		if p, ok := e.snap.Passage(id); ok {
			e.places[p.Place()] = true
			e.headings[p.Heading()] = true
		}
	}
}

// outside reports whether a passage stands outside E, and its paragraph.
func (e exclusion) outside(id string) (place string, ok bool) {
	p, found := e.snap.Passage(id)
	if !found || e.places[p.Place()] || p.Paragraph == 0 && e.headings[p.Heading()] {
		return "", false
	}
	return p.Place(), true
}
