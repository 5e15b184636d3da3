package api_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// TestErrors: what a client can do wrong is problem+json with a stable code, a request id, and a sentence that names what
// was wrong.
func TestErrors(t *testing.T) {
	s := newServer(t, editions(t)...)
	for _, tc := range []struct {
		method, path string
		status       int
		code, says   string
	}{
		{"GET", "/api/v1/nothing", 404, "not-found", "/api/v1/nothing"},
		{"POST", "/api/v1/crosswalks", 405, "method-not-allowed", "POST"},
		{"GET", "/api/v1/crosswalks?bnad=strong", 400, "invalid-request", "did you mean band?"},
		{"GET", "/api/v1/crosswalks?limt=3", 400, "invalid-request", `did you mean limit?","location":"query.limt","value":"3"`},
		{"GET", "/api/v1/crosswalks?set=%zz", 400, "invalid-request", "parse"},
		{"GET", "/api/v1/crosswalks?min_confidence=Inf", 400, "invalid-request", "min_confidence"},
		{"GET", "/api/v1/crosswalks?band=strng", 400, "invalid-request", "strng"},
		{"GET", "/api/v1/crosswalks?limit=0", 400, "invalid-request", "limit"},
		{"GET", "/api/v1/crosswalks?limit=many", 400, "invalid-request", "limit"},
		{"GET", "/api/v1/crosswalks?cursor=xyz", 400, "invalid-cursor", "first page"},
		{"GET", "/api/v1/crosswalks?group=group:cmp:enrgy", 404, "not-found", "group:cmp:energy"},
		{"GET", "/api/v1/crosswalks?as_of=2001", 404, "not-found", "2018"},
		{"GET", "/api/v1/crosswalks?partnership=partnership:x", 404, "not-found", "partnership:cmp"},
		{"GET", "/api/v1/crosswalks?set=scoring.session.q%3D1", 400, "invalid-request", "scoring.session.r"},
		{"GET", "/api/v1/crosswalks?set=scoring.session.r%3D2", 400, "invalid-request", "0.99"},
		{"GET", "/api/v1/crosswalks?min_confidence=2", 400, "invalid-request", "min_confidence"},
		{"GET", "/api/v1/crosswalks?release=77", 404, "not-found", "77"},
		{"GET", "/api/v1/crosswalks/group:cmp:energy/group:cmp:energy", 400, "invalid-request", "two groups"},
		{"GET", "/api/v1/crosswalks/group:cmp:energy/group:cmp:nix", 404, "not-found", "group:cmp:nix"},
		{"GET", "/api/v1/opportunities/opportunity:nix", 404, "not-found", "nix"},
		{"GET", "/api/v1/opportunities?size=4", 400, "invalid-request", "size"},
		{"GET", "/api/v1/opportunities?members=institutions&group=group:cmp:energy", 400, "invalid-request", "institutions"},
		{"GET", "/api/v1/opportunities?institution=institution:inecc", 400, "invalid-request", "institution"},
		{"GET", "/api/v1/entities/group:cmp:enrgy", 404, "not-found", "did you mean group:cmp:energy?"},
		{"GET", "/api/v1/crosswalks/group:cmp:energy/group:cmp:minning", 404, "not-found", "did you mean group:cmp:mining?"},
		{"GET", "/api/v1/entities/group:cmp:nix", 404, "not-found", "group:cmp:nix"},
		{"GET", "/api/v1/entities?kind=Gruop", 400, "invalid-request", "WorkingGroup"},
		{"GET", "/api/v1/entities/group:cmp:energy/neighbours/HOLD", 400, "invalid-request", "HOLDS"},
		{"GET", "/api/v1/links/link:0", 404, "not-found", "link:0"},
		{"GET", "/api/v1/passages/passage:x:1", 404, "not-found", "passage:x:1"},
		{"GET", "/api/v1/paths?from=group:cmp:energy", 400, "invalid-request", "to"},
		{"GET", "/api/v1/paths?from=group:cmp:energy&to=group:cmp:energy", 400, "invalid-request", "two things"},
		{"GET", "/api/v1/paths?from=group:cmp:energy&to=group:cmp:mining&types=NIX", 400, "invalid-request", "NIX"},
		{"GET", "/api/v1/interlocks?ids=group:cmp:energy", 400, "invalid-request", "ids"},
		{"GET", "/api/v1/compare?from=2018&to=2031", 404, "not-found", "2031"},
		{"GET", "/api/v1/commitments?due_before=soon", 400, "invalid-request", "soon"},
		{"GET", "/api/v1/commitments?today=2019-13-01", 400, "invalid-request", "today"},
		{"GET", "/api/v1/commitments?today=0000-00-00", 400, "invalid-request", "day of the calendar"},
		{"GET", "/api/v1/commitments?today=2018-02-30", 400, "invalid-request", "2018-02-30"},
		{"GET", "/api/v1/commitments?today=0001-01-01", 400, "invalid-request", "1900 to 2200"},
		{"GET", "/api/v1/commitments?today=2018-2-3", 400, "invalid-request", "today"},
		{"GET", "/api/v1/commitments?due_before=2018-02-30", 400, "invalid-request", "2018-02-30"},
		{"GET", "/api/v1/commitments?due_before=0000", 400, "invalid-request", "0000"},
		{"GET", "/api/v1/crosswalks?as_of=99999999999999999999", 400, "invalid-request", "as_of"},
		{"GET", "/api/v1/crosswalks?as_of=-2018", 400, "invalid-request", "as_of"},
		{"GET", "/api/v1/crosswalks?as_of=20180", 400, "invalid-request", "as_of"},
		{"GET", "/api/v1/crosswalks?as_of=2018.0", 400, "invalid-request", "as_of"},
		{"GET", "/api/v1/crosswalks/series?from=1900&to=2200", 400, "invalid-request", "60 years"},
		{"GET", "/api/v1/crosswalks/series?from=2019&to=2018", 400, "invalid-request", "from=2019"},
		{"GET", "/api/v1/search?q=", 400, "invalid-request", "query.q"},
		{"GET", "/api/v1/search?q=%20%09", 400, "invalid-request", "must hold a word"},
		{"GET", "/api/v1/search?q=%21%3F", 400, "invalid-request", "must hold a word"},
		{"GET", "/api/v1/entities?q=%20", 400, "invalid-request", "must hold a word"},
		{"GET", "/api/v1/commitments?q=...&status=nix", 400, "invalid-request", "query.status"},
		{"GET", "/api/v1/crosswalks?limit=5&limit=6", 400, "invalid-request", "keep one"},
		{"GET", "/api/v1/crosswalks?band=strong&band=latent", 400, "invalid-request", "separated by commas"},
		{"GET", "/api/v1/interlocks?ids=group:cmp:energy&ids=group:cmp:mining", 400, "invalid-request", "separated by commas"},
		{"GET", "/api/v1/search?q=a%00b", 400, "invalid-request", "NUL"},
		{"GET", "/api/v1/search?q=%ff%fe", 400, "invalid-request", "UTF-8"},
		{"GET", "/api/v1/search?q=energy&%ff=1", 400, "invalid-request", "UTF-8"},
		{"GET", "/api/v1/entities/group:cmp:energy%00", 400, "invalid-request", "NUL"},
		{"GET", "/api/v1/entities/%c0%af", 400, "invalid-request", "UTF-8"},
		{"GET", "//api/v1/crosswalks", 404, "not-found", "did you mean /api/v1/crosswalks?"},
		{"GET", "/API/v1/crosswalks", 404, "not-found", "did you mean /api/v1/crosswalks?"},
		{"GET", "/Api/V1/entities/group:cmp:energy", 404, "not-found", "did you mean /api/v1/entities/group:cmp:energy?"},
		{"GET", "/api//v1/crosswalks/", 404, "not-found", "did you mean /api/v1/crosswalks?"},
		{"GET", "/x/../api/v1/crosswalks", 404, "not-found", "did you mean /api/v1/crosswalks?"},
		{"GET", "/api", 404, "not-found", "/openapi.json"},
		{"OPTIONS", "/api/v1/nothing", 404, "not-found", "/api/v1/nothing"},
		{"DELETE", "/api/v1/entities/group:cmp:energy", 405, "method-not-allowed", "GET, HEAD, OPTIONS"},
		{"TRACE", "/api/v1/crosswalks", 405, "method-not-allowed", "GET, HEAD, OPTIONS"},
		{"GET", "/api/v1/graph?kinds=Nix", 400, "invalid-request", "Nix"},
		{"GET", "/api/v1/overview.csv", 404, "not-found", "CSV"},
	} {
		resp, body := s.do(t, tc.method, tc.path, "X-Request-Id", "test-1")
		var p struct {
			Type, Title, Code, Detail string
			Status                    int
			RequestID                 string `json:"request_id"`
		}
		if err := json.Unmarshal(body, &p); err != nil {
			t.Errorf("%s: no JSON: %.200s", tc.path, body)
			continue
		}
		if resp.StatusCode != tc.status || p.Status != tc.status || p.Code != tc.code || resp.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %s: %d %s %s, want %d %s", tc.method, tc.path, resp.StatusCode, p.Code, resp.Header.Get("Content-Type"), tc.status, tc.code)
		}
		if !strings.Contains(string(body), tc.says) {
			t.Errorf("%s %s: the message does not name %s: %s", tc.method, tc.path, tc.says, body)
		}
		if resp.Header.Get("Cache-Control") != "no-store" || tc.status == http.StatusMethodNotAllowed && resp.Header.Get("Allow") != "GET, HEAD, OPTIONS" {
			t.Errorf("%s %s: Cache-Control %q, Allow %q", tc.method, tc.path, resp.Header.Get("Cache-Control"), resp.Header.Get("Allow"))
		}
		if p.RequestID != "test-1" || resp.Header.Get("X-Request-Id") != "test-1" {
			t.Errorf("%s %s: request id %q, header %q", tc.method, tc.path, p.RequestID, resp.Header.Get("X-Request-Id"))
		}
	}
}

// TestOperations: health, the description and its page answer.
func TestOperations(t *testing.T) {
	s := newServer(t, editions(t)...)
	for path, kind := range map[string]string{"/livez": "application/json", "/readyz": "application/json", "/openapi.json": "application/vnd.oai.openapi+json", "/docs": "text/html", "/": "text/html", "/static/page.css": "text/css"} {
		resp, body := s.get(t, path)
		if resp.StatusCode != http.StatusOK || !strings.HasPrefix(resp.Header.Get("Content-Type"), kind) || len(body) == 0 {
			t.Errorf("%s: %d %s", path, resp.StatusCode, resp.Header.Get("Content-Type"))
		}
	}
}
