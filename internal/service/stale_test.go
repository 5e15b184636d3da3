package service_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// TestStaleFolder: while the folder is damaged, emptied or gone, answers go on from the last snapshot and say since when;
// when it is whole again, so are they.
func TestStaleFolder(t *testing.T) {
	s := openFolder(t, graphtest.Edition2018(t), graphtest.Edition2019(t))
	before := snapshot(t, s.Service, "")
	manifest := filepath.Join(s.dir, "manifest.json")
	whole, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	aside := s.dir + "-aside"
	for _, tc := range []struct {
		name         string
		broken, mend func() error
		says         string
	}{
		{"damaged", func() error { return os.WriteFile(manifest, []byte("{"), 0o644) }, func() error { return os.WriteFile(manifest, whole, 0o644) }, "manifest.json"},
		{"gone", func() error { return os.Rename(s.dir, aside) }, func() error { return os.Rename(aside, s.dir) }, "release 0 after release 2"},
	} {
		if err := tc.broken(); err != nil {
			t.Fatal(err)
		}
		if err := s.Refresh(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("%s: refreshing gives %v", tc.name, err)
		}
		h := s.Health()
		if !h.Ready || h.Cause == nil || !strings.Contains(h.Cause.Error(), tc.says) || h.Release.Number != 2 {
			t.Errorf("%s: %+v", tc.name, h)
		}
		if snapshot(t, s.Service, "") != before {
			t.Errorf("%s: the snapshot was not kept", tc.name)
		}
		if _, err := s.Ranking(before, crosswalk.Options{}); err != nil {
			t.Errorf("%s: %v", tc.name, err)
		}
		if err := tc.mend(); err != nil {
			t.Fatal(err)
		}
		if err := s.Refresh(t.Context()); err != nil || s.Health().Cause != nil {
			t.Errorf("%s, then whole again: %v, %v", tc.name, err, s.Health().Cause)
		}
	}
}

// TestNothingYet: a store that cannot be read at the start gives no answers, and the cause.
func TestNothingYet(t *testing.T) {
	s := openFolder(t, graphtest.Edition2018(t))
	if err := os.WriteFile(filepath.Join(s.dir, "manifest.json"), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if h := s.Health(); h.Ready || h.Cause == nil {
		t.Errorf("before anything was read: %+v", h)
	}
	if _, err := s.Snapshot(t.Context(), ""); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("the first snapshot: %v", err)
	}
}

// TestStaleNeo4j: when a real database is cut off, answers go on and the log says so once; when it is back, its loads show.
func TestStaleNeo4j(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	direct, err := neo4jstore.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { direct.Close(context.Background()) })
	load := func(b graph.Bundle) {
		if _, _, err := direct.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}, By: "test"}); err != nil {
			t.Fatal(err)
		}
	}
	load(graphtest.NewWorld(2020, "a", "b").Bundle)
	line := newLine(t, cfg.URI)
	cfg.URI = line.uri
	st, err := neo4jstore.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close(context.Background()) })
	var log logged
	s := service.New(st, service.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	before := snapshot(t, s, "")
	stop := watch(t, s)
	line.cut(true)
	waitFor(t, "the cut", func() bool { return s.Health().Cause != nil })
	if h := s.Health(); !h.Ready || !errors.Is(h.Cause, graph.ErrUnavailable) || snapshot(t, s, "") != before {
		t.Errorf("cut off: %+v", h)
	}
	load(graphtest.NewWorld(2021, "a", "b", "c").Bundle)
	line.cut(false)
	waitFor(t, "the database's return", func() bool { return s.Health().Cause == nil && s.Health().Release.Number == 2 })
	stop()
	if n := strings.Count(log.String(), "the store cannot be asked"); n != 1 {
		t.Errorf("the log says it %d times:\n%s", n, log.String())
	}
}

// TestWatchNeo4j: a text that another process attaches to a real database shows within the interval, without a release.
func TestWatchNeo4j(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	open := func() *neo4jstore.Store {
		st, err := neo4jstore.Open(t.Context(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { st.Close(context.Background()) })
		return st
	}
	other, s := open(), service.New(open(), service.Options{})
	if _, _, err := other.Apply(t.Context(), graph.Change{Put: []graph.Bundle{graphtest.Edition2019(t)}, By: "test"}); err != nil {
		t.Fatal(err)
	}
	quoted := func() bool {
		p, ok := snapshot(t, s, "").Passage("passage:cmp-2019:18-1")
		return ok && p.Quote != ""
	}
	if quoted() {
		t.Fatal("there is a quote before the text was attached")
	}
	stop := watch(t, s)
	if err := other.Attach(t.Context(), "report:cmp-2019", graphtest.Source2019(t)); err != nil {
		t.Fatal(err)
	}
	waitFor(t, "the quotes", quoted)
	stop()
	if n := s.Health().Release.Number; n != 1 {
		t.Errorf("attaching made release %d", n)
	}
}

// watch watches until the returned function is called.
func watch(t *testing.T, s *service.Service) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var done sync.WaitGroup
	done.Go(func() { s.Watch(ctx, 20*time.Millisecond) })
	stop = func() { cancel(); done.Wait() }
	t.Cleanup(stop)
	return stop
}

// logged is a log that a test may read while it is written.
type logged struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// line is a connection to a server that can be cut.
type line struct {
	uri, server string
	mu          sync.Mutex
	away        bool
	open        []net.Conn
}

func newLine(t *testing.T, uri string) *line {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	x := &line{uri: "bolt://" + l.Addr().String(), server: u.Host}
	go func() {
		for c, err := l.Accept(); err == nil; c, err = l.Accept() {
			x.join(c)
		}
	}()
	t.Cleanup(func() { l.Close(); x.cut(true) })
	return x
}

func (l *line) join(c net.Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	server, err := net.Dial("tcp", l.server)
	if l.away || err != nil {
		c.Close()
		return
	}
	l.open = append(l.open, c, server)
	go func() { _, _ = io.Copy(c, server); c.Close() }()
	go func() { _, _ = io.Copy(server, c); server.Close() }()
}

// cut ends all connections and refuses new ones, or (false) lets them pass again.
func (l *line) cut(away bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.away = away
	for _, c := range l.open {
		c.Close()
	}
	l.open = nil
}
