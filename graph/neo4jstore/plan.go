package neo4jstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Plan says what Apply would do, without doing it. Errors are those of Apply.
func (s *Store) Plan(ctx context.Context, c graph.Change) (graph.Delta, error) {
	if err := c.Validate(); err != nil {
		return graph.Delta{}, wrap("plan", err)
	}
	for range moves {
		var p plan
		var moved bool
		err := s.read(ctx, "plan", func(tx runner) (err error) {
			if p, err = makePlan(ctx, tx, c, false); err != nil {
				return err
			}
			after, err := current(ctx, tx)
			moved = after.LoadID != p.from.LoadID
			return err
		})
		if err != nil && !moved {
			return graph.Delta{}, wrap("plan", err)
		}
		if !moved {
			return p.delta, nil
		}
	}
	return graph.Delta{}, fmt.Errorf("plan: other loads came between %d times: %w", moves, graph.ErrConflict)
}

// moves is how often a reader starts again because a load came between, before it holds loaders back.
const moves = 3

// plan is what a change does to the database as one transaction sees it.
type plan struct {
	from       graph.Release     // that it starts at
	put        []graph.Bundle    // canonical bundles, without quotes, that are new or differ from those loaded
	refs       []graph.BundleRef // of the release that it leads to
	judgements []graph.Judgement // of the release that it leads to
	old        *graph.Graph      // the part of the graph that the change can touch, as it is
	delta      graph.Delta       // from old to what it becomes; counts and digest are those of the whole graph
	texts      map[string]string // text hash of each report that the change names, as it was loaded before
	anew       bool              // all rows are held against what the bundles say, and written again
	older      bool              // the rows follow other rules
	rewrite    *graph.Graph      // what is written again beside what was added; nil: what changed
}

// unchanged reports whether state and rows stay as they are.
func (p *plan) unchanged() bool {
	return !p.older && p.stays()
}

// stays reports whether the next release would be the current one, whatever becomes of what Cypher alone reads.
func (p *plan) stays() bool {
	return len(p.put) == 0 && len(p.refs) == len(p.from.Bundles) && graph.HashJudgements(p.judgements) == p.from.Judgements &&
		(!p.anew || p.delta.Empty())
}

// changed is what is written in the place of rows that are there.
func (p *plan) changed() *graph.Graph {
	if p.rewrite != nil {
		return p.rewrite
	}
	return &p.delta.Changed
}

// makePlan works out a change. Rows that follow other rules are all made anew, as they are when anew is asked for.
func makePlan(ctx context.Context, tx runner, c graph.Change, anew bool) (p plan, err error) {
	var follows int
	if p.from, follows, err = currentRules(ctx, tx); err != nil {
		return p, err
	}
	p.older = follows != rules
	p.anew = anew || p.older
	state, err := touched(ctx, tx, p.from, c)
	if err != nil {
		return p, err
	}
	next, err := state.Apply(c)
	if err != nil {
		return p, err
	}
	p.judgements = next.Judgements
	p.follow(state, next)
	if err := checkSpans(ctx, tx, p.put); err != nil {
		return p, err
	}
	if p.anew {
		return p, p.mergeAnew(ctx, tx, state, next)
	}
	whole, _ := graph.ParseDigest(p.from.Digest) // which parsed when the release was read
	p.delta = graph.Delta{Digest: whole, Counts: graph.Counts{Added: map[string]int{}, Changed: map[string]int{}, Removed: map[string]int{}}}
	if p.unchanged() {
		return p, nil
	}
	return p, p.mergePart(ctx, tx, state, next, whole)
}

// touched is the loaded state of the reports that a change names, with all judgements.
func touched(ctx context.Context, tx runner, from graph.Release, c graph.Change) (graph.State, error) {
	named := map[string]bool{}
	for _, b := range c.Put {
		named[b.Report.ID] = true
	}
	for _, id := range c.Withdraw {
		named[id] = true
	}
	var refs []graph.BundleRef
	for _, ref := range from.Bundles {
		if named[ref.Report] {
			refs = append(refs, ref)
		}
	}
	bundles, err := readBundles(ctx, tx, refs)
	if err != nil {
		return graph.State{}, err
	}
	js, err := readJudgements(ctx, tx, from.Judgements)
	return graph.State{Bundles: bundles, Judgements: js}, err
}

// follow works out which bundles are new and what the next release refers to.
func (p *plan) follow(state, next graph.State) {
	change, was := map[string]string{}, map[string]string{}
	for _, ref := range p.from.Bundles {
		was[ref.Report] = ref.Hash
	}
	p.texts = map[string]string{}
	for id, b := range state.Bundles {
		p.texts[id] = b.Report.TextSHA256
		change[id] = "" // withdrawn, unless next has it
	}
	for _, r := range next.Reports() {
		next.Bundles[r.ID] = next.Bundles[r.ID].WithoutQuotes()
		b := next.Bundles[r.ID]
		if change[r.ID] = b.Hash(); change[r.ID] != was[r.ID] {
			p.put = append(p.put, b)
		}
	}
	p.refs = replace(p.from.Bundles, change)
}

// checkSpans refuses bundles with passages outside a text that was attached.
func checkSpans(ctx context.Context, tx runner, bundles []graph.Bundle) error {
	var problems graph.Problems
	for _, b := range bundles {
		_, err := quoted(ctx, tx, b)
		var ps graph.Problems
		if err != nil && !errors.As(err, &ps) {
			return err
		}
		for _, p := range ps {
			p.Source = b.Report.ID
			problems = append(problems, p)
		}
	}
	return problems.Err()
}
