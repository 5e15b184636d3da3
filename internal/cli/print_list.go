package cli

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// printNotes writes notes for people: what must be known, about what, and where it stands.
func (a *app) printNotes(s *graph.Snapshot, notes []graph.Note) error {
	if len(notes) == 0 {
		_, err := fmt.Fprintln(a.stderr, "nothing to show")
		return err
	}
	p := a.printer(s)
	for i, n := range notes {
		if i > 0 {
			p.line("")
		}
		var about []string
		for _, id := range n.About {
			about = append(about, p.called(id))
		}
		p.line("%s: %s", strings.ToUpper(string(n.Kind)), strings.Join(about, "; "))
		p.line("  %s", name(n.Gist))
		for _, id := range n.Evidence {
			if ps, ok := s.Passage(id); ok {
				p.line("    %s", p.placeOf(ps))
			}
		}
	}
	return p.err
}

// called is a thing's name, its id where it has none.
func (p *printer) called(id string) string {
	if n, ok := p.s.Lookup(id); ok {
		return orID(p.s.Entity(n).Name, id)
	}
	return id
}

// printPaths writes paths for people: each as one sentence, a line for each link with its direction, and where it is told.
func (a *app) printPaths(s *graph.Snapshot, ps explore.Paths) error {
	p := a.printer(s)
	if len(ps.Items) == 0 && ps.Complete {
		fmt.Fprintf(a.stderr, "no path of at most %d links leads from %s to %s; --max-hops allows more\n", ps.MaxHops, name(ps.From.Name), name(ps.To.Name))
		return nil
	}
	for i, path := range ps.Items {
		if i > 0 {
			p.line("")
		}
		p.line("%d. %s%s", i+1, name(path.Things[0].Name), p.standing(path.Things[0].ID))
		for k, h := range path.Hops {
			p.line("   %s %s%s", arrow(h), name(path.Things[k+1].Name), p.standing(path.Things[k+1].ID))
			p.few("      ", h.Passages, false)
		}
	}
	if !ps.Complete {
		fmt.Fprintln(a.stderr, "the search ended before it had tried all; there may be more paths, or better ones")
	}
	return p.err
}

// arrow is a hop's link in words, which points the way that the link does: —holds→ or ←holds—.
func arrow(h explore.Hop) string {
	words := linkWords[h.Type]
	switch role := strings.ReplaceAll(h.Role, "-", " "); {
	case h.Type == graph.Runs && role != "":
		words = role // runs, supports, mentions
	case role != "" && role != "participant":
		words += " (" + role + ")"
	}
	if h.Status != "" && h.Status != "current" {
		words += " (" + h.Status + ")"
	}
	if h.Forward {
		return "—" + words + "→"
	}
	return "←" + words + "—"
}
