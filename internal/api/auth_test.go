package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/state"
)

// stateOf is a real state in a folder of the test's, whose clock the test moves.
func newState(t *testing.T) (s *state.Store, clock *time.Time) {
	t.Helper()
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	s, err := state.Open(t.Context(), t.TempDir(), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, &now
}

func token(t *testing.T, s *state.Store, role access.Role, life time.Duration) (secret, id string) {
	t.Helper()
	secret, tok, err := s.CreateToken(t.Context(), role.String(), role, life)
	if err != nil {
		t.Fatal(err)
	}
	return secret, tok.ID
}

// guarded serves the 2018 edition behind a gate.
func guarded(t *testing.T, s *state.Store, anonymous access.Role, now func() time.Time) *server {
	t.Helper()
	plain := newServer(t, graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}})
	h, err := api.New(api.Options{Service: plain.svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Gate: access.NewGate(s, anonymous, now), Audit: s, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	g := httptest.NewServer(h)
	t.Cleanup(g.Close)
	return &server{Server: g, svc: plain.svc}
}

// Every route of the OpenAPI document asks for a role, whoever asks: none, a reader, an analyst. A route that is new has to be put into
// this table.
func TestWhoMayAskWhat(t *testing.T) {
	st, clock := newState(t)
	s := guarded(t, st, access.None, func() time.Time { return *clock })
	reader, _ := token(t, st, access.Reader, 0)
	_, spec := s.get(t, "/openapi.json")
	var doc struct {
		Paths map[string]map[string]json.RawMessage
	}
	if err := json.Unmarshal(spec, &doc); err != nil {
		t.Fatal(err)
	}
	analysts := map[string]bool{"post /api/v1/cypher": true}
	asked := 0
	for path, methods := range doc.Paths {
		for method := range methods {
			if method == "head" {
				continue
			}
			asked++
			ask := func(header ...string) int {
				if method == "post" {
					resp, _ := s.post(t, strings.ReplaceAll(path, "{name}", "targets"), `{}`, header...)
					return resp.StatusCode
				}
				resp, _ := s.get(t, address(t, &server{Server: s.Server}, strings.ReplaceAll(path, "{id}", "group:cmp:energy")), header...)
				return resp.StatusCode
			}
			open := strings.HasSuffix(path, "/livez") || strings.HasSuffix(path, "/readyz")
			if got := ask(); (got == http.StatusUnauthorized) == open {
				t.Errorf("%s %s, nobody: %d", method, path, got)
			}
			got := ask("Authorization", "Bearer "+reader)
			if refused := got == http.StatusForbidden || got == http.StatusUnauthorized; refused != analysts[method+" "+path] {
				t.Errorf("%s %s, a reader: %d", method, path, got)
			}
			*clock = clock.Add(time.Second)
			if got := ask("Authorization", "Bearer cwk_wrong"); got != http.StatusUnauthorized {
				t.Errorf("%s %s, a wrong token: %d", method, path, got)
			}
		}
	}
	if asked < 50 {
		t.Errorf("only %d routes were asked", asked)
	}
	if resp, _ := s.get(t, "/"); resp.StatusCode != http.StatusUnauthorized || resp.Header.Get("WWW-Authenticate") != `Bearer realm="crosswalk"` {
		t.Errorf("the page, nobody: %d %q", resp.StatusCode, resp.Header.Get("WWW-Authenticate"))
	}
}

// What one client sends beyond its rate is refused before anything is computed, with when to come again; another token is not touched.
func TestRate(t *testing.T) {
	st, clock := newState(t)
	plain := newServer(t, graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}})
	h, err := api.New(api.Options{Service: plain.svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Gate: access.NewGate(st, access.Reader, time.Now), Rate: 5, Now: func() time.Time { return *clock }})
	if err != nil {
		t.Fatal(err)
	}
	g := httptest.NewServer(h)
	t.Cleanup(g.Close)
	s := &server{Server: g, svc: plain.svc}
	one, _ := token(t, st, access.Reader, 0)
	ok := 0
	for range 15 {
		resp, body := s.get(t, "/api/v1/overview", "X-Forwarded-For", "10.0.0.1")
		if resp.StatusCode == http.StatusOK {
			ok++
		} else if resp.StatusCode != http.StatusTooManyRequests || resp.Header.Get("Retry-After") != "1" || !strings.Contains(string(body), `"code":"too-many-requests"`) {
			t.Errorf("%d %s", resp.StatusCode, body)
		}
	}
	if ok != 10 {
		t.Errorf("%d of 15 were answered, want 10", ok)
	}
	if resp, _ := s.get(t, "/api/v1/overview", "X-Forwarded-For", "10.0.0.2"); resp.StatusCode != http.StatusTooManyRequests {
		t.Errorf("under an address of its own invention: %d", resp.StatusCode)
	}
	if resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer "+one); resp.StatusCode != http.StatusOK {
		t.Errorf("another client: %d", resp.StatusCode)
	}
	*clock = clock.Add(time.Second)
	if resp, _ := s.get(t, "/api/v1/overview"); resp.StatusCode != http.StatusOK {
		t.Errorf("a second later: %d", resp.StatusCode)
	}
}

