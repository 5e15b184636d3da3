package explore

import (
	"fmt"

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
