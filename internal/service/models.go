package service

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/flight"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// What is kept of models. Each set of options has models of its own, and those that keep links out a copy of the graph: whoever
// asks may think of any number of options, so few of those that are not the published ones are kept, and all within a size.
const (
	mostModels   = 64
	mostAsked    = 8 // by options that anybody may think of
	modelBytes   = 128 << 20
	intervalSize = 96 // bytes of one
	overviewSize = 512
)

// Ranking is the ranking of links for the options, computed once per release. Errors as of crosswalk.NewModel.
func (a Asking) Ranking(snap *graph.Snapshot, o crosswalk.Options) (*crosswalk.Ranking, error) {
	return once(a, "ranking", snap, o, (*crosswalk.Ranking).Size, func(a Asking) (*crosswalk.Ranking, error) {
		m, err := crosswalk.NewModel(snap, o)
		if err != nil {
			return nil, err
		}
		return m.RankContext(a.ctx)
	})
}

// Intervals are the rank intervals of the ranking for the options, computed once per release.
func (a Asking) Intervals(snap *graph.Snapshot, o crosswalk.Options) (map[[2]int][2]int, error) {
	size := func(iv map[[2]int][2]int) int { return intervalSize * len(iv) }
	return once(a, "intervals", snap, o, size, func(a Asking) (map[[2]int][2]int, error) {
		r, err := a.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return r.IntervalsContext(a.ctx)
	})
}

// GroupOpportunities answers questions about the opportunities of groups for the options; see GroupOpportunitiesOf.
func (a Asking) GroupOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Groups, error) {
	size := func(*opportunity.Groups) int { return 0 } // none is found yet
	return once(a, "groups", snap, o, size, func(a Asking) (*opportunity.Groups, error) {
		r, err := a.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return opportunity.OfGroups(r, opportunity.Defaults(), nil), nil
	})
}

// GroupOpportunitiesOf is GroupOpportunities with those of a size found already, once per release: questions about them are
// answered at once. Errors wrap graph.ErrInvalid for a size.
func (a Asking) GroupOpportunitiesOf(snap *graph.Snapshot, o crosswalk.Options, size int) (*opportunity.Groups, error) {
	return once(a, fmt.Sprint("groups ", size), snap, o, (*opportunity.Groups).Size, func(a Asking) (*opportunity.Groups, error) {
		g, err := a.GroupOpportunities(snap, o)
		if err != nil {
			return nil, err
		}
		return g, g.Prepare(a.ctx, size)
	})
}

// GroupIntervals are the rank intervals of the opportunities of groups of a size, computed once per release.
func (a Asking) GroupIntervals(snap *graph.Snapshot, o crosswalk.Options, size int) (map[string][2]int, error) {
	bytes := func(iv map[string][2]int) int { return 2 * intervalSize * len(iv) }
	return once(a, fmt.Sprint("group-intervals ", size), snap, o, bytes, func(a Asking) (map[string][2]int, error) {
		g, err := a.GroupOpportunitiesOf(snap, o, size)
		if err != nil {
			return nil, err
		}
		return g.IntervalsContext(a.ctx, size)
	})
}

// BodyOpportunities are the opportunities of institutions for the options, computed once per release.
func (a Asking) BodyOpportunities(snap *graph.Snapshot, o crosswalk.Options) (*opportunity.Bodies, error) {
	return once(a, "bodies", snap, o, (*opportunity.Bodies).Size, func(a Asking) (*opportunity.Bodies, error) {
		r, err := a.Ranking(snap, o)
		if err != nil {
			return nil, err
		}
		return opportunity.OfInstitutionsContext(a.ctx, r, opportunity.Defaults(), nil)
	})
}

// Overview counts what the snapshot holds, once per release.
func (a Asking) Overview(snap *graph.Snapshot) (explore.Overview, error) {
	size := func(o explore.Overview) int {
		return overviewSize * (1 + len(o.Reports) + len(o.Evidence.EntitiesWithout))
	}
	return once(a, "overview", snap, crosswalk.Options{}, size, func(Asking) (explore.Overview, error) { return explore.Summarise(snap), nil })
}

// once computes a value for a snapshot and options, or takes the one that was computed before; many callers at once wait
// for one computation. Errors are not kept.
func once[T any](a Asking, what string, snap *graph.Snapshot, o crosswalk.Options, size func(T) int, compute func(Asking) (T, error)) (T, error) {
	key := strings.Join([]string{snap.Release().Digest, snap.QuotesKey(), optionsKey(o)}, "\x1f")
	if v, ok := a.models.get(key, what); ok {
		return v.(T), nil
	}
	return flight.Do(a.ctx, &a.flights, what+"\x1f"+key, func(ctx context.Context) (T, error) {
		if v, ok := a.models.get(key, what); ok { // the flight before this one ended between the look and the wait
			return v.(T), nil
		}
		t, err := compute(a.For(ctx))
		if err == nil {
			bytes := size(t)
			if v := a.current.Load(); what == "ranking" && (v == nil || v.snap != snap) {
				bytes += snap.Size() // which nothing else may keep
			}
			a.models.put(key, what, t, bytes, asked(o))
		}
		return t, err
	})
}

// asked reports whether options are other than those that answers are published under, for any partnership and year.
func asked(o crosswalk.Options) bool {
	return len(o.Bases) > 0 || o.MinConfidence > 0 || o.Parameters != nil && o.Parameters.Custom()
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
