package evaluate

import "maps"

// Tests and the questions that they ask.
const (
	TestRolling = "rolling origin"
	TestHidden  = "leave one event out"
	TestTruth   = "truth"

	TaskNext   = "next: which pairs have an event in the next edition that none told before"
	TaskDone   = "done: in which pairs does something take place, new or promised before"
	TaskFirst  = "first: which pairs without any have their first"
	TaskListed = "listed: the same, of the pairs alone that the list of new opportunities holds"
	TaskBodies = "institutions: which pairs without a joint event have their first"
	TaskHidden = "hidden: does the pair of a hidden event stand above pairs without any"
	TaskAlone  = "alone: the same, of pairs that nothing else ties"
	TaskTruth  = "truth: does the ranking follow what stands behind it"
)

// Metrics, in the order in which they are shown.
const (
	MetricAUC      = "auc"
	MetricAP       = "average precision"
	MetricP3       = "p@3"
	MetricP5       = "p@5"
	MetricP10      = "p@10"
	MetricP20      = "p@20"
	MetricRate     = "rank correlation with the rate"
	MetricAffinity = "rank correlation with affinity"
)

// Metrics lists every metric.
var Metrics = []string{MetricAUC, MetricAP, MetricP3, MetricP5, MetricP10, MetricP20, MetricRate, MetricAffinity}

var metricOf = map[string]func(judged) float64{
	MetricAUC: judged.auc, MetricAP: judged.averagePrecision,
	MetricP3: precision(3), MetricP5: precision(5), MetricP10: precision(10), MetricP20: precision(20),
}

func precision(k int) func(judged) float64 {
	return func(j judged) float64 { return j.precisionAt(k) }
}

var (
	groupMetrics = []string{MetricAUC, MetricAP, MetricP3, MetricP5}
	bodyMetrics  = []string{MetricAUC, MetricAP, MetricP10, MetricP20}
)

// key is what one series of measurements is of.
type key struct{ data, test, task, method, metric string }

// question is a test of some data.
type question struct{ data, test, task string }

// tally counts what stands behind a question.
type tally struct{ cases, candidates, positives int }

// collector gathers measurements, case by case. The n-th measurement of each method of one question and metric is of the same
// case, so that methods can be compared case by case.
type collector struct {
	series map[key][]measurement
	seen   map[question]tally
	order  []question
}

func newCollector() *collector {
	return &collector{series: map[key][]measurement{}, seen: map[question]tally{}}
}

func (c *collector) put(k key, cluster string, value float64) {
	c.series[k] = append(c.series[k], measurement{cluster, value})
}

func (c *collector) count(data, test, task string, candidates, positives int) {
	q := question{data, test, task}
	t, known := c.seen[q]
	if !known {
		c.order = append(c.order, q)
	}
	c.seen[q] = tally{t.cases + 1, t.candidates + candidates, t.positives + positives}
}

// add measures one case: candidates with their labels, and each method's scores. A case in which nothing or everything came true
// shows nothing and is left out.
func (c *collector) add(data, test, task, cluster string, scores map[string][]float64, labels []bool, metrics []string) {
	hits := judged{labels: labels}.hits()
	if hits == 0 || hits == len(labels) {
		return
	}
	c.count(data, test, task, len(labels), hits)
	for method, s := range scores {
		for _, m := range metrics {
			c.put(key{data, test, task, method, m}, cluster, metricOf[m](judged{s, labels}))
		}
	}
}

// join adds what another collector has gathered, after one's own.
func (c *collector) join(o *collector) {
	for k, ms := range o.series {
		c.series[k] = append(c.series[k], ms...)
	}
	for _, q := range o.order {
		if _, known := c.seen[q]; !known {
			c.order = append(c.order, q)
		}
		a, b := c.seen[q], o.seen[q]
		c.seen[q] = tally{a.cases + b.cases, a.candidates + b.candidates, a.positives + b.positives}
	}
	maps.DeleteFunc(o.series, func(key, []measurement) bool { return true })
}
