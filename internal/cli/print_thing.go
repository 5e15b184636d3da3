package cli

import (
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// printEntity writes a thing for people: names, properties, links, what must be known, where it is told.
func (a *app) printEntity(s *graph.Snapshot, n graph.Node, d explore.Detail) error {
	p := a.printer(s)
	p.line("%s (%s, %s)", name(d.Name), d.Kind, d.ID)
	for _, lang := range graph.Languages {
		if t := d.Name[lang]; t != "" {
			p.line("  %s: %s%s", lang, t, map[bool]string{true: " (our name)"}[d.NameSource[lang] != ""])
		}
	}
	if len(d.Aliases) > 0 {
		p.line("  also: %s", strings.Join(d.Aliases, "; "))
	}
	for _, name := range d.Properties.Names() {
		p.line("  %s: %s", name, graph.FormatValue(d.Properties[name]))
	}
	if d.State != "" {
		p.line("  date: %s", strings.ReplaceAll(d.State, "-", " "))
	}
	for _, o := range d.Older {
		p.line("  %s said %s: %s", o.Report, o.Property, graph.FormatValue(o.Value))
	}
	p.line("")
	for _, l := range explore.Neighbours(s, n, "") {
		arrow := "→"
		if l.Direction == "in" {
			arrow = "←"
		}
		role := l.Properties.Text("role")
		if role != "" {
			role = " (" + role + ")"
		}
		p.line("  %s %s%s %s%s [%s]", arrow, l.Type, role, name(l.Other.Name), p.standing(l.Other.ID), l.Other.ID)
	}
	for _, note := range d.Notes {
		p.line("")
		p.line("Note (%s): %s", note.Kind, name(note.Gist))
		p.places("  ", note.Evidence)
	}
	p.line("")
	p.line("Told at:")
	p.places("  ", d.Passages)
	return p.err
}

// standing says, behind what may or may not happen, how far it has come: (proposed), (held, in earlier years), (agreed, done). What
// is of another kind has none.
func (p *printer) standing(id string) string {
	n, ok := p.s.Lookup(id)
	if !ok {
		return ""
	}
	e := p.s.Entity(n)
	text := e.Properties.Text("status")
	switch e.Kind {
	case graph.Session:
		if dated, told := e.Properties["dated"].(bool); told && !dated && text == "held" {
			text += ", in earlier years"
		}
	case graph.Commitment:
		switch firm := e.Properties.Text("firmness"); {
		case firm != "" && (text == "done" || text == "dropped"):
			text = firm + ", " + text
		case firm != "":
			text = firm
		}
	case graph.Project:
	default:
		return ""
	}
	if text == "" {
		return ""
	}
	return " (" + text + ")"
}

// printLink writes a link for people.
func (a *app) printLink(s *graph.Snapshot, l explore.LinkDetail) error {
	p := a.printer(s)
	p.line("%s%s %s %s%s (%s)", name(l.From.Name), p.standing(l.From.ID), l.Type, name(l.To.Name), p.standing(l.To.ID), l.ID)
	p.line("  %s, confidence %g", l.Basis, l.Confidence)
	for _, n := range l.Properties.Names() {
		p.line("  %s: %s", n, graph.FormatValue(l.Properties[n]))
	}
	ids := make([]string, len(l.Evidence))
	for i, e := range l.Evidence {
		ids[i] = e.ID
	}
	p.places("  ", ids)
	return p.err
}

// printPassage writes a passage and what rests on it.
func (a *app) printPassage(s *graph.Snapshot, d explore.PassageDetail) error {
	p := a.printer(s)
	p.places("", []string{d.ID})
	for _, e := range d.Entities {
		p.line("  names %s%s [%s]", name(e.Name), p.standing(e.ID), e.ID)
	}
	for _, l := range d.Links {
		p.line("  states %s", l)
	}
	return p.err
}
