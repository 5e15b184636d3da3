package graph

import (
	"sort"
	"time"
)

// JudgementsFormat is the format of a judgements file.
const JudgementsFormat = "crosswalk-judgements/1"

// Verdict says whether two ids mean one thing.
type Verdict string

// The verdicts.
const (
	Same      Verdict = "same"
	Different Verdict = "different"
	Unsure    Verdict = "unsure"
)

// Judgement is a person's verdict on two entities. The newest verdict on a pair counts, so that a judgement can be taken back.
type Judgement struct {
	A       string  `json:"a"`
	B       string  `json:"b"`
	Verdict Verdict `json:"verdict"`
	By      string  `json:"by,omitempty"`
	At      string  `json:"at,omitempty"` // RFC 3339 or a date
	Reason  string  `json:"reason,omitempty"`
}

// Judgements is a judgements file.
type Judgements struct {
	Format     string      `json:"format"`
	Judgements []Judgement `json:"judgements"`
}

// less orders judgements: by pair, then time, then the rest, so that any order of loading gives one order.
func (j Judgement) less(o Judgement) bool {
	a, b := j.pair(), o.pair()
	for _, c := range [][2]string{{a[0], b[0]}, {a[1], b[1]}, {j.when(), o.when()}, {j.At, o.At}, {string(j.Verdict), string(o.Verdict)}, {j.By, o.By}, {j.Reason, o.Reason}, {j.A, o.A}} {
		if c[0] != c[1] {
			return c[0] < c[1]
		}
	}
	return false
}

// when is the time in one form, so that the same moment told in two time zones is one, and a date stands before the times of its day.
func (j Judgement) when() string {
	if t, err := time.Parse(time.RFC3339, j.At); err == nil {
		return t.UTC().Format("2006-01-02T15:04:05.000000000Z")
	}
	return j.At
}

// pair is the judgement's two ids in order.
func (j Judgement) pair() [2]string {
	if j.B < j.A {
		return [2]string{j.B, j.A}
	}
	return [2]string{j.A, j.B}
}

// MergeJudgements unites two sets of judgements, without repeats, in their canonical order.
func MergeJudgements(a, b []Judgement) []Judgement {
	all := append(append([]Judgement{}, a...), b...)
	sort.Slice(all, func(i, k int) bool { return all[i].less(all[k]) })
	out := all[:0]
	for i, j := range all {
		if i == 0 || j != all[i-1] {
			out = append(out, j)
		}
	}
	return out
}

// StandingJudgements keeps the newest judgement of each pair, in canonical order.
func StandingJudgements(js []Judgement) []Judgement { return standing(js) }

// Pair is the judgement's two ids in order.
func (j Judgement) Pair() [2]string { return j.pair() }

// standing keeps the newest judgement of each pair.
func standing(js []Judgement) []Judgement {
	js = MergeJudgements(js, nil)
	var out []Judgement
	for i, j := range js {
		if i+1 == len(js) || js[i+1].pair() != j.pair() {
			out = append(out, j)
		}
	}
	return out
}
