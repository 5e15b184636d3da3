package graph

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func judged(v Verdict, at string) Judgement { return Judgement{A: i, B: j, Verdict: v, At: at} }

func TestTwoNewestVerdictsOfOneMomentAreRefused(t *testing.T) {
	for _, c := range []struct {
		name          string
		stored, added []Judgement
		want          []string // the paths told
	}{
		{"both new, no time", nil, []Judgement{judged(Same, ""), judged(Different, "")}, []string{"$.judgements[1].at", "$.judgements[0].at"}},
		{"the other way about", nil, []Judgement{judged(Same, ""), {A: j, B: i, Verdict: Unsure}}, []string{"$.judgements[0].at", "$.judgements[1].at"}},
		{"against a stored one", []Judgement{judged(Same, "2020-01-01")}, []Judgement{judged(Different, "2020-01-01")}, []string{"$.judgements[0].at"}},
		{"one moment in two time zones", []Judgement{judged(Same, "2020-01-01T12:00:00Z")}, []Judgement{judged(Different, "2020-01-01T13:00:00+01:00")}, []string{"$.judgements[0].at"}},
		{"newer", []Judgement{judged(Same, "2020-01-01")}, []Judgement{judged(Different, "2020-01-02")}, nil},
		{"older ones do not count", []Judgement{judged(Same, ""), judged(Different, "2020-01-01")}, []Judgement{judged(Unsure, "")}, nil},
		{"the same verdict by another", []Judgement{judged(Same, "")}, []Judgement{{A: i, B: j, Verdict: Same, By: "another"}}, nil},
		{"given again as it is stored", []Judgement{judged(Same, ""), judged(Different, "")}, []Judgement{judged(Same, ""), judged(Different, "")}, nil},
		{"another pair", []Judgement{judged(Same, "")}, []Judgement{{A: i, B: k, Verdict: Different}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			next, err := State{Judgements: MergeJudgements(c.stored, nil)}.Apply(Change{Judge: c.added})
			var ps Problems
			if errors.As(err, &ps) != (len(c.want) > 0) || len(ps) != len(c.want) {
				t.Fatalf("got %v, want problems at %v", err, c.want)
			}
			for n, p := range ps {
				if p.Path != c.want[n] || p.Rule != "undecided" || !strings.Contains(p.Message, i) || !strings.Contains(p.Message, j) {
					t.Errorf("got %v, want it at %s", p, c.want[n])
				}
			}
			if len(c.want) > 0 && len(next.Judgements) != len(c.stored) {
				t.Error("a refused change changed the state")
			}
		})
	}
}

// Where nothing was refused, what stands does not rest on the names of the verdicts.
func TestWhatIsAcceptedIsDecided(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var st State
		for range rapid.IntRange(1, 4).Draw(t, "loads") {
			if next, err := st.Apply(Change{Judge: drawJudgements(t)}); err == nil {
				st = next
			}
		}
		for _, s := range standing(st.Judgements) {
			for _, j := range st.Judgements {
				if j.pair() == s.pair() && j.when() == s.when() && j.Verdict != s.Verdict {
					t.Fatalf("%v and %v are of one moment", j, s)
				}
			}
		}
	})
}
