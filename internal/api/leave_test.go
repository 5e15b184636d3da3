package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/api"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// TestTimeoutOfComputation: the time that a request is allowed bounds what is computed for it, too.
func TestTimeoutOfComputation(t *testing.T) {
	s := serverIn(t, t.TempDir(), 300*time.Millisecond)
	o := synth.Defaults()
	o.Groups, o.Years = 56, 1
	load := func(b graph.Bundle) error {
		_, _, err := s.store.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}})
		return err
	}
	if err := synth.Each(t.Context(), o, load, func(synth.Truth) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if err := s.svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	resp, body := s.get(t, "/api/v1/opportunities?size=3")
	if took := time.Since(begin); resp.StatusCode != http.StatusGatewayTimeout || !strings.Contains(string(body), `"code":"timeout"`) || took > 2*time.Second {
		t.Errorf("%d after %v: %.200s", resp.StatusCode, took, body)
	}
}

// late is a real store that takes its time to tell its history.
type late struct{ *filestore.Store }

func (s late) Releases(ctx context.Context) ([]graph.Release, error) {
	select {
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	case <-time.After(300 * time.Millisecond):
	}
	return s.Store.Releases(ctx)
}

// TestFirstLeaves: a client that leaves takes the answer from nobody who waits for the same one.
func TestFirstLeaves(t *testing.T) {
	st, err := filestore.Open(t.Context(), t.TempDir(), filestore.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := st.Apply(t.Context(), graph.Change{Put: []graph.Bundle{graphtest.NewWorld(2018, "a", "b").Bundle}}); err != nil {
		t.Fatal(err)
	}
	svc := service.New(late{st}, service.Options{})
	if err := svc.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	h, err := api.New(api.Options{Service: svc, CacheBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(ctx context.Context) *httptest.ResponseRecorder {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, httptest.NewRequestWithContext(ctx, http.MethodGet, "/api/v1/releases", nil))
		return rec
	}
	ctx, leave := context.WithCancel(t.Context())
	var both sync.WaitGroup
	both.Go(func() {
		if rec := ask(ctx); rec.Code != 499 || !strings.Contains(rec.Body.String(), `"code":"client-left"`) {
			t.Errorf("who left: %d %.200s", rec.Code, rec.Body)
		}
	})
	time.Sleep(50 * time.Millisecond)
	both.Go(func() {
		if rec := ask(t.Context()); rec.Code != http.StatusOK {
			t.Errorf("who stayed: %d %.200s", rec.Code, rec.Body)
		}
	})
	time.Sleep(50 * time.Millisecond)
	leave()
	both.Wait()
}
