package graph

import (
	"fmt"
	"maps"
	"slices"
	"sort"
)

// Change is what one load does: bundles to put (each replaces the bundle of its report), reports to withdraw,
// judgements to add. One change is one release.
type Change struct {
	Put      []Bundle
	Withdraw []string // report ids
	Judge    []Judgement
	By       string // who or what loads, for the release
}

// State is all that a store was given: the merged graph follows from it.
type State struct {
	Bundles    map[string]Bundle // by report id
	Judgements []Judgement       // in canonical order
}

// Apply is s after change c; s itself stays as it is. Errors: Problems for a change that contradicts itself, or whose
// judgements leave a pair with two newest verdicts (by their number within c.Judge); ErrNotFound for a report to withdraw that
// is not loaded.
func (s State) Apply(c Change) (State, error) {
	if ps := undecided(s.Judgements, c.Judge); len(ps) > 0 {
		return s, ps
	}
	next := State{Bundles: maps.Clone(s.Bundles), Judgements: MergeJudgements(s.Judgements, c.Judge)}
	if next.Bundles == nil {
		next.Bundles = map[string]Bundle{}
	}
	for _, id := range c.Withdraw {
		if _, ok := next.Bundles[id]; !ok {
			return s, fmt.Errorf("withdraw %s: no such report is loaded: %w", id, ErrNotFound)
		}
		delete(next.Bundles, id)
	}
	put := map[string]bool{}
	for _, b := range c.Put {
		if put[b.Report.ID] {
			return s, Problems{{Path: b.Report.ID, Rule: "one-bundle-a-report", Message: "the change puts this report twice"}}
		}
		put[b.Report.ID] = true
		next.Bundles[b.Report.ID] = b.Canonical()
	}
	return next, nil
}

// Reports lists the loaded reports in the order of editions.
func (s State) Reports() []Report {
	rs := make([]Report, 0, len(s.Bundles))
	for _, b := range s.Bundles {
		rs = append(rs, b.Report)
	}
	sort.Slice(rs, func(i, k int) bool { return rs[i].Before(rs[k]) })
	return rs
}

// Graph merges the state.
func (s State) Graph() (*Graph, error) {
	return Merge(slices.Collect(maps.Values(s.Bundles)), s.Judgements)
}
