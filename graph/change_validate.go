package graph

import (
	"bytes"
	"errors"
)

// Validate checks all that a change brings, before anything is touched: bundles by Validate, judgements by the rules of their
// file. The error is Problems, those of every bundle at once; where there are several bundles each names its report.
func (c Change) Validate() error {
	var problems Problems
	for _, b := range c.Put {
		for _, p := range Validate(b) {
			if p.Source == "" && len(c.Put) > 1 {
				p.Source = b.Report.ID
			}
			problems = append(problems, p)
		}
	}
	if len(c.Judge) > 0 {
		_, err := DecodeJudgements(bytes.NewReader(EncodeJudgements(c.Judge)), "judgements", MaxBytes(0))
		var ps Problems
		if err != nil && !errors.As(err, &ps) {
			return err
		}
		problems = append(problems, ps...)
	}
	return problems.Err()
}
