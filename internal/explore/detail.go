package explore

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Detail is all that is known of one entity.
type Detail struct {
	Row
	NameSource map[string]string       `json:"name_source"`
	Older      []graph.OlderValue      `json:"older"`      // what earlier editions said otherwise
	Statements []graph.EntityStatement `json:"statements"` // what each edition states, by year
	Counts     []TypeCount             `json:"counts"`
	Notes      []graph.Note            `json:"notes"`
	Evidence   []graph.Passage         `json:"evidence"`
}

// DetailOf is all that is known of entity n.
func DetailOf(s *graph.Snapshot, n graph.Node, today string) Detail {
	e := s.Entity(n)
	d := Detail{Row: RowOf(s, n, today), NameSource: e.NameSource, Older: e.Older(), Statements: e.Statements, Counts: CountNeighbours(s, n),
		Notes: s.Notes(e.ID), Evidence: PassagesOf(s, e.Evidence)}
	if d.NameSource == nil {
		d.NameSource = map[string]string{}
	}
	if d.Older == nil {
		d.Older = []graph.OlderValue{}
	}
	if d.Notes == nil {
		d.Notes = []graph.Note{}
	}
	return d
}

// PassagesOf resolves passage ids, in their order.
func PassagesOf(s *graph.Snapshot, ids []string) []graph.Passage {
	out := make([]graph.Passage, 0, len(ids))
	for _, id := range ids {
		if p, ok := s.Passage(id); ok {
			out = append(out, *p)
		}
	}
	return out
}

// LinkDetail is all that is known of one link.
type LinkDetail struct {
	ID         string                `json:"id"`
	Type       graph.LinkType        `json:"type"`
	From       Thing                 `json:"from"`
	To         Thing                 `json:"to"`
	Properties graph.Properties      `json:"properties"`
	Basis      graph.Basis           `json:"basis"`
	Rule       string                `json:"rule,omitempty"`
	Confidence float64               `json:"confidence"`
	Years      []int                 `json:"years"`
	Statements []graph.LinkStatement `json:"statements"`
	Evidence   []graph.Passage       `json:"evidence"`
}

// LinkDetailOf finds a link by its id. Errors wrap graph.ErrNotFound.
func LinkDetailOf(s *graph.Snapshot, id string) (LinkDetail, error) {
	e, ok := s.LinkByID(id)
	if !ok {
		return LinkDetail{}, fmt.Errorf("%s: no such link; ids stand in neighbours and explanations: %w", id, graph.ErrNotFound)
	}
	l := s.Link(e)
	p := l.Properties
	if p == nil {
		p = graph.Properties{}
	}
	return LinkDetail{l.ID, l.Type, ThingOf(s, s.From(e)), ThingOf(s, s.To(e)), p, l.Basis, l.Rule, l.Confidence, l.Years, l.Statements, PassagesOf(s, l.Evidence)}, nil
}

// PassageDetail is a passage and what rests on it.
type PassageDetail struct {
	graph.Passage
	Entities []Thing  `json:"entities"` // by kind and id
	Links    []string `json:"links"`    // ids, sorted
	Notes    []string `json:"notes"`
}

// PassageDetailOf finds a passage by its id. Errors wrap graph.ErrNotFound.
func PassageDetailOf(s *graph.Snapshot, id string) (PassageDetail, error) {
	p, ok := s.Passage(id)
	if !ok {
		return PassageDetail{}, fmt.Errorf("%s: no such passage: %w", id, graph.ErrNotFound)
	}
	d := PassageDetail{Passage: *p, Entities: []Thing{}, Links: []string{}, Notes: []string{}}
	for _, k := range graph.Kinds {
		for _, n := range s.Nodes(k) {
			if slices.Contains(s.Entity(n).Evidence, id) {
				d.Entities = append(d.Entities, ThingOf(s, n))
			}
		}
	}
	for i := range s.NumLinks() {
		if l := s.Link(graph.Edge(i)); slices.Contains(l.Evidence, id) {
			d.Links = append(d.Links, l.ID)
		}
	}
	slices.Sort(d.Links)
	for _, n := range s.Notes("") {
		if slices.Contains(n.Evidence, id) {
			d.Notes = append(d.Notes, n.ID)
		}
	}
	return d, nil
}

// HasEdition checks that the partnership of r has an edition of exactly that year. Errors wrap graph.ErrNotFound and list the years.
func HasEdition(r *crosswalk.Ranking, year int) error {
	s := r.Model().Snapshot()
	var years []int
	for _, x := range s.Reports() {
		if x.Partnership != s.ID(r.Model().Partnership) {
			continue
		}
		if x.Year == year {
			return nil
		}
		years = append(years, x.Year)
	}
	return fmt.Errorf("there is no edition of %d; editions up to then: %v: %w", year, years, graph.ErrNotFound)
}
