package neo4jstore_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/soak/proxy"
)

// Wherever the connection is lost while a store is opened or cleared, it says so.
func TestOpenThatIsCutOffSaysSo(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	cfg.RetryTime = 400 * time.Millisecond // a machine that is busy takes a while to connect
	p := throughProxy(t, &cfg)
	reopen(t, cfg)
	for after := 50; ; after += 150 {
		p.Set(proxy.Cut{After: after, Stay: true})
		s, err := neo4jstore.Open(t.Context(), cfg)
		_, cut := p.Passed()
		if !cut {
			if err != nil {
				t.Fatal(err)
			}
			s.Close(t.Context())
			if after < 500 {
				t.Errorf("opening sends %d bytes at most: nothing was tried", after)
			}
			break
		}
		if !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("cut after %d bytes: %v, want ErrUnavailable", after, err)
		}
	}
	p.Set(proxy.Cut{})
	s := reopen(t, cfg)
	for _, after := range []int{100, 400} {
		p.Set(proxy.Cut{After: after, Stay: true})
		for what, err := range map[string]error{"clear": s.Clear(t.Context()), "quotes": func() error { _, err := s.QuotesKey(t.Context()); return err }()} {
			if !errors.Is(err, graph.ErrUnavailable) {
				t.Errorf("%s, cut: %v, want ErrUnavailable", what, fmt.Sprint(err))
			}
		}
	}
	p.Set(proxy.Cut{})
}
