package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// TestQuotesThatCome: where a bundle brought one quote and the whole text comes later, an answer from before is no longer the one
// that is given, by its address or by its tag.
func TestQuotesThatCome(t *testing.T) {
	b, text := graphtest.Edition2019(t), graphtest.Source2019(t)
	whole, err := graph.Attach(b, text)
	if err != nil {
		t.Fatal(err)
	}
	b.Passages = slices.Clone(b.Passages)
	b.Passages[0].Quote = whole.Passages[0].Quote
	s := newServer(t, graph.Change{Put: []graph.Bundle{b}})
	path := "/api/v1/passages/" + b.Passages[5].ID
	before, body := s.get(t, path)
	if strings.Contains(string(body), `"quote"`) {
		t.Fatalf("a quote that was not brought: %s", body)
	}
	if err := s.store.Attach(t.Context(), b.Report.ID, text); err != nil {
		t.Fatal(err)
	}
	if err := s.svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	if resp, body := s.get(t, path); !strings.Contains(string(body), `"quote"`) {
		t.Errorf("%d, without the quote: %s", resp.StatusCode, body)
	}
	if resp, _ := s.get(t, path, "If-None-Match", before.Header.Get("ETag")); resp.StatusCode != http.StatusOK {
		t.Errorf("with the tag of before: %d", resp.StatusCode)
	}
}
