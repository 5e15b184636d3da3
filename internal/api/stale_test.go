package api_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// serverIn is a service over the folder, which is empty, with a time for each request.
func serverIn(t *testing.T, dir string, timeout time.Duration) *server {
	t.Helper()
	st, err := filestore.Open(t.Context(), dir, filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	svc := service.New(st, service.Options{})
	h, err := api.New(api.Options{Service: svc, Version: "test", Timeout: timeout, CacheBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return &server{s, st, svc}
}

// TestStoreAway: before the first snapshot a service that cannot read its store is not ready and answers 503; afterwards it goes on
// answering, says that it is stale, and only what must be asked of the store is 503.
func TestStoreAway(t *testing.T) {
	dir := t.TempDir()
	s := serverIn(t, dir, time.Minute)
	for _, c := range editions(t) {
		if _, _, err := s.store.Apply(t.Context(), c); err != nil {
			t.Fatal(err)
		}
	}
	manifest := filepath.Join(dir, "manifest.json")
	whole, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	put := func(b []byte) {
		t.Helper()
		if err := os.WriteFile(manifest, b, 0o644); err != nil {
			t.Fatal(err)
		}
		_ = s.svc.Refresh(t.Context()) // as the watch does; what it found stands in readyz
	}
	says := func(path string, status int, words string) *http.Response {
		t.Helper()
		resp, body := s.get(t, path)
		if resp.StatusCode != status || !strings.Contains(string(body), words) || strings.Contains(string(body), dir) {
			t.Errorf("%s: %d %.300s", path, resp.StatusCode, body)
		}
		return resp
	}
	put([]byte("{"))
	says("/readyz", 503, `"starting"`)
	says("/livez", 200, "alive")
	if resp := says("/api/v1/crosswalks", 503, "store-unavailable"); resp.Header.Get("Retry-After") == "" {
		t.Error("503 without Retry-After")
	}
	put(whole)
	says("/readyz", 200, `"ready"`)
	put([]byte("{"))
	says("/readyz", 200, `"stale"`)
	if resp := says("/api/v1/crosswalks", 200, `"items"`); !strings.HasPrefix(resp.Header.Get("Crosswalk-Stale"), "age=") {
		t.Errorf("a stale answer says %q of its age", resp.Header.Get("Crosswalk-Stale"))
	}
	says("/api/v1/releases", 503, "store-unavailable")
	says("/api/v1/crosswalks?release=1", 503, "store-unavailable")
	put(whole)
	says("/readyz", 200, `"ready"`)
	if resp := says("/api/v1/releases", 200, `"items"`); resp.Header.Get("Crosswalk-Stale") != "" {
		t.Error("a fresh answer says that it is stale")
	}
}

// TestTimeout: an answer that takes longer than the service allows is 504, which is no fault of the store.
func TestTimeout(t *testing.T) {
	s := serverIn(t, t.TempDir(), time.Nanosecond)
	resp, body := s.get(t, "/api/v1/crosswalks")
	if resp.StatusCode != http.StatusGatewayTimeout || !strings.Contains(string(body), `"code":"timeout"`) {
		t.Errorf("%d %s", resp.StatusCode, body)
	}
}
