package evaluate

import (
	"maps"
	"slices"
)

// Result is one method under one test.
type Result struct {
	Data    string              `json:"data"`
	Test    string              `json:"test"`
	Task    string              `json:"task"`
	Method  string              `json:"method"`
	Metrics map[string]Interval `json:"metrics"`
	// Behind is, for each metric, by how much the judged method of ours leads this one, case by case; absent for itself.
	Behind map[string]Interval `json:"behind,omitempty"`
	// Cases are years of partnerships, or events; Candidates and Positives are summed over them.
	Cases      int `json:"cases"`
	Candidates int `json:"candidates"`
	Positives  int `json:"positives"`
	// Independent is how many of the cases do not depend on each other: partnerships where there are several, else years or events.
	Independent int `json:"independent"`
}

// Report is what an evaluation found: results by data, test, task, then method in the order of methods, and sentences.
type Report struct {
	Results  []Result `json:"results"`
	Findings []string `json:"findings"`
}

// methods in the order in which they are shown.
var methods = append(append([]string{Crosswalk, Score, Opportunity, InCommon}, Baselines...), Oracle)

// ourMethod is the method of ours that a task judges: opportunities where pairs have nothing together yet, else links.
func ourMethod(task string) string {
	if task == TaskFirst || task == TaskListed || task == TaskBodies {
		return Opportunity
	}
	return Crosswalk
}

// report computes every mean and interval.
func (c *collector) report() Report {
	r := Report{Results: []Result{}, Findings: []string{}}
	for _, q := range c.order {
		for _, method := range methods {
			if x, ok := c.result(q, method); ok {
				r.Results = append(r.Results, x)
			}
		}
	}
	r.Findings = r.findings()
	return r
}

func (c *collector) result(q question, method string) (Result, bool) {
	t := c.seen[q]
	x := Result{Data: q.data, Test: q.test, Task: q.task, Method: method, Metrics: map[string]Interval{}, Behind: map[string]Interval{}, Cases: t.cases, Candidates: t.candidates, Positives: t.positives}
	for _, m := range Metrics {
		ms := c.series[key{q.data, q.test, q.task, method, m}]
		if len(ms) == 0 {
			continue
		}
		x.Metrics[m] = bootstrap(ms)
		x.Independent = max(x.Independent, clusters(ms))
		if ours := c.series[key{q.data, q.test, q.task, ourMethod(q.task), m}]; method != ourMethod(q.task) && len(ours) == len(ms) {
			lead := make([]measurement, len(ms))
			for i := range ms {
				lead[i] = measurement{ms[i].cluster, ours[i].value - ms[i].value}
			}
			x.Behind[m] = bootstrap(lead)
		}
	}
	return x, len(x.Metrics) > 0
}

// MetricsOf lists the metrics that any of the results has, in order.
func MetricsOf(rs []Result) []string {
	have := map[string]bool{}
	for _, r := range rs {
		for m := range maps.Keys(r.Metrics) {
			have[m] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(Metrics), func(m string) bool { return !have[m] })
}

// Questions splits results into those of one data, test and task.
func (r Report) Questions() [][]Result {
	var out [][]Result
	for i, x := range r.Results {
		if i == 0 || r.Results[i-1].question() != x.question() {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], x)
	}
	return out
}

func (r Result) question() question { return question{r.Data, r.Test, r.Task} }

// Judged reports whether the result is that of the method of ours that the task judges.
func (r Result) Judged() bool { return r.Method == ourMethod(r.Task) }
