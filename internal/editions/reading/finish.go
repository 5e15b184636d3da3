package reading

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// setField sets a link's basis, rule, confidence or one of its properties.
func setField(l *graph.Link, spec graph.LinkTypeSpec, name string, n yaml.Node) error {
	switch name {
	case "basis":
		l.Basis = graph.Basis(n.Value)
		return nil
	case "rule":
		l.Rule = n.Value
		return nil
	case "confidence":
		f, err := number(name, n)
		l.Confidence = f
		return err
	}
	p, ok := spec.Property(name)
	if !ok {
		return fmt.Errorf("%s has no property %s", spec.Type, name)
	}
	v, err := value(p, n)
	if err == nil {
		l.Properties[name] = v
	}
	return err
}

// group links the report to every group: with the first passage of its chapter, or, where it has none, with the passages that name it.
func (c *compiler) group() {
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		if graph.KindOf(id) != graph.WorkingGroup {
			continue
		}
		link := graph.Link{From: c.bundle.Report.ID, Type: graph.ReportsOn, To: id, Basis: graph.Stated, Confidence: 1,
			Properties: graph.Properties{"chapter": false}, Evidence: c.entities[id].Evidence}
		for _, l := range c.located {
			if l.out.Chapter == id {
				link.Properties["chapter"], link.Evidence = true, []string{l.out.ID}
				break
			}
		}
		c.links[link.Key(c.bundle.Report.Year)] = &link
	}
	for _, narrow := range slices.Sorted(maps.Keys(c.broader)) {
		broad := c.broader[narrow]
		if c.entities[broad] == nil || c.entities[narrow] == nil {
			at := c.declared[narrow]
			c.bad(at.file, at.line, "declared", "%s is broader than %s and declared in no file", broad, narrow)
			continue
		}
		link := graph.Link{From: narrow, Type: graph.Broader, To: broad, Basis: graph.Inferred, Rule: "scheme", Confidence: 1, Evidence: c.entities[narrow].Evidence}
		c.links[link.Key(c.bundle.Report.Year)] = &link
	}
}

// note resolves the passages of notes: LINE means all that start on it, LINE-N one.
func (c *compiler) note(files []file) {
	short := c.bundle.Report.Short()
	for _, f := range files {
		for _, n := range f.Notes {
			out := graph.Note{ID: "note:" + short + ":" + n.ID, Kind: graph.NoteKind(n.Kind), About: n.About, Gist: graph.Names(n.Gist)}
			for _, ref := range n.Evidence {
				found := c.resolve(short, ref)
				if len(found) == 0 {
					c.bad(f.name, n.line, "evidence", "note %s: no passage starts at %s", n.ID, ref)
				}
				out.Evidence = append(out.Evidence, found...)
			}
			for _, id := range n.About {
				if c.entities[id] == nil {
					c.bad(f.name, n.line, "declared", "note %s is about %s, which no file declares", n.ID, id)
				}
			}
			c.noted[out.ID] = place{f.name, n.line}
			c.bundle.Notes = append(c.bundle.Notes, out)
		}
	}
}

func (c *compiler) resolve(short, ref string) []string {
	if strings.Contains(ref, "-") {
		id := "passage:" + short + ":" + ref
		if c.passages[id] == nil {
			return nil
		}
		return []string{id}
	}
	var ids []string
	for _, l := range c.located {
		if strconv.Itoa(l.out.Line) == ref {
			ids = append(ids, l.out.ID)
		}
	}
	return ids
}

// finish assembles and validates the bundle.
func (c *compiler) finish() (graph.Bundle, error) {
	b := c.bundle
	for _, l := range c.located {
		b.Passages = append(b.Passages, *l.out)
	}
	for _, id := range slices.Sorted(maps.Keys(c.entities)) {
		e := *c.entities[id]
		if len(e.Evidence) == 0 {
			at := c.declared[id]
			c.bad(at.file, at.line, "evidence", "%s is named by no passage", id)
		}
		b.Entities = append(b.Entities, e)
	}
	for _, key := range slices.Sorted(maps.Keys(c.links)) {
		l := *c.links[key]
		if len(l.Properties) == 0 {
			l.Properties = nil
		}
		b.Links = append(b.Links, l)
	}
	b = b.Canonical()
	if len(c.problems) > 0 {
		return graph.Bundle{}, c.problems
	}
	if ps := graph.Validate(b); len(ps) > 0 {
		return graph.Bundle{}, c.placed(ps, b)
	}
	return b, nil
}
