package graph

import "fmt"

// undecided finds the pairs on which added leaves two verdicts of one moment as the newest: neither takes the other back, so
// that none counts. What was stored before is not told again.
func undecided(stored, added []Judgement) Problems {
	known := map[Judgement]bool{}
	for _, j := range stored {
		known[j] = true
	}
	first := map[Judgement]int{}
	for i, j := range added {
		if _, seen := first[j]; !seen && !known[j] {
			first[j] = i
		}
	}
	all := MergeJudgements(stored, added)
	var problems Problems
	for start := 0; start < len(all); {
		end := start
		for end < len(all) && all[end].pair() == all[start].pair() {
			end++
		}
		problems = append(problems, tie(newest(all[start:end]), first)...)
		start = end
	}
	return problems
}

// newest are the last of the judgements of one pair, which stand in canonical order, that were given at one moment.
func newest(js []Judgement) []Judgement {
	i := len(js) - 1
	for i > 0 && js[i-1].when() == js[len(js)-1].when() {
		i--
	}
	return js[i:]
}

// tie tells each added judgement whose verdict differs from another of the same moment.
func tie(js []Judgement, added map[Judgement]int) Problems {
	var problems Problems
	for i, j := range js {
		at, isNew := added[j]
		other := js[0]
		if i == 0 {
			other = js[len(js)-1]
		}
		if !isNew || other.Verdict == j.Verdict {
			continue
		}
		moment := "without a time"
		if j.At != "" {
			moment = "at the same time, " + j.At
		}
		problems = append(problems, Problem{Path: fmt.Sprintf("$.judgements[%d].at", at), Rule: "undecided", Message: fmt.Sprintf(
			"%s and %s are judged %q here and %q elsewhere, both %s; of two verdicts the newer counts, so say in at when each was given", j.A, j.B, j.Verdict, other.Verdict, moment)})
	}
	return problems
}
