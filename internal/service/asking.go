package service

import (
	"context"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// Asking is the service as asked by somebody who may leave. Its models are those of the service; whoever asks waits for them as
// long as the context lasts and gets the cause of its end then, and what nobody waits for is broken off.
type Asking struct {
	*Service
	ctx context.Context
}

// For is the service for one who asks as long as ctx lasts.
func (s *Service) For(ctx context.Context) Asking { return Asking{s, ctx} }

// always is for those who never leave.
func (s *Service) always() Asking { return s.For(context.Background()) }

// Ranking is that of Asking for one who never leaves.
func (s *Service) Ranking(snap *graph.Snapshot, o crosswalk.Options) (*crosswalk.Ranking, error) {
	return s.always().Ranking(snap, o)
}

// Overview is that of Asking for one who never leaves.
func (s *Service) Overview(snap *graph.Snapshot) (explore.Overview, error) {
	return s.always().Overview(snap)
}

// Intervals are those of Asking for one who never leaves.
func (s *Service) Intervals(snap *graph.Snapshot, o crosswalk.Options) (map[[2]int][2]int, error) {
	return s.always().Intervals(snap, o)
}

// GroupOpportunities are those of Asking for one who never leaves.
func (s *Service) GroupOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Groups, error) {
	return s.always().GroupOpportunities(snap, o)
}

// GroupIntervals are those of Asking for one who never leaves.
func (s *Service) GroupIntervals(snap *graph.Snapshot, o crosswalk.Options, size int) (map[string][2]int, error) {
	return s.always().GroupIntervals(snap, o, size)
}

// BodyOpportunities are those of Asking for one who never leaves.
func (s *Service) BodyOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Bodies, error) {
	return s.always().BodyOpportunities(snap, o)
}