// An address that tries tokens is not heard for a while with one that was not good a moment ago; without one it is.
func TestTryingTokens(t *testing.T) {
	st, clock := newState(t)
	s := guarded(t, st, access.Reader, func() time.Time { return *clock })
	good, _ := token(t, st, access.Reader, 0)
	used, _ := token(t, st, access.Reader, 0)
	if resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer "+used); resp.StatusCode != 200 {
		t.Fatalf("a good one: %d", resp.StatusCode)
	}
	refused := map[int]int{}
	for range 30 {
		resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer cwk_guess")
		refused[resp.StatusCode]++
	}
	if refused[401] != 20 || refused[429] != 10 {
		t.Errorf("of 30 guesses at once: %v", refused)
	}
	if resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer "+good); resp.StatusCode != 429 || resp.Header.Get("Retry-After") != "1" {
		t.Errorf("a good one right after: %d", resp.StatusCode)
	}
	if resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer "+used); resp.StatusCode != 200 {
		t.Errorf("one that was good a moment ago: %d", resp.StatusCode)
	}
	if resp, _ := s.get(t, "/api/v1/overview"); resp.StatusCode != 200 {
		t.Errorf("without a token: %d", resp.StatusCode)
	}
	*clock = clock.Add(time.Second)
	if resp, _ := s.get(t, "/api/v1/overview", "Authorization", "Bearer "+good); resp.StatusCode != 200 {
		t.Errorf("a good one a second later: %d", resp.StatusCode)
	}
}

// A token that is wrong, expired or revoked is told nothing more than that, and one that was good stops being so within seconds.
func TestTokens(t *testing.T) {
	st, clock := newState(t)
	s := guarded(t, st, access.Reader, func() time.Time { return *clock })
	short, _ := token(t, st, access.Reader, time.Hour)
	long, id := token(t, st, access.Editor, 0)
	status := func(authorization string) int {
		resp, body := s.get(t, "/api/v1/overview", "Authorization", authorization)
		if resp.StatusCode == http.StatusUnauthorized && (resp.Header.Get("WWW-Authenticate") != `Bearer realm="crosswalk", error="invalid_token"` || !strings.Contains(string(body), `"code":"unauthenticated"`)) {
			t.Errorf("%q: %q %s", authorization, resp.Header.Get("WWW-Authenticate"), body)
		}
		return resp.StatusCode
	}
	for authorization, want := range map[string]int{"Bearer " + short: 200, "bearer  " + long: 200, "Bearer": 401, "Bearer ": 401, "Basic dXNlcjpwYXNz": 401, "Bearer " + short + "x": 401, "Bearer " + short[:len(short)-1]: 401,
		"Bearer " + strings.Repeat("x", 10000): 401, "Bearer ' OR 1=1 --": 401, short: 401} {
		if got := status(authorization); got != want {
			t.Errorf("%.60q: %d, want %d", authorization, got, want)
		}
	}
	if resp, _ := s.get(t, "/api/v1/overview"); resp.StatusCode != 200 {
		t.Errorf("one who says nothing is a reader here: %d", resp.StatusCode)
	}
	*clock = clock.Add(time.Hour)
	if status("Bearer "+short) != 401 || status("Bearer "+long) != 200 {
		t.Error("an hour later the short one is good, or the long one is not")
	}
	if _, err := st.RevokeToken(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	*clock = clock.Add(6 * time.Second)
	if status("Bearer "+long) != 401 {
		t.Error("a revoked token is good after 6 s")
	}
}

// Cypher of one's own is for analysts, and the audit log says who asked what, without literals, and what became of it.
func TestCypherIsForAnalysts(t *testing.T) {
	st, clock := newState(t)
	cfg := graphtest.Neo4j(t)
	neo, err := neo4jstore.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = neo.Close(context.Background()) })
	plain := guarded(t, st, access.None, func() time.Time { return *clock })
	h, err := api.New(api.Options{Service: plain.svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Cypher: neo.Cypher(neo4jstore.CypherOptions{}),
		Gate: access.NewGate(st, access.Reader, func() time.Time { return *clock }), Audit: st})
	if err != nil {
		t.Fatal(err)
	}
	g := httptest.NewServer(h)
	t.Cleanup(g.Close)
	s := &server{Server: g, svc: plain.svc}
	reader, _ := token(t, st, access.Reader, 0)
	analyst, id := token(t, st, access.Analyst, 0)
	for header, want := range map[string]int{"": 401, "Bearer " + reader: 403, "Bearer " + analyst: 200} {
		headers := []string{"Authorization", header}
		if header == "" {
			headers = nil
		}
		if resp, body := s.post(t, "/api/v1/cypher", `{"query": "RETURN 'secret' AS x, $p AS y", "parameters": {"p": 1}}`, headers...); resp.StatusCode != want {
			t.Errorf("%.10q: %d %s", header, resp.StatusCode, body)
		}
	}
	s.post(t, "/api/v1/cypher", `{"query": "CREATE (n:Evil {x: 'secret'})"}`, "Authorization", "Bearer "+analyst)
	entries, err := st.Audit(t.Context(), "cypher", 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 || entries[1].Subject != "token:"+id || entries[1].Detail != "RETURN ? AS x, $p AS y" || entries[1].Outcome != "done" ||
		!strings.Contains(entries[0].Outcome, "rule operator") || strings.Contains(entries[0].Detail+entries[0].Outcome, "secret") {
		t.Errorf("%+v", entries)
	}
}
