package neo4jstore

import (
	"errors"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// A row whose properties do not give it back is refused before it is written, with what would become of it.
func TestWhatCannotBeHeldExactlyIsRefused(t *testing.T) {
	e := graph.MergedEntity{Entity: graph.Entity{ID: "theme:t", Kind: graph.Theme, Name: graph.Names{"en": "Theme"}, Evidence: []string{"passage:r:1"}}}
	e.Statements = []graph.EntityStatement{{Report: "report:r", Entity: e.Entity}}
	if _, err := entityRow(&e); err != nil {
		t.Fatalf("a plain row is refused: %v", err)
	}
	e.Properties = graph.Properties{"unheard_of": "x"} // is written, and no vocabulary reads it back
	_, err := entityRow(&e)
	if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "entity theme:t cannot be held exactly") || !strings.Contains(err.Error(), "unheard_of") {
		t.Errorf("entity: %v", err)
	}
	l := graph.MergedLink{ID: "link:1", Key: "k", Years: []int{2018}, Link: graph.Link{From: "group:p:a", To: "theme:t", Type: graph.Addresses, Basis: graph.Stated, Confidence: 1,
		Evidence: []string{"passage:r:1"}, Properties: graph.Properties{"unheard_of": true}}}
	l.Statements = []graph.LinkStatement{{Report: "report:r", Year: 2018, Work: "r", Link: l.Link}}
	if _, err := linkRow(&l); !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), `link "k" cannot be held exactly`) {
		t.Errorf("link: %v", err)
	}
}
