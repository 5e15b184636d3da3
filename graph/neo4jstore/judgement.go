package neo4jstore

import (
	"bytes"
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Judgements lists the judgements of the current release, in canonical order.
func (s *Store) Judgements(ctx context.Context) (js []graph.Judgement, err error) {
	err = s.read(ctx, queryPartRead.Name(), func(tx runner) error {
		r, err := current(ctx, tx)
		if err != nil {
			return err
		}
		js, err = readJudgements(ctx, tx, r.Judgements)
		return err
	})
	return js, wrap("read the judgements", err)
}

// readJudgements reads the set with that hash; none for the empty hash.
func readJudgements(ctx context.Context, tx runner, hash string) ([]graph.Judgement, error) {
	if hash == "" {
		return nil, nil
	}
	text, ok, err := readParts(ctx, tx, judgementParts(hash))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("judgements %s are not there: %w", hash, errMissing)
	}
	js, err := graph.DecodeJudgements(bytes.NewReader(text), "judgements "+hash, graph.MaxBytes(0))
	switch {
	case err != nil:
		return nil, fmt.Errorf("judgements %s cannot be read (%s): %w", hash, graph.Message(err), ErrWrittenByHand)
	case graph.HashJudgements(js) != hash:
		return nil, fmt.Errorf("judgements %s have another hash now, %s: %w", hash, graph.HashJudgements(js), ErrWrittenByHand)
	}
	return js, nil
}

// writeJudgements keeps a set of judgements.
func writeJudgements(ctx context.Context, tx runner, js []graph.Judgement, hash string) error {
	packed, err := pack(graph.EncodeJudgements(js))
	if err != nil {
		return err
	}
	set := map[string]any{"hash": hash, "judgements": len(js)}
	if _, _, err := one(ctx, tx, queryJudgementCreate, map[string]any{"set": set}); err != nil {
		return err
	}
	return writeParts(ctx, tx, judgementParts(hash), packed)
}
