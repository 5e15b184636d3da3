package ui_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/ui"
)

// TestTextWithoutHeadings: a report whose text has no headings has pages, which name the paragraph alone.
func TestTextWithoutHeadings(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b")
	told := w.Session("s", "held", graph.Properties{"start": "2018-03"}, "a", "b")
	for i := range w.Bundle.Passages {
		w.Bundle.Passages[i].Section = []string{}
	}
	st, err := filestore.Open(t.Context(), t.TempDir(), filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := st.Apply(t.Context(), graph.Change{Put: []graph.Bundle{w.Bundle}}); err != nil {
		t.Fatal(err)
	}
	pages, err := ui.New(ui.Options{Service: service.New(st, service.Options{})})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/", "/en/links/group:test:a/group:test:b", "/en/entities/group:test:a", "/en/passages/" + told, "/en/opportunities", "/en/notes"} {
		rec := httptest.NewRecorder()
		pages.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, path, nil))
		if rec.Code != http.StatusOK || strings.Contains(rec.Body.String(), ">, paragraph") {
			t.Errorf("%s: %d", path, rec.Code)
		}
	}
}
