package evaluate

import (
	"fmt"
	"slices"
	"strings"
)

// findings says in words, for each question, what its figures show and what so few cases cannot show.
func (r Report) findings() []string {
	out := []string{}
	for _, rs := range r.Questions() {
		if s := finding(rs); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// finding is the sentences of one question.
func finding(rs []Result) string {
	at := slices.IndexFunc(rs, Result.Judged)
	if at < 0 {
		return ""
	}
	ours := rs[at]
	metric, chance := MetricAUC, 0.5
	if ours.Test == TestTruth {
		metric, chance = MetricRate, 0
	}
	i, ok := ours.Metrics[metric]
	if !ok || i.Value == nil {
		return ""
	}
	task, _, _ := strings.Cut(ours.Task, ":")
	s := fmt.Sprintf("%s, %s (%s): %s has %s %s over %s, %s", ours.Data, ours.Test, task, ours.Method, metric, i, cases(ours), verdict(i, chance))
	return s + against(rs, metric) + beaten(rs, metric) + "." + caution(rs, ours, metric)
}

// beaten names the baselines that are surely better by another metric, which a mean over all pairs may hide.
func beaten(rs []Result, but string) string {
	var by []string
	for _, m := range MetricsOf(rs) {
		for _, r := range rs {
			if lead, ok := r.Behind[m]; ok && m != but && slices.Contains(Baselines, r.Method) && lead.beyond(0) < 0 {
				by = append(by, fmt.Sprintf("%s in %s (by %.3f)", r.Method, m, -*lead.Value))
			}
		}
	}
	return listed("; yet behind ", by)
}

// verdict compares an interval with what no order at all gives.
func verdict(i Interval, chance float64) string {
	switch {
	case i.Low == nil:
		return "of too few independent cases to tell a range, which proves nothing"
	case i.beyond(chance) > 0:
		return "better than no order at all"
	case i.beyond(chance) < 0:
		return "worse than no order at all"
	}
	return "which cannot be told from no order at all"
}

// against sorts the baselines by whether ours is surely better, surely worse, or neither.
func against(rs []Result, metric string) string {
	var better, worse, open []string
	for _, r := range rs {
		lead, ok := r.Behind[metric]
		if !ok || lead.Value == nil || !slices.Contains(Baselines, r.Method) || r.Method == Random {
			continue
		}
		name := fmt.Sprintf("%s (by %.3f)", r.Method, max(*lead.Value, -*lead.Value))
		switch lead.beyond(0) {
		case 1:
			better = append(better, name)
		case -1:
			worse = append(worse, name)
		default:
			open = append(open, r.Method)
		}
	}
	return listed("; better than ", better) + listed("; worse than ", worse) + listed("; not to be told from ", open)
}

func listed(before string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return before + strings.Join(names, ", ")
}

// few is the number of independent cases below which a warning stands beside the figures.
const few = 30

// gated is said where a list that holds some pairs is judged as an order of all.
const gated = " Pairs that the list does not hold stand level behind it: a list that leaves out what too little speaks for is no order of all pairs, and pays for that here."

// remarks are what one must know of a question to read its figures.
var remarks = map[string]string{
	TaskHidden: " This asks little: where another event still ties the pair, any count of events finds it.",
	TaskDone:   " Reports promise before they do, and the order of links puts what took place before what is promised: of the next year, next steps say more than ranks.",
	TaskFirst:  gated,
	TaskBodies: gated,
	TaskTruth:  " In synthetic partnerships neither the kind of an event nor how far it has come depends on how much a pair has to do with each other, so that a bare count of events loses nothing.",
}

// caution says what the figures of one question cannot prove.
func caution(rs []Result, ours Result, metric string) string {
	s := remarks[ours.Task]
	if ours.Independent >= few {
		return s
	}
	widest := 0.0
	for _, r := range rs {
		if l := r.Behind[metric]; l.Low != nil && slices.Contains(Baselines, r.Method) && r.Method != Random {
			widest = max(widest, (*l.High-*l.Low)/2)
		}
	}
	if widest == 0 {
		return s + fmt.Sprintf(" With %s nothing about methods can be proved.", number(ours.Independent))
	}
	return s + fmt.Sprintf(" With %s the ranges are rough, and between some methods a difference of up to %.2f could not be told from none.", number(ours.Independent), widest)
}

func number(n int) string {
	if n == 1 {
		return "only one independent case"
	}
	return fmt.Sprintf("only %d independent cases", n)
}

func cases(r Result) string {
	switch r.Test {
	case TestHidden:
		if r.Cases == 1 {
			return "one hidden event"
		}
		return fmt.Sprintf("%d hidden events", r.Cases)
	case TestTruth:
		return fmt.Sprintf("%d partnerships", r.Cases)
	}
	return fmt.Sprintf("%d years in which %d of %d pairs came true", r.Cases, r.Positives, r.Candidates)
}

// String is the interval as people read it: 0.71 (0.64 to 0.78).
func (i Interval) String() string {
	switch {
	case i.Value == nil:
		return "-"
	case i.Low == nil:
		return fmt.Sprintf("%.3f", *i.Value)
	}
	return fmt.Sprintf("%.3f (%.3f to %.3f)", *i.Value, *i.Low, *i.High)
}
