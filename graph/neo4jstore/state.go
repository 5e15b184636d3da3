package neo4jstore

import (
	"context"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// writeState keeps what the next release refers to and is not kept yet: bundles and judgements.
func (p *plan) writeState(ctx context.Context, tx runner, bundles *packing) error {
	kept, err := column(ctx, tx, queryBundleHashes, "hash")
	if err != nil {
		return err
	}
	packed, err := bundles.wait()
	if err != nil {
		return err
	}
	for _, b := range packed {
		if !slices.Contains(kept, b.hash) {
			if err := writeBundle(ctx, tx, b); err != nil {
				return err
			}
		}
	}
	hash := graph.HashJudgements(p.judgements)
	sets, err := column(ctx, tx, named("judgement", "hashes"), "hash")
	if err != nil || hash == "" || slices.Contains(sets, hash) {
		return err
	}
	return writeJudgements(ctx, tx, p.judgements, hash)
}

// quote gives passages their quotes: those of bundles that brought new ones, and of bundles that were put. A bundle that
// counts in another text than before loses the old ones. It reports whether anything was written.
func (p *plan) quote(ctx context.Context, tx runner, c graph.Change) (written bool, err error) {
	targets := map[string]graph.Bundle{}
	for _, b := range p.put {
		targets[b.Report.ID] = b
	}
	for _, b := range c.Put {
		news, err := bring(ctx, tx, b)
		if err != nil {
			return false, err
		}
		if news {
			targets[b.Report.ID] = b
		}
	}
	for _, id := range slices.Sorted(maps.Keys(targets)) {
		b, err := quoted(ctx, tx, targets[id])
		if err != nil {
			return false, err
		}
		old, loaded := p.texts[id]
		has := slices.ContainsFunc(b.Passages, func(g graph.Passage) bool { return g.Quote != "" })
		if !has && (!loaded || old == b.Report.TextSHA256) {
			continue
		}
		written = true
		if err := writeQuotes(ctx, tx, b.Passages); err != nil {
			return false, err
		}
	}
	if !written {
		return false, nil
	}
	return true, countQuotes(ctx, tx)
}

// forget removes what no release refers to that can still be answered: the current one and keep past ones. Their records
// stay.
func (p *plan) forget(ctx context.Context, tx runner, keep int) error {
	rs, err := releases(ctx, tx)
	if err != nil {
		return err
	}
	bundles, sets := map[string]bool{}, map[string]bool{}
	for _, r := range rs[:min(len(rs), 1+max(keep, 0))] {
		sets[r.Judgements] = true
		for _, b := range r.Bundles {
			bundles[b.Hash] = true
		}
	}
	texts := map[string]bool{}
	var gone []string
	err = each(ctx, tx, queryBundleHashes, nil, func(row record) error {
		if hash := row.text("hash"); bundles[hash] {
			texts[textName(row.text("text"))], texts[quotesName(row.text("text"))] = true, true
		} else {
			gone = append(gone, hash)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := forgetParts(ctx, tx, "bundle", gone, bundleParts); err != nil {
		return err
	}
	for noun, class := range map[string]struct {
		used  map[string]bool
		parts func(string) string
	}{"judgement": {sets, judgementParts}, "source": {texts, sourceParts}} {
		kept, err := column(ctx, tx, named(noun, "hashes"), "hash")
		if err != nil {
			return err
		}
		kept = slices.DeleteFunc(kept, func(h string) bool { return class.used[h] })
		if err := forgetParts(ctx, tx, noun, kept, class.parts); err != nil {
			return err
		}
	}
	return nil
}

// forgetParts removes records and the parts that belong to them.
func forgetParts(ctx context.Context, tx runner, noun string, ids []string, parts func(string) string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := write(ctx, tx, named(noun, "remove"), "ids", ids); err != nil {
		return err
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = parts(id)
	}
	_, _, err := one(ctx, tx, queryPartRemove, map[string]any{"ids": names})
	return err
}

// column is one column of a query without parameters.
func column(ctx context.Context, tx runner, q queries.Query, name string) ([]string, error) {
	var out []string
	err := each(ctx, tx, q, nil, func(row record) error { out = append(out, row.text(name)); return nil })
	return out, err
}
