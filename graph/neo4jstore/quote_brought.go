package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// span is where a quote stands in its text.
type span struct{ start, end int }

func spanOf(p *graph.Passage) span { return span{p.Start, p.End} }

// spanQuote is a quote as it is kept.
type spanQuote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// readQuotes gives the quotes that bundles of a text brought.
func readQuotes(ctx context.Context, tx runner, sha256 string) (map[span]string, error) {
	content, ok, err := readParts(ctx, tx, sourceParts(quotesName(sha256)))
	known := map[span]string{}
	if err != nil || !ok {
		return known, err
	}
	var list []spanQuote
	if err := json.Unmarshal(content, &list); err != nil {
		return known, fmt.Errorf("quotes of the text %s: %w: %w", sha256, err, ErrWrittenByHand)
	}
	for _, q := range list {
		known[span{q.Start, q.End}] = q.Quote
	}
	return known, nil
}

// bring keeps the quotes that a bundle brings, beside those of earlier bundles of the same text, and reports whether any is new.
func bring(ctx context.Context, tx runner, b graph.Bundle) (news bool, err error) {
	brought := map[span]string{}
	for i := range b.Passages {
		if p := &b.Passages[i]; p.Quote != "" {
			brought[spanOf(p)] = p.Quote
		}
	}
	if len(brought) == 0 {
		return false, nil
	}
	known, err := readQuotes(ctx, tx, b.Report.TextSHA256)
	if err != nil {
		return false, err
	}
	all := maps.Clone(known)
	maps.Copy(all, brought)
	if maps.Equal(all, known) {
		return false, nil
	}
	var list []spanQuote
	for s, q := range all {
		list = append(list, spanQuote{s.start, s.end, q})
	}
	slices.SortFunc(list, func(a, b spanQuote) int { return slices.Compare([]int{a.Start, a.End}, []int{b.Start, b.End}) })
	content, err := json.Marshal(list)
	if err != nil {
		return false, err
	}
	name := quotesName(b.Report.TextSHA256)
	if _, _, err := one(ctx, tx, queryPartRemove, map[string]any{"ids": []string{sourceParts(name)}}); err != nil {
		return false, err
	}
	return true, writeSource(ctx, tx, name, content)
}
