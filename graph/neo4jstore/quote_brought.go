package neo4jstore

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// readQuotes gives the quotes that bundles of a text brought.
func readQuotes(ctx context.Context, tx runner, sha256 string) (graph.Quotes, error) {
	content, ok, err := readParts(ctx, tx, sourceParts(quotesName(sha256)))
	known := graph.Quotes{}
	if err != nil || !ok {
		return known, err
	}
	if err := json.Unmarshal(content, &known); err != nil {
		return known, fmt.Errorf("quotes of the text %s: %w: %w", sha256, err, ErrWrittenByHand)
	}
	return known, nil
}

// bring keeps the quotes that a bundle brings, beside those of earlier bundles of the same text, and reports whether any is new.
func bring(ctx context.Context, tx runner, b graph.Bundle) (news bool, err error) {
	brought := b.Quotes()
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
	content, err := json.Marshal(all)
	if err != nil {
		return false, err
	}
	name := quotesName(b.Report.TextSHA256)
	if _, _, err := one(ctx, tx, queryPartRemove, map[string]any{"ids": []string{sourceParts(name)}}); err != nil {
		return false, err
	}
	return true, writeSource(ctx, tx, name, content)
}
