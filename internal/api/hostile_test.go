package api_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// TestRedirectHoweverEscaped: a client that escapes the colons of an old id is led to the new one, too, and not in a circle.
func TestRedirectHoweverEscaped(t *testing.T) {
	s := newServer(t, append(editions(t), graph.Change{Judge: []graph.Judgement{{A: "institution:conacyt", B: "institution:conafor", Verdict: graph.Same, By: "test", At: "2019-01-01"}}})...)
	for path, want := range map[string]string{
		"/api/v1/entities/institution%3Aconafor":                    "/api/v1/entities/institution:conacyt",
		"/api/v1/entities/institution:con%61for/evidence":           "/api/v1/entities/institution:conacyt/evidence",
		"/api/v1/entities/institution%3Aconafor/evidence.csv":       "/api/v1/entities/institution:conacyt/evidence.csv",
		"/api/v1/entities/institution%3aconafor/neighbours?limit=5": "/api/v1/entities/institution:conacyt/neighbours?limit=5",
	} {
		resp, body := s.get(t, path)
		if resp.StatusCode != http.StatusTemporaryRedirect || resp.Header.Get("Location") != want {
			t.Errorf("%s: %d to %q: %s", path, resp.StatusCode, resp.Header.Get("Location"), body)
		}
	}
}

// TestStarIsNoTag: If-None-Match: * hides no error.
func TestStarIsNoTag(t *testing.T) {
	s := newServer(t, editions(t)...)
	for path, want := range map[string]int{"/api/v1/entities/nope": 404, "/api/v1/crosswalks?set=nonsense": 400, "/api/v1/crosswalks": 200} {
		if resp, _ := s.get(t, path, "If-None-Match", "*"); resp.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, resp.StatusCode, want)
		}
	}
}

// TestOldTiesStay: however small age makes a score, what the report tells stays listed, in the matrix and on the page.
func TestOldTiesStay(t *testing.T) {
	s := newServer(t, editions(t)...)
	var now, later pairList
	s.json(t, "/api/v1/crosswalks", &now)
	s.json(t, "/api/v1/crosswalks?as_of=2200", &later)
	if later.Meta.Total != now.Meta.Total || now.Meta.Total == 0 {
		t.Errorf("%d pairs now, %d as of 2200", now.Meta.Total, later.Meta.Total)
	}
	if _, page := s.get(t, "/?as_of=2200"); strings.Contains(string(page), "names no link between groups") || !strings.Contains(string(page), "matrix.csv?as_of=2200") {
		t.Error("the page as of 2200 denies every link, or links to another year's table")
	}
	if resp, _ := s.get(t, "/?as_of=999999999"); resp.StatusCode != http.StatusBadRequest {
		t.Errorf("the page takes the year 999999999: %d", resp.StatusCode)
	}
}

// TestCSVLimit: a limit counts however it is written, and only where it is asked for.
func TestCSVLimit(t *testing.T) {
	s := newServer(t, editions(t)...)
	whole := len(s.table(t, "/api/v1/entities.csv"))
	if n := len(s.table(t, "/api/v1/entities.csv?lim%69t=3")); n != 3 {
		t.Errorf("limit=3 gives %d rows", n)
	}
	if n := len(s.table(t, "/api/v1/search.csv?q=e")); n < 100 {
		t.Errorf("a search without a limit gives %d rows", n)
	}
	if whole <= 100 {
		t.Errorf("the whole list has %d rows", whole)
	}
}
