package filestore

import (
	"bytes"
	"errors"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// validate checks all that a change brings, before anything is touched; the problems of every bundle come at once.
func validate(c graph.Change) error {
	var problems graph.Problems
	for _, b := range c.Put {
		for _, p := range graph.Validate(b) {
			if len(c.Put) > 1 {
				p.Source = b.Report.ID
			}
			problems = append(problems, p)
		}
	}
	if len(c.Judge) > 0 {
		// The rules for judgements are those of their file.
		file := bytes.NewReader(graph.EncodeJudgements(c.Judge))
		_, err := graph.DecodeJudgements(file, "judgements", graph.MaxBytes(0))
		var ps graph.Problems
		if err != nil && !errors.As(err, &ps) {
			return err
		}
		problems = append(problems, ps...)
	}
	return problems.Err()
}
