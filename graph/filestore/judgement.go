package filestore

import (
	"bytes"
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Judgements lists the judgements of the current release, in canonical order; nil where there are none.
func (s *Store) Judgements(ctx context.Context) (js []graph.Judgement, err error) {
	err = s.reading(ctx, func(m *manifest) (err error) {
		js, err = s.dir.judgements(m.current.Judgements)
		return err
	})
	return js, wrap("read the judgements", err)
}

// judgements reads the set with that hash; none for the empty hash.
func (f folder) judgements(hash string) ([]graph.Judgement, error) {
	if hash == "" {
		return nil, nil
	}
	const remedy = "restore it from a backup, or load the judgements file again into a new folder"
	content, err := f.readObject(judgements, hash, remedy)
	if err != nil {
		return nil, err
	}
	js, err := graph.DecodeJudgements(bytes.NewReader(content), "judgements", graph.MaxBytes(0))
	if err != nil {
		return nil, damaged(f.file(judgements, hash), fmt.Sprintf("cannot be read (%v)", err), remedy)
	}
	return js, nil
}

// writeJudgements keeps a set of judgements; the empty set needs no file.
func (f folder) writeJudgements(js []graph.Judgement) error {
	if len(js) == 0 {
		return nil
	}
	return f.writeObject(judgements, graph.HashJudgements(js), graph.EncodeJudgements(js))
}
