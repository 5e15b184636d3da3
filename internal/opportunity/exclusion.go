package opportunity

import (
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
		for _, g := range groups {
			if ev.Holds(g) {
				e.add(m.EventPassages(ev))
				break
			}
		}
	}
	for _, ev := range m.Plenary() {
		e.add(m.EventPassages(ev))
	}
	return e
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
