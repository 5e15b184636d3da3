package service

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// Ranking is the ranking of links for the options, computed once per release. Errors as of crosswalk.NewModel.
func (s *Service) Ranking(snap *graph.Snapshot, o crosswalk.Options) (*crosswalk.Ranking, error) {
	return once(s, "ranking", snap, o, func() (*crosswalk.Ranking, error) {
		m, err := crosswalk.NewModel(snap, o)
		if err != nil {
			return nil, err
		}
		return m.Rank(), nil
	})
}

// Intervals are the rank intervals of the ranking for the options, computed once per release.
func (s *Service) Intervals(snap *graph.Snapshot, o crosswalk.Options) (map[[2]int][2]int, error) {
	return once(s, "intervals", snap, o, func() (map[[2]int][2]int, error) {
		r, err := s.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return r.Intervals(), nil
	})
}

// GroupOpportunities are the opportunities of groups for the options, computed once per release.
func (s *Service) GroupOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Groups, error) {
	return once(s, "groups", snap, o, func() (*opportunity.Groups, error) {
		r, err := s.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return opportunity.OfGroups(r, opportunity.Defaults(), nil), nil
	})
}

// GroupIntervals are the rank intervals of the opportunities of groups of a size, computed once per release.
func (s *Service) GroupIntervals(snap *graph.Snapshot, o crosswalk.Options, size int) (map[string][2]int, error) {
	return once(s, fmt.Sprint("group-intervals ", size), snap, o, func() (map[string][2]int, error) {
		g, err := s.GroupOpportunities(snap, o)
		if err != nil {
			return nil, err
		}
		return g.Intervals(size)
	})
}

// BodyOpportunities are the opportunities of institutions for the options, computed once per release.
func (s *Service) BodyOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Bodies, error) {
	return once(s, "bodies", snap, o, func() (*opportunity.Bodies, error) {
		r, err := s.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return opportunity.OfInstitutions(r, opportunity.Defaults(), nil), nil
	})
}

// once computes a value for a snapshot and options, or takes the one that was computed before; many callers at once wait
// for one computation. Errors are not kept.
func once[T any](s *Service, what string, snap *graph.Snapshot, o crosswalk.Options, compute func() (T, error)) (T, error) {
	key := strings.Join([]string{what, snap.Release().Digest, snap.QuotesKey(), optionsKey(o)}, "\x1f")
	if v, ok := s.models.Get(key); ok {
		return v.(T), nil
	}
	v, err, _ := s.flight.Do(key, func() (any, error) {
		if v, ok := s.models.Get(key); ok { // the flight before this one ended between the look and the wait
			return v, nil
		}
		t, err := compute()
		if err == nil {
			s.models.Add(key, t)
		}
		return t, err
	})
	if err != nil {
		var zero T
		return zero, err
	}
	return v.(T), nil
}

// optionsKey tells options apart by what they ask for: bases in any order, defaults given or left out.
func optionsKey(o crosswalk.Options) string {
	p := crosswalk.Defaults()
	if o.Parameters != nil {
		p = *o.Parameters
	}
	bases := make([]string, len(o.Bases))
	for i, b := range o.Bases {
		bases[i] = string(b)
	}
	slices.Sort(bases)
	return fmt.Sprintf("%s %d %v %v %s", o.Partnership, o.AsOf, o.MinConfidence, p, strings.Join(bases, ","))
}
