package neo4jstore

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Plan says what Apply would do, without doing it. Errors are those of Apply.
func (s *Store) Plan(ctx context.Context, c graph.Change) (graph.Delta, error) {
	if err := validate(c); err != nil {
		return graph.Delta{}, wrap("plan", err)
	}
	for range moves {
		var p plan
		var moved bool
		err := s.read(ctx, "plan", func(tx runner) (err error) {
			if p, err = makePlan(ctx, tx, c); err != nil {
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
	from       graph.Release           // that it starts at
	put        []graph.Bundle          // canonical bundles that are new or differ from those loaded
	refs       []graph.BundleRef       // of the release that it leads to
	judgements []graph.Judgement       // of the release that it leads to
	old        *graph.Graph            // the part of the graph that the change can touch, as it is
	delta      graph.Delta             // from old to what it becomes; counts and digest are those of the whole graph
	texts      map[string]string       // text hash of each report of put as it was loaded before
	reports    map[string]graph.Report // records of reports that are or were loaded, for link statements
}

// unchanged reports whether the state stays as it is.
func (p *plan) unchanged() bool {
	return len(p.put) == 0 && len(p.refs) == len(p.from.Bundles) && graph.HashJudgements(p.judgements) == p.from.Judgements
}

// makePlan reads what the change can touch and merges that alone. The digest of the whole follows, since digests are sums:
// the whole's, less that of the part before, plus that of the part after.
func makePlan(ctx context.Context, tx runner, c graph.Change) (p plan, err error) {
	if p.from, err = current(ctx, tx); err != nil {
		return p, err
	}
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
	whole, _ := parseDigest(p.from.Digest)
	if p.delta.Digest = whole; p.unchanged() {
		p.delta.Counts = graph.Counts{Added: map[string]int{}, Changed: map[string]int{}, Removed: map[string]int{}}
		return p, nil
	}
	if err := p.complete(ctx, tx, &state, &next); err != nil {
		return p, err
	}
	if p.old, err = state.Graph(); err != nil {
		return p, fmt.Errorf("the graph as it is cannot be merged: %w: %w", ErrWrittenByHand, err)
	}
	after, err := next.Graph()
	if err != nil {
		return p, err
	}
	p.delta = graph.Diff(p.old, after)
	p.delta.Digest = whole.Subtract(words(p.old.Digest())).Add(words(p.delta.Digest))
	return p, nil
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
		b := next.Bundles[r.ID]
		if change[r.ID] = b.Hash(); change[r.ID] != was[r.ID] {
			p.put = append(p.put, b)
		}
	}
	p.refs = replace(p.from.Bundles, change)
}
