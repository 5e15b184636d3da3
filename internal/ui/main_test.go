package ui_test

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/ui"
)

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.close != nil {
		shared.close()
	}
	os.Exit(code)
}

// serve serves pages and API over a real embedded store with the bundles, and gives the address.
func serve(t *testing.T, bundles ...graph.Bundle) string {
	t.Helper()
	url, _ := serveFrom(t, t.TempDir(), bundles...)
	return url
}

// serveFrom is serve from a folder, with the service.
func serveFrom(t *testing.T, dir string, bundles ...graph.Bundle) (string, *service.Service) {
	t.Helper()
	ctx := context.Background()
	st, err := filestore.Open(ctx, dir, filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bundles {
		if _, _, err := st.Apply(ctx, graph.Change{Put: []graph.Bundle{b}}); err != nil {
			t.Fatal(err)
		}
	}
	svc := service.New(st, service.Options{})
	page, err := ui.New(ui.Options{Service: svc})
	if err != nil {
		t.Fatal(err)
	}
	h, err := api.New(api.Options{Service: svc, Version: "test", Timeout: time.Minute, CacheBytes: 1 << 20, Page: page})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL, svc
}

// serveReport serves the packaged edition.
func serveReport(t *testing.T) string {
	t.Helper()
	return serve(t, graphtest.Edition2018(t))
}

func get(t *testing.T, url string) (*http.Response, string) {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp, string(b)
}
