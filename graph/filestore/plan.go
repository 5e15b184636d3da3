package filestore

import (
	"context"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Plan says what Apply would do, without doing it. Errors are those of Apply.
func (s *Store) Plan(ctx context.Context, c graph.Change) (d graph.Delta, err error) {
	if err := c.Validate(); err != nil {
		return d, wrap("plan", err)
	}
	err = s.reading(ctx, func(m *manifest) error {
		p, err := s.plan(ctx, m, c)
		if err == nil {
			d = p.delta
		}
		return err
	})
	return d, wrap("plan", err)
}

// plan is what a change does to the release that it starts at.
type plan struct {
	put        []graph.Bundle    // canonical bundles, without quotes, of reports whose bundle differs from the one loaded
	refs       []graph.BundleRef // of the release that it leads to
	judgements []graph.Judgement // of the release that it leads to
	changed    bool
	next       *graph.Snapshot // without its release and quotes; nil where nothing changed
	delta      graph.Delta
}

// plan works out a change. It reads the image, and bundles only where there are judgements or no image.
func (s *Store) plan(ctx context.Context, m *manifest, c graph.Change) (p plan, err error) {
	if err := s.dir.checkSpans(c.Put); err != nil {
		return p, err
	}
	js, err := s.dir.judgements(m.current.Judgements)
	if err != nil {
		return p, err
	}
	if err := p.follow(m.current, js, c); err != nil {
		return p, err
	}
	old, how, err := s.packed(ctx, m)
	if err != nil && how != mergedOtherwise {
		return p, err
	}
	before, _ := graph.ParseDigest(m.current.Digest) // which parsed when the manifest was read
	if how == mergedOtherwise {
		before = old.Graph().Digest()
	}
	p.changed = p.changed || how == mergedOtherwise
	p.delta = graph.Delta{Digest: before, Counts: graph.Diff(&graph.Graph{}, &graph.Graph{}).Counts}
	if !p.changed {
		return p, nil
	}
	return p, p.merge(ctx, s.dir, old, before, m.current, len(js) > 0 || how == mergedOtherwise)
}

// follow works out which bundles and judgements the change leads to. The loaded bundles need not be read for that.
func (p *plan) follow(from graph.Release, js []graph.Judgement, c graph.Change) error {
	was := refsOf(from.Bundles)
	st := graph.State{Bundles: map[string]graph.Bundle{}, Judgements: js}
	for report := range was {
		st.Bundles[report] = graph.Bundle{Report: graph.Report{ID: report}}
	}
	next, err := st.Apply(c)
	if err != nil {
		return err
	}
	is := map[string]string{}
	for report := range next.Bundles {
		is[report] = was[report]
	}
	for _, b := range c.Put {
		b = b.WithoutQuotes().Canonical()
		hash := b.Hash()
		if is[b.Report.ID] = hash; hash != was[b.Report.ID] {
			p.put = append(p.put, b)
		}
	}
	p.refs = []graph.BundleRef{}
	for report, hash := range is {
		p.refs = append(p.refs, graph.BundleRef{Report: report, Hash: hash})
	}
	sort.Slice(p.refs, func(i, k int) bool { return p.refs[i].Report < p.refs[k].Report })
	p.judgements = next.Judgements
	p.changed = len(p.put) > 0 || len(p.refs) != len(from.Bundles) || graph.HashJudgements(p.judgements) != from.Judgements
	return nil
}

// merge works out the next graph and the delta. Judgements may tie any bundle to any other, so with them every bundle is merged
// anew; without, only what the changed reports state.
func (p *plan) merge(ctx context.Context, dir folder, old *graph.Snapshot, before graph.Digest, from graph.Release, whole bool) error {
	if !whole && len(p.judgements) == 0 {
		if part, ok := old.Patch(graph.Release{}, p.gone(from), p.put); ok {
			p.next, p.delta = part.Next, graph.Diff(part.Before, part.After)
			p.delta.Digest = before.Replace(part.Before.Digest(), p.delta.Digest)
			return nil
		}
	}
	st := graph.State{Bundles: map[string]graph.Bundle{}, Judgements: p.judgements}
	for _, b := range p.put {
		st.Bundles[b.Report.ID] = b
	}
	for _, ref := range p.refs {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if _, isNew := st.Bundles[ref.Report]; isNew {
			continue
		}
		b, err := dir.bundle(ref)
		if err != nil {
			return err
		}
		st.Bundles[ref.Report] = b
	}
	next, err := st.Graph()
	if err != nil {
		return err
	}
	p.next, p.delta = graph.NewSnapshot(next, graph.Release{}), graph.Diff(old.Graph(), next)
	return nil
}

// gone is the set of reports whose loaded bundles the change takes away or replaces.
func (p *plan) gone(from graph.Release) map[string]bool {
	is := refsOf(p.refs)
	out := map[string]bool{}
	for _, ref := range from.Bundles {
		if is[ref.Report] != ref.Hash {
			out[ref.Report] = true
		}
	}
	return out
}
