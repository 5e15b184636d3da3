package neo4jstore

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// mergePart reads what the change can touch and merges that alone. The digest of the whole follows, since digests are sums:
// the whole's, less that of the part before, plus that of the part after.
func (p *plan) mergePart(ctx context.Context, tx runner, state, next graph.State, whole graph.Digest) error {
	others, err := p.others(ctx, tx, state, next)
	if err != nil {
		return err
	}
	if p.old, err = with(state, others).Graph(); err != nil {
		return fmt.Errorf("the graph as it is cannot be merged: %w: %w", ErrWrittenByHand, err)
	}
	after, err := with(next, others).Graph()
	if err != nil {
		return err
	}
	p.delta = graph.Diff(p.old, after)
	p.delta.Digest = whole.Replace(p.old.Digest(), p.delta.Digest)
	return nil
}

// mergeAnew merges every bundle, takes the rows that are there as they are, whatever made them, and has every row
// written again: what only Cypher reads of a row may be amiss where the row itself is not.
func (p *plan) mergeAnew(ctx context.Context, tx runner, state, next graph.State) error {
	others, err := readBundles(ctx, tx, p.rest(state))
	if err != nil {
		return err
	}
	r := &reader{run: func(_ context.Context, _ string, work func(runner) error) error { return work(tx) }, check: !p.older}
	if p.old, err = r.graph(ctx, p.from.Bundles); err != nil {
		return err
	}
	next = with(next, others)
	for id, b := range next.Bundles {
		if next.Bundles[id], err = quoted(ctx, tx, b); err != nil {
			return err
		}
	}
	after, err := next.Graph()
	if err != nil {
		return err
	}
	p.delta = graph.Diff(p.old, after)
	p.mend(&r.amiss)
	p.rewrite = less(after, &p.delta.Added)
	return nil
}

// mend adds to the delta the rows that stay as they are but for what Cypher alone reads of them.
func (p *plan) mend(amiss *graph.Graph) {
	changed, counts := &p.delta.Changed, p.delta.Counts.Changed
	stay := less(less(amiss, changed), &p.delta.Removed)
	for i := range stay.Entities {
		counts[string(stay.Entities[i].Kind)]++
	}
	for i := range stay.Links {
		counts[string(stay.Links[i].Type)]++
	}
	changed.Entities = append(changed.Entities, stay.Entities...)
	changed.Links = append(changed.Links, stay.Links...)
}

// less is g without the rows of gone.
func less(g, gone *graph.Graph) *graph.Graph {
	return &graph.Graph{
		Entities:  lessBy(g.Entities, gone.Entities, func(e *graph.MergedEntity) string { return e.ID }),
		Links:     lessBy(g.Links, gone.Links, func(l *graph.MergedLink) string { return l.Key }),
		Passages:  lessBy(g.Passages, gone.Passages, func(p *graph.Passage) string { return p.ID }),
		Notes:     lessBy(g.Notes, gone.Notes, func(n *graph.Note) string { return n.ID }),
		Redirects: lessBy(g.Redirects, gone.Redirects, func(r *graph.Redirect) string { return r.Old }),
	}
}

func lessBy[T any](list, gone []T, id func(*T) string) []T {
	not := map[string]bool{}
	for _, i := range ids(gone, id) {
		not[i] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool { return not[id(&v)] })
}

// rest is what the current release refers to, less the reports that the change names.
func (p *plan) rest(state graph.State) []graph.BundleRef {
	return slices.DeleteFunc(slices.Clone(p.from.Bundles), func(r graph.BundleRef) bool {
		_, named := state.Bundles[r.Report]
		return named
	})
}

// with is a state with further bundles.
func with(s graph.State, others map[string]graph.Bundle) graph.State {
	s.Bundles = maps.Clone(s.Bundles)
	maps.Copy(s.Bundles, others)
	return s
}

// others is what must be merged beside the reports that the change names: of the other reports, their statements of the
// same entities and links. That is enough as long as no judgement has to do with any of them; otherwise ids may be
// merged across all reports, and it is every bundle.
func (p *plan) others(ctx context.Context, tx runner, state, next graph.State) (map[string]graph.Bundle, error) {
	rest := p.rest(state)
	if len(rest) == 0 || len(state.Judgements) != len(next.Judgements) {
		return readBundles(ctx, tx, rest)
	}
	works, err := records(ctx, tx, p.from.Bundles)
	if err != nil {
		return nil, err
	}
	share := sharing{works: works, bundles: map[string]*graph.Bundle{}, named: state.Bundles}
	if err := share.read(ctx, tx, state, next); err != nil {
		return nil, err
	}
	if others := share.others(); !mentions(judgedIDs(state.Judgements), state.Bundles, next.Bundles, others) {
		return others, nil
	}
	return readBundles(ctx, tx, rest)
}
