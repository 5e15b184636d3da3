package api_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// FuzzAddress asks for whatever address: the answer is one, or a short problem that is the client's fault and valid JSON; never a
// page, and no failure of ours.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{"crosswalks?limit=3", "crosswalks.csv?band=latent&bom=true", "entities/group:cmp:energy/neighbours/holds", "search?q=%00", "search?q=%ff", "paths?from=a&to=b&k=9", "opportunities/opportunity:a~b",
		"../v1//crosswalks/", "entities/%2e%2e/x", "crosswalks?set=scoring.session.r%3D0.5&set=x", "commitments?today=2018-02-30&due_before=2019", "crosswalks?cursor=OjotMQ", "graph?focus=,,&depth=4", "entities/%25.csv.csv", "compare?from=2018&to=2019&as_of=2018"} {
		f.Add(s)
	}
	s := newServer(f, editions(f)...)
	f.Fuzz(func(t *testing.T, rest string) {
		req, err := http.NewRequest(http.MethodGet, s.URL+"/api/v1/"+rest, nil)
		if err != nil || req.URL.Host != strings.TrimPrefix(s.URL, "http://") {
			return // no address
		}
		w := httptest.NewRecorder()
		req.RequestURI = req.URL.RequestURI()
		s.Config.Handler.ServeHTTP(w, req)
		switch kind := w.Header().Get("Content-Type"); {
		case w.Code == http.StatusOK || w.Code == http.StatusTemporaryRedirect:
		case w.Code < 400 || w.Code >= 500 || kind != "application/problem+json" || !json.Valid(w.Body.Bytes()) || w.Body.Len() > 60_000:
			if strings.HasPrefix(strings.TrimLeft(req.URL.Path, "/"), "api/v1/") || w.Code >= 500 {
				t.Fatalf("%q: %d %s %.300s", rest, w.Code, kind, w.Body.String())
			}
		}
	})
}
