package explore

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

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
