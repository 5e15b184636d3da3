package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
)

// problemTold is a problem as clients read it.
type problemTold struct {
	Status              int
	Title, Code, Detail string
	Errors              []struct{ Message, Location string }
}

// TestProblemsStayShort: however much a client sends, the problem is short, valid, and the same each time; it tells the first fifty
// broken rules and how many more there are.
func TestProblemsStayShort(t *testing.T) {
	s := newServer(t, editions(t)...)
	many := func(n int, f func(int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i))
		}
		return b.String()
	}
	long := strings.Repeat("é", 20_000)
	for name, tc := range map[string]struct {
		path   string
		status int
		says   string
	}{
		"unknown parameters":               {"/api/v1/crosswalks?" + many(5000, func(i int) string { return fmt.Sprintf("x%d=1&", i) }), 400, "and 4950 more"},
		"long names":                       {"/api/v1/crosswalks?" + many(60, func(i int) string { return fmt.Sprintf("%s%d=1&", long[:4000], i) }), 400, "and 10 more"},
		"unknown settings":                 {"/api/v1/crosswalks?" + many(5000, func(i int) string { return fmt.Sprintf("set=y%d&", i) }), 400, "and 4950 more"},
		"repeated parameters":              {"/api/v1/crosswalks?" + many(5000, func(i int) string { return "limit=1&" }), 400, "keep one"},
		"unknown bands":                    {"/api/v1/crosswalks?band=" + many(5000, func(i int) string { return fmt.Sprintf("b%d,", i) }), 400, "and 49"},
		"too many ids":                     {"/api/v1/interlocks?ids=" + many(5000, func(i int) string { return fmt.Sprintf("b%d,", i) }), 400, "ids"},
		"a long setting":                   {"/api/v1/crosswalks?set=" + long, 400, "name=number"},
		"a long quoted setting":            {"/api/v1/crosswalks?set=" + strings.Repeat(`%22+%5C`, 9000), 400, "name=number"},
		"a long type":                      {"/api/v1/paths?from=group:cmp:energy&to=group:cmp:mining&types=" + long, 400, "HOLDS"},
		"a long id among several":          {"/api/v1/interlocks?ids=group:cmp:energy," + long, 404, "no such entity"},
		"a long path":                      {"/api/v1/" + long, 404, "/openapi.json"},
		"a long id":                        {"/api/v1/entities/" + long, 400, "path.id"},
		"a long release":                   {"/api/v1/crosswalks?release=" + long, 400, "release"},
		"a long focus":                     {"/api/v1/graph?focus=" + long, 404, "no such entity"},
		"a long query that does not parse": {"/api/v1/graph?focus=" + long + "%zz", 400, "does not parse"},
	} {
		resp, body := s.get(t, tc.path)
		var p problemTold
		if err := json.Unmarshal(body, &p); err != nil || resp.StatusCode != tc.status || !strings.Contains(string(body), tc.says) {
			t.Errorf("%s: %d, %v: %.600s", name, resp.StatusCode, err, body)
		}
		if len(p.Errors) > 51 || len(body) > 51*700 || len(tc.path) > 20_000 && len(p.Errors) < 2 && len(body) > 6000 {
			t.Errorf("%s: %d bytes, %d problems", name, len(body), len(p.Errors))
		}
		if _, again := s.get(t, tc.path, "X-Request-Id", resp.Header.Get("X-Request-Id")); string(again) != string(body) {
			t.Errorf("%s: another answer the second time:\n%.300s\n%.300s", name, body, again)
		}
	}
}

// TestOptions: every address says what it answers to, pages of the API too.
func TestOptions(t *testing.T) {
	s := newServer(t, editions(t)...)
	for _, path := range []string{"/api/v1/crosswalks", "/api/v1/crosswalks.csv", "/api/v1/entities/group:cmp:energy", "/openapi.json", "/docs", "/livez"} {
		resp, body := s.do(t, http.MethodOptions, path)
		if resp.StatusCode != http.StatusNoContent || resp.Header.Get("Allow") != "GET, HEAD, OPTIONS" || len(body) != 0 {
			t.Errorf("OPTIONS %s: %d, Allow %q, %s", path, resp.StatusCode, resp.Header.Get("Allow"), body)
		}
	}
}
