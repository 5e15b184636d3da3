package service

import (
	"context"
	"errors"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// auditor is a store in which others than loaders can write. Audit holds what it has against what was loaded; errors wrap
// graph.ErrConflict where that is not the same.
type auditor interface {
	Audit(ctx context.Context) error
}

// How often such a store is audited: that long after an audit, or where reading all takes long, so many times what that took, so that
// audits stay a small part of what the store does.
const (
	auditEvery = time.Minute
	auditShare = 50
)

// audits audits the store again and again until ctx ends, where it is one that needs it. What was found amiss is told by Health until
// an audit finds it mended or a new snapshot, which is held against the release too, was read.
func (s *Service) audits(ctx context.Context) {
	store, ok := s.store.(auditor)
	if !ok {
		return
	}
	wait := s.auditEvery
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wait):
		}
		began := time.Now()
		err := store.Audit(ctx)
		wait = max(s.auditEvery, auditShare*time.Since(began))
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, graph.ErrConflict):
			if s.amiss.Swap(&err) == nil {
				s.log.Warn("the store does not hold what was loaded; answers go on from what was", "cause", err)
			}
		case err == nil:
			s.amiss.Store(nil)
		}
	}
}
