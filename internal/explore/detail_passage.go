package explore

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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
	on := s.RestingOn(id)
	for _, n := range on.Entities {
		d.Entities = append(d.Entities, ThingOf(s, n))
	}
	slices.SortStableFunc(d.Entities, func(a, b Thing) int {
		return cmp.Compare(slices.Index(graph.Kinds, a.Kind), slices.Index(graph.Kinds, b.Kind))
	})
	for _, e := range on.Links {
		d.Links = append(d.Links, s.Link(e).ID)
	}
	slices.Sort(d.Links)
	for _, n := range on.Notes {
		d.Notes = append(d.Notes, n.ID)
	}
	return d, nil
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
