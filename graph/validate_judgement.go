package graph

import (
	"fmt"
	"time"
)

// Verdicts lists every verdict.
var Verdicts = []Verdict{Same, Different, Unsure}

// validate checks a judgements file; paths are those of the file.
func (js Judgements) validate() Problems {
	v := &validator{}
	if js.Format != JudgementsFormat {
		v.bad("$.format", "format", "must be %q, not %q", JudgementsFormat, js.Format)
	}
	for i, j := range js.Judgements {
		path := fmt.Sprintf("$.judgements[%d]", i)
		v.id(path+".a", j.A, "")
		v.id(path+".b", j.B, "")
		switch {
		case j.A == j.B:
			v.bad(path+".b", "self-link", "both ids are %q", j.A)
		case KindOf(j.A) != KindOf(j.B) && KindOf(j.A) != "" && KindOf(j.B) != "" && j.Verdict == Same:
			v.bad(path+".b", "same-kind", "%s and %s cannot be the same", KindOf(j.A).article(), KindOf(j.B).article())
		}
		oneOf(v, path+".verdict", "verdict", j.Verdict, Verdicts)
		v.text(path+".by", j.By)
		v.text(path+".reason", j.Reason)
		if _, err := time.Parse(time.RFC3339, j.At); err != nil && j.At != "" {
			if _, ok := ParseDate(j.At); !ok {
				v.bad(path+".at", "date", "%q is no time: 2019-03-14 or 2019-03-14T15:04:05Z", j.At)
			}
		}
	}
	return v.problems
}
