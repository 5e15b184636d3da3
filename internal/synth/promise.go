package synth

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// promise is a commitment of one group, while it is open.
type promise struct {
	id, firmness, status, side string
	names                      graph.Names
	group                      int
	themes                     []*theme
}

// tellPromises tells a group's commitments: what became of some of last year's, and new ones up to its share.
func (e *edition) tellPromises(g int, want float64) {
	w, d := e.w, e.w.dice
	n := d.round(want)
	var told []*promise
	for _, c := range w.promises {
		if c.group != g || len(told) == n || !d.yes(0.15) {
			continue
		}
		if d.yes(followThrough[c.firmness]) {
			c.status = "done"
		}
		told = append(told, c)
	}
	for len(told) < n {
		subject := pick(d, subjects)
		c := &promise{group: g, firmness: choose(d, firmnesses), status: "open", side: choose(d, sides), names: sentence(pick(d, commitmentWords), subject, "")}
		c.id = fmt.Sprintf("commitment:%s:%d:%s", w.short, w.year, numbered(subject[0], w.number()))
		c.themes = e.someThemes(g, choose(d, themesPerCommitment))
		told = append(told, c)
	}
	for _, c := range told {
		e.tellPromise(c)
		if c.status == "open" {
			e.promises = append(e.promises, c)
		}
	}
}

func (e *edition) tellPromise(c *promise) {
	w, d := e.w, e.w.dice
	p := e.story(c.group, "IV. Future Activities", fmt.Sprintf("%s (%s, %s).", c.names["en"], c.firmness, c.status))
	e.commitment(c.id, c.names, c.firmness, c.status, c.side, p)
	e.link(w.groups[c.group].id, graph.CommitsTo, c.id, nil, p)
	e.address(c.id, c.themes, p)
	if about := e.ownProject(c.group); about != "" && d.yes(90.0/118) {
		e.link(c.id, graph.Concerns, about, nil, p)
	}
	if b := e.responsible(c.group); b != nil {
		e.body(b, p)
		e.link(b.id, graph.ResponsibleFor, c.id, nil, p)
	}
}

// responsible draws who answers for a commitment; nil for most.
func (e *edition) responsible(g int) *body {
	if !e.w.dice.yes(33.0 / 118) {
		return nil
	}
	return e.someBody(g)
}

// commitment declares a commitment; one in six is due in the next year.
func (e *edition) commitment(id string, names graph.Names, firmness, status, side string, passages ...string) {
	props := graph.Properties{"firmness": firmness, "status": status, "side": side}
	if d := e.w.dice; d.yes(19.0 / 118) {
		props["due"] = fmt.Sprintf("%d-%02d", e.w.year+1, 1+d.below(12))
	}
	e.entity(graph.Entity{ID: id, Kind: graph.Commitment, Name: names, NameSource: ours("en", "es", "fr"), Properties: props}, passages...)
}
