package crosswalk

import (
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// check says what is wrong with the options; errors wrap graph.ErrInvalid.
func (o Options) check() error {
	if !(o.MinConfidence >= 0 && o.MinConfidence <= 1) { // NaN too
		return fmt.Errorf("min_confidence is %v; it must lie in 0 to 1: %w", o.MinConfidence, graph.ErrInvalid)
	}
	for _, b := range o.Bases {
		if !slices.Contains(graph.Bases, b) {
			return fmt.Errorf("basis %q is unknown; known: %s, %s, %s: %w", b, graph.Stated, graph.Inferred, graph.Reviewed, graph.ErrInvalid)
		}
	}
	return nil
}

// seen is the snapshot with the links alone that the options let through, statement by statement: a link that several
// editions state is what those of its statements say that are on a basis asked for and sure enough; one with no such
// statement is not there. Entities keep their numbers. Everything that is read of links is read here, so that no way
// around the options is left.
func (o Options) seen(s *graph.Snapshot) *graph.Snapshot {
	if len(o.Bases) == 0 && o.MinConfidence == 0 {
		return s
	}
	return s.OnlyLinks(o.admits)
}

func (o Options) admits(s graph.LinkStatement) bool {
	return (len(o.Bases) == 0 || slices.Contains(o.Bases, s.Basis)) && s.Confidence >= o.MinConfidence
}
