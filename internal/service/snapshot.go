package service

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
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
			s.current.Store(&view{old.snap, old.quotes, old.checked, err})
		}
		return fmt.Errorf("refresh the snapshot: %w", err)
	}
	if old != nil && fresh.snap != old.snap && fresh.quotes != old.quotes {
		s.models.Purge() // what was computed or read before shows passages without quotes
		s.past.Purge()
	}
	s.current.Store(fresh)
	return nil
}

// askTimeout is how long the store may take to say its release before it counts as away; the driver of a database would try
// for longer.
const askTimeout = 5 * time.Second

// take is the old snapshot where nothing moved, else a new one.
func (s *Service) take(ctx context.Context, old *view) (*view, error) {
	rel, quotes, err := s.ask(ctx)
	if err != nil {
		return nil, err
	}
	if old != nil {
		was := old.snap.Release()
		if rel.Number == was.Number && rel.LoadID == was.LoadID && quotes == old.quotes {
			return &view{snap: old.snap, quotes: quotes, checked: s.now()}, nil
		}
		if rel.Number < was.Number { // history only grows
			return nil, fmt.Errorf("the store says release %d after release %d: it was emptied or replaced; start the service again to answer from what it holds now: %w", rel.Number, was.Number, graph.ErrUnavailable)
		}
	}
	snap, err := s.store.Snapshot(ctx)
	if err != nil {
		return nil, err
	}
	return &view{snap: snap, quotes: quotes, checked: s.now()}, nil
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
			return nil, r.Err
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
