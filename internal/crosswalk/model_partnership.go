package crosswalk

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// choosePartnership is the id of the partnership asked for, else of the only one that has an edition.
func choosePartnership(s *graph.Snapshot, id string) (string, error) {
	var all, reported []string
	for _, n := range s.Nodes(graph.Partnership) {
		all = append(all, s.ID(n))
		if s.Newest(s.ID(n)) > 0 {
			reported = append(reported, s.ID(n))
		}
	}
	if id != "" {
		if n, ok := s.Lookup(id); ok && s.Kind(n) == graph.Partnership {
			return s.ID(n), nil
		}
		return "", fmt.Errorf("partnership %s: no such partnership; known: %s: %w", id, strings.Join(all, ", "), graph.ErrNotFound)
	}
	switch len(reported) {
	case 1:
		return reported[0], nil
	case 0:
		return "", fmt.Errorf("the store holds no edition of a partnership; load a bundle first: %w", graph.ErrNotFound)
	}
	return "", fmt.Errorf("the store holds several partnerships (%s); choose one with partnership=: %w", strings.Join(reported, ", "), graph.ErrInvalid)
}

// noEdition says why nothing can be answered of a partnership as of a year.
func noEdition(s *graph.Snapshot, partnership string, asOf int) error {
	if first := firstYear(s, partnership); first > 0 {
		return fmt.Errorf("as of %d: the first edition of %s is of %d; ask for that year or a later one: %w", asOf, partnership, first, graph.ErrNotFound)
	}
	return fmt.Errorf("%s has no edition; load a bundle of one of its reports: %w", partnership, graph.ErrNotFound)
}

func firstYear(s *graph.Snapshot, partnership string) int {
	for _, r := range s.Reports() {
		if r.Partnership == partnership {
			return r.Year
		}
	}
	return 0
}
