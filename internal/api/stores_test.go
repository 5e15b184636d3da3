package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// questions are asked of both stores.
var questions = []string{
	"/api/v1/overview", "/api/v1/crosswalks", "/api/v1/crosswalks?as_of=2018", "/api/v1/crosswalks.csv?" + everyBand, "/api/v1/crosswalks/items.csv", "/api/v1/crosswalks/matrix",
	"/api/v1/crosswalks/series", "/api/v1/crosswalks/group:cmp:energy/group:cmp:environment", "/api/v1/opportunities", "/api/v1/opportunities?size=3", "/api/v1/opportunities?members=institutions",
	"/api/v1/common-ground", "/api/v1/connectors", "/api/v1/interlocks?ids=group:cmp:energy,group:cmp:mining", "/api/v1/paths?from=institution:natural-resources-canada&to=group:cmp:human-capital",
	"/api/v1/compare?from=2018&to=2019", "/api/v1/entities?limit=1000", "/api/v1/entities/group:cmp:energy", "/api/v1/entities/group:cmp:energy/neighbours", "/api/v1/commitments?limit=1000", "/api/v1/figures",
	"/api/v1/notes?limit=1000", "/api/v1/quality", "/api/v1/search?q=energy", "/api/v1/graph?depth=2", "/api/v1/passages/passage:cmp-2018:370-1",
}

// TestSameBytesOnBothStores: the same questions give the same bytes on the embedded store and on a real Neo4j, and again
// after one of the editions was withdrawn.
func TestSameBytesOnBothStores(t *testing.T) {
	config := graphtest.Neo4j(t)
	ctx := context.Background()
	embedded := newServer(t, editions(t)...)
	st, err := neo4jstore.Open(ctx, config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	for _, c := range editions(t) {
		if _, _, err := st.Apply(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	svc := service.New(st, service.Options{})
	h, err := api.New(api.Options{Service: svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Now: func() time.Time { return time.Date(2019, 6, 1, 0, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	compare(t, embedded, &server{Server: s})
}

func compare(t *testing.T, a, b *server) {
	t.Helper()
	for _, path := range questions {
		ra, x := a.get(t, path)
		rb, y := b.get(t, path)
		if ra.StatusCode != http.StatusOK || rb.StatusCode != http.StatusOK || string(x) != string(y) || ra.Header.Get("ETag") != rb.Header.Get("ETag") {
			t.Errorf("%s: %d and %d, %d and %d bytes; they differ from %q", path, ra.StatusCode, rb.StatusCode, len(x), len(y), difference(x, y))
		}
	}
}

// difference is where two answers part, with some of the second.
func difference(x, y []byte) string {
	n := min(len(x), len(y))
	for i := range n {
		if x[i] != y[i] {
			return string(y[max(0, i-40):min(len(y), i+80)])
		}
	}
	return string(y[n:min(len(y), n+80)])
}
