// Package service holds what every way in shares (HTTP, pages, command line): the store, the current snapshot, which is
// swapped whole when the release moves, and the models computed from it, each once.
package service

import (
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/flight"
)

// Store is what the service answers from.
type Store = graph.Store

// Service answers from snapshots of one store. It is safe for concurrent use.
type Service struct {
	store Store
	log   *slog.Logger
	now   func() time.Time

	current atomic.Pointer[view]
	refresh sync.Mutex
	flights flight.Group
	models  kept

	auditEvery time.Duration
	amiss      atomic.Pointer[error] // what the last audit found
}

// view is a snapshot and when it was last known to be the store's newest.
type view struct {
	snap    *graph.Snapshot
	quotes  string // what the store said of quotes before the snapshot was read
	past    *kept  // snapshots of releases before, as of the same store and quotes
	checked time.Time
	stale   error // why the store could not be asked since; nil where it could
}

// Options are for New; the zero value works.
type Options struct {
	Log *slog.Logger     // nil: none
	Now func() time.Time // nil: the system's clock

	AuditEvery time.Duration // how often Watch audits a store that others can write to; 0: every minute
}

// New makes a service over a store, which the caller closes after it. Nothing is read yet.
func New(s Store, o Options) *Service {
	svc := &Service{store: s, log: o.Log, now: o.Now, models: kept{most: mostModels, mostSpare: mostAsked, bytes: modelBytes}}
	if svc.auditEvery = o.AuditEvery; svc.auditEvery == 0 {
		svc.auditEvery = auditEvery
	}
	if svc.log == nil {
		svc.log = slog.New(slog.DiscardHandler)
	}
	if svc.now == nil {
		svc.now = time.Now
	}
	return svc
}

// Store is the store behind the service.
func (s *Service) Store() Store { return s.store }
