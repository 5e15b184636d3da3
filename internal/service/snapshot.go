package service

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/flight"
)

// Refresh takes a new snapshot if the store's release moved or quotes were attached. On an error the old snapshot stays and
// says how old it is.
func (s *Service) Refresh(ctx context.Context) error {
	s.refresh.Lock()
	defer s.refresh.Unlock()
	old := s.current.Load()
	fresh, err := s.take(ctx, old)
	if err != nil {
		if old != nil {
			s.current.Store(&view{old.snap, old.quotes, old.past, old.checked, err})
		}
		return fmt.Errorf("refresh the snapshot: %w", err)
	}
	s.current.Store(fresh)
	if old != nil && fresh.snap != old.snap {
		s.models.clear() // they are of the snapshot before, and would keep it
		s.amiss.Store(nil)
	}
	return nil
}

// askTimeout is how long the store may take to say its release before it counts as away; the driver of a database would try
// for longer.
const askTimeout = 5 * time.Second

// tidyFrom is the size of a snapshot, in bytes, from which garbage is collected before another one is taken: the old one and the new
// one stand beside each other then, and the collector would let as much garbage stand beside them. Snapshots hold few pointers, so
// that it takes little.
const tidyFrom = 32 << 20

// tidyPercent is GOGC until the new snapshot stands.
const tidyPercent = 20

// tidily collects garbage, and lets less of it stand until its result is called; never more than the environment says.
func tidily() func() {
	runtime.GC()
	before := debug.SetGCPercent(tidyPercent)
	if before < tidyPercent { // off, or less already
		debug.SetGCPercent(before)
	}
	return func() { debug.SetGCPercent(before) }
}

// take is the old snapshot where nothing moved, else a new one.
func (s *Service) take(ctx context.Context, old *view) (*view, error) {
	rel, quotes, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	past := &kept{most: mostPast, bytes: pastBytes}
	if old != nil {
		was := old.snap.Release()
		moved := rel.Number != was.Number || rel.LoadID != was.LoadID
		if !moved && quotes == old.quotes {
			return &view{snap: old.snap, quotes: quotes, past: old.past, checked: s.now()}, nil
		}
		if rel.Number < was.Number { // history only grows
			return nil, fmt.Errorf("the store says release %d after release %d: it was emptied or replaced; start the service again to answer from what it holds now: %w", rel.Number, was.Number, graph.ErrUnavailable)
		}
		goesOn := true
		if moved {
			if goesOn, err = s.follows(ctx, was); err != nil {
				return nil, err
			}
		}
		if goesOn && quotes == old.quotes { // else what was read before is another store's, or shows passages without quotes
			past = old.past
		}
	}
	if old != nil && old.snap.Size() > tidyFrom {
		defer tidily()()
	}
	snap, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return &view{snap: snap, quotes: quotes, past: past, checked: s.now()}, nil
}

// follows reports whether the store's history holds the release: where it does not, the store was replaced.
func (s *Service) follows(ctx context.Context, was graph.Release) (bool, error) {
	if was.Number == 0 {
		return true, nil
	}
	all, err := s.store.Releases(ctx)
	if err != nil {
		return false, err
	}
	for _, r := range all {
		if r.Number == was.Number && r.LoadID == was.LoadID {
			return true, nil
		}
	}
	s.log.Warn("the store was replaced by one of another history; answers are from what it holds now", "number", was.Number, "load", was.LoadID)
	return false, nil
}

// ask asks the store for its release and what it says of quotes. A store that takes too long is away.
func (s *Service) ask(ctx context.Context) (rel graph.Release, quotes string, err error) {
	own, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	rel, err = s.store.Release(own)
	if err == nil {
		quotes, err = s.store.QuotesKey(own)
	}
	if err != nil && own.Err() != nil && ctx.Err() == nil {
		err = fmt.Errorf("the store did not answer within %v (%v): %w", askTimeout, err, graph.ErrUnavailable)
	}
	return rel, quotes, err
}

// Watch refreshes every interval until ctx ends, and audits a store that others can write to; failures are logged once each time
// they begin.
func (s *Service) Watch(ctx context.Context, interval time.Duration) {
	var auditing sync.WaitGroup
	defer auditing.Wait()
	auditing.Go(func() { s.audits(ctx) })
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
		_, err := flight.Do(ctx, &s.flights, "first", func(own context.Context) (any, error) {
			if s.current.Load() != nil {
				return nil, nil
			}
			return nil, s.Refresh(own)
		})
		if err != nil {
			return nil, err
		}
		v = s.current.Load()
	}
	if rel := v.snap.Release(); release == "" || release == rel.ID() || release == fmt.Sprint(rel.Number) {
		return v.snap, nil
	}
	if snap, ok := v.past.get(release, "snapshot"); ok {
		return snap.(*graph.Snapshot), nil
	}
	return s.readPast(ctx, v.past, release)
}

// readPast reads the snapshot of a past release, once for all that wait.
func (s *Service) readPast(ctx context.Context, past *kept, release string) (*graph.Snapshot, error) {
	snap, err := flight.Do(ctx, &s.flights, fmt.Sprintf("past %p %s", past, release), func(own context.Context) (*graph.Snapshot, error) {
		own, cancel := context.WithTimeout(own, pastTimeout)
		defer cancel()
		snap, err := s.store.PastSnapshot(own, release)
		if err == nil {
			snap = snap.Lean()
			past.put(release, "snapshot", snap, snap.Size(), false)
		}
		return snap, err
	})
	if err != nil && ctx.Err() != nil {
		err = fmt.Errorf("release %s: %w", release, err)
	}
	return snap, err
}

// Bounds of past releases: how long reading one may take, how many are kept, and their bytes; the last one stays, whatever
// its size.
const (
	pastTimeout = 5 * time.Minute
	mostPast    = 4
	pastBytes   = 128 << 20
)

// Health says whether answers can be given and how fresh they are.
type Health struct {
	Ready   bool          // a snapshot is there
	Age     time.Duration // since the store was last asked with success
	Cause   error         // why the store cannot be asked; nil where it can
	Amiss   error         // in what the store does not hold what was loaded, as the last audit found; nil where it does
	Release graph.Release
}

// Health asks nothing of the store; it reports what the last refresh and the last audit found.
func (s *Service) Health() Health {
	v := s.current.Load()
	if v == nil {
		return Health{Cause: errors.New("no snapshot was taken yet")}
	}
	h := Health{Ready: true, Age: s.now().Sub(v.checked), Cause: v.stale, Release: v.snap.Release()}
	if amiss := s.amiss.Load(); amiss != nil {
		h.Amiss = *amiss
	}
	return h
}
