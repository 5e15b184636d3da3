// Package service holds what every way in shares (HTTP, pages, command line): the store, the current snapshot, which is
// swapped whole when the release moves, and the models computed from it, each once.
package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/singleflight"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Loader changes what a store holds.
type Loader interface {
	Plan(ctx context.Context, c graph.Change) (graph.Delta, error)
	Apply(ctx context.Context, c graph.Change) (rel graph.Release, changed bool, err error)
	Attach(ctx context.Context, report string, text []byte) error
}

// Snapshotter reads the merged graph of a release.
type Snapshotter interface {
	Release(ctx context.Context) (graph.Release, error)
	Snapshot(ctx context.Context) (*graph.Snapshot, error)
	PastSnapshot(ctx context.Context, release string) (*graph.Snapshot, error)
}

// Archive gives back what was loaded.
type Archive interface {
	Bundle(ctx context.Context, report string) (graph.Bundle, error)
	Releases(ctx context.Context) ([]graph.Release, error)
	Judgements(ctx context.Context) ([]graph.Judgement, error)
}

// Store is a store as the service uses it; graph/filestore and graph/neo4jstore are ones.
type Store interface {
	Loader
	Snapshotter
	Archive
	Close(ctx context.Context) error
}

// Service answers from snapshots of one store. It is safe for concurrent use.
type Service struct {
	store Store
	log   *slog.Logger
	now   func() time.Time

	current atomic.Pointer[view]
	refresh sync.Mutex
	flight  singleflight.Group
	past    *lru.Cache[string, *graph.Snapshot]
	models  *lru.Cache[string, any]
}

// view is a snapshot and when it was last known to be the store's newest.
type view struct {
	snap    *graph.Snapshot
	checked time.Time
	stale   error // why the store could not be asked since; nil where it could
}

// Options are for New; the zero value works.
type Options struct {
	Log *slog.Logger     // nil: none
	Now func() time.Time // nil: the system's clock
}

// New makes a service over a store, which the caller closes after it. Nothing is read yet.
func New(s Store, o Options) *Service {
	svc := &Service{store: s, log: o.Log, now: o.Now}
	if svc.log == nil {
		svc.log = slog.New(slog.DiscardHandler)
	}
	if svc.now == nil {
		svc.now = time.Now
	}
	svc.past, _ = lru.New[string, *graph.Snapshot](4) // an error only for a size below 1
	svc.models, _ = lru.New[string, any](64)
	return svc
}

// Store is the store behind the service.
func (s *Service) Store() Store { return s.store }

// Refresh takes a new snapshot if the store's release moved. On an error the old snapshot stays and says how old it is.
func (s *Service) Refresh(ctx context.Context) error {
	s.refresh.Lock()
	defer s.refresh.Unlock()
	old := s.current.Load()
	fresh, err := s.take(ctx, old)
	if err != nil {
		if old != nil {
			s.current.Store(&view{old.snap, old.checked, err})
		}
		return fmt.Errorf("refresh the snapshot: %w", err)
	}
	s.current.Store(&view{snap: fresh, checked: s.now()})
	return nil
}

// askTimeout is how long the store may take to say its release before it counts as away.
const askTimeout = 10 * time.Second

// take is the old snapshot where the release did not move, else a new one.
func (s *Service) take(ctx context.Context, old *view) (*graph.Snapshot, error) {
	if old != nil {
		asked, cancel := context.WithTimeout(ctx, askTimeout)
		rel, err := s.store.Release(asked)
		cancel()
		if err != nil {
			return nil, err
		}
		if rel.Number == old.snap.Release().Number && rel.LoadID == old.snap.Release().LoadID {
			return old.snap, nil
		}
	}
	return s.store.Snapshot(ctx)
}

// Reread takes a new snapshot whatever the release: after quotes were attached, which make no release.
func (s *Service) Reread(ctx context.Context) error {
	s.refresh.Lock()
	defer s.refresh.Unlock()
	snap, err := s.store.Snapshot(ctx)
	if err != nil {
		return fmt.Errorf("read the snapshot: %w", err)
	}
	s.models.Purge()
	s.current.Store(&view{snap: snap, checked: s.now()})
	return nil
}

// Watch refreshes every interval until ctx ends; failures are logged once each time they begin.
func (s *Service) Watch(ctx context.Context, interval time.Duration) {
	tick := time.NewTicker(interval)
	defer tick.Stop()
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			err := s.Refresh(ctx)
			if err != nil && !failing && ctx.Err() == nil {
				s.log.Warn("the store cannot be asked; answers go on from the last snapshot", "cause", err)
			}
			failing = err != nil
		}
	}
}

// Snapshot is the current snapshot ("" for release), taken on first use, or that of a release still kept, by its 16 hex
// digits or number. Errors wrap graph.ErrNotFound, graph.ErrGone or graph.ErrUnavailable.
func (s *Service) Snapshot(ctx context.Context, release string) (*graph.Snapshot, error) {
	v := s.current.Load()
	if v == nil {
		if err := s.Refresh(ctx); err != nil {
			return nil, err
		}
		v = s.current.Load()
	}
	if rel := v.snap.Release(); release == "" || release == rel.ID() || release == fmt.Sprint(rel.Number) {
		return v.snap, nil
	}
	if snap, ok := s.past.Get(release); ok {
		return snap, nil
	}
	return s.readPast(ctx, release)
}

// readPast reads the snapshot of a past release, once for all that wait; one who leaves does not end it for the others.
func (s *Service) readPast(ctx context.Context, release string) (*graph.Snapshot, error) {
	done := s.flight.DoChan("past "+release, func() (any, error) {
		own, cancel := context.WithTimeout(context.WithoutCancel(ctx), pastTimeout)
		defer cancel()
		snap, err := s.store.PastSnapshot(own, release)
		if err == nil {
			s.past.Add(release, snap)
		}
		return snap, err
	})
	select {
	case <-ctx.Done():
		return nil, fmt.Errorf("release %s: %w", release, context.Cause(ctx))
	case r := <-done:
		if r.Err != nil {
			return nil, fmt.Errorf("release %s: %w", release, r.Err)
		}
		return r.Val.(*graph.Snapshot), nil
	}
}

// pastTimeout is how long reading a past release may take.
const pastTimeout = 5 * time.Minute

// Health says whether answers can be given and how fresh they are.
type Health struct {
	Ready   bool          // a snapshot is there
	Age     time.Duration // since the store was last asked with success
	Cause   error         // why the store cannot be asked; nil where it can
	Release graph.Release
}

// Health asks nothing of the store; it reports what the last refresh found.
func (s *Service) Health() Health {
	v := s.current.Load()
	if v == nil {
		return Health{Cause: errors.New("no snapshot was taken yet")}
	}
	return Health{Ready: true, Age: s.now().Sub(v.checked), Cause: v.stale, Release: v.snap.Release()}
}
