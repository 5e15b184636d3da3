package cli

import (
	"fmt"

	"github.com/crosswalk-kg/crosswalk/internal/evaluate"
	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// printEvaluation writes one table a question, then what it all shows in words.
func (a *app) printEvaluation(r evaluate.Report) error {
	for i, rs := range r.Questions() {
		if i > 0 {
			fmt.Fprintln(a.stdout)
		}
		fmt.Fprintf(a.stdout, "%s — %s — %s\n", rs[0].Data, rs[0].Test, rs[0].Task)
		if err := a.table(questionTable(rs), nil); err != nil {
			return err
		}
	}
	for _, s := range r.Findings {
		if _, err := fmt.Fprintf(a.stdout, "\n%s\n", s); err != nil {
			return err
		}
	}
	return nil
}

// questionTable is the methods of one question with their metrics, for people.
func questionTable(rs []evaluate.Result) export.Table {
	ms := evaluate.MetricsOf(rs)
	t := export.Table{Columns: append(append([]string{"method"}, ms...), "ours leads by")}
	for _, r := range rs {
		row := []any{r.Method}
		for _, m := range ms {
			row = append(row, r.Metrics[m].String())
		}
		lead := "-"
		if !r.Judged() {
			lead = r.Behind[ms[0]].String()
		}
		t.Add(append(row, lead)...)
	}
	return t
}

// evaluationTable is one row a method and metric.
func evaluationTable(r evaluate.Report) export.Table {
	t := export.Table{Columns: []string{"data", "test", "task", "method", "metric", "value", "low", "high", "lead", "lead_low", "lead_high", "cases", "candidates", "positives", "independent"}}
	for _, x := range r.Results {
		for _, m := range evaluate.MetricsOf([]evaluate.Result{x}) {
			v, l := x.Metrics[m], x.Behind[m]
			t.Add(x.Data, x.Test, x.Task, x.Method, m, v.Value, v.Low, v.High, l.Value, l.Low, l.High, x.Cases, x.Candidates, x.Positives, x.Independent)
		}
	}
	return t
}
