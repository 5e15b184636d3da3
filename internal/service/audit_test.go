package service_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// TestAudit: what somebody writes to the database behind the service's back, without a load or a start, is told by its health while it
// answers from what was loaded, once in the log, and no longer when it was mended.
func TestAudit(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	store, err := neo4jstore.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close(context.Background()) })
	if _, _, err := store.Apply(t.Context(), graph.Change{Put: []graph.Bundle{graphtest.Edition2018(t)}, By: "test"}); err != nil {
		t.Fatal(err)
	}
	log := &logged{}
	s := service.New(store, service.Options{Log: slog.New(slog.NewTextHandler(log, nil)), AuditEvery: 20 * time.Millisecond})
	before := snapshot(t, s, "")
	stop := watch(t, s)
	graphtest.ByHand(t, cfg, `MATCH (n:WorkingGroup {id: 'group:cmp:energy'}) SET n.name_en = 'Power'`)
	waitFor(t, "word of what was written by hand", func() bool { return s.Health().Amiss != nil })
	h := s.Health()
	if !errors.Is(h.Amiss, graph.ErrConflict) || !strings.Contains(h.Amiss.Error(), "group:cmp:energy") || h.Cause != nil || !h.Ready {
		t.Errorf("%+v", h)
	}
	if snapshot(t, s, "") != before {
		t.Error("answers are no longer from what was loaded")
	}
	if _, _, err := store.Repair(t.Context(), "test"); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "word of the repair", func() bool { return s.Health().Amiss == nil })
	stop()
	if n := strings.Count(log.String(), "does not hold what was loaded"); n != 1 {
		t.Errorf("logged %d times:\n%s", n, log)
	}
}
