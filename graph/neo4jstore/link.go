package neo4jstore

import (
	"encoding/json"
	"fmt"
	"maps"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// linkProperties is a link as its relationship holds it. Statements stand there as those of entities do.
func linkProperties(l *graph.MergedLink) (properties, error) {
	years := make([]int64, len(l.Years))
	for i, y := range l.Years {
		years[i] = int64(y)
	}
	p := properties{"id": l.ID, "key": l.Key, "reports": l.Reports(), "years": years, "basis": string(l.Basis), "confidence": l.Confidence}
	maps.Copy(p, saidOfLink(l))
	p.setText("rule", l.Rule)
	p.setList("evidence", l.Evidence)
	if err := p.setOwn(l.Properties); err != nil {
		return nil, fmt.Errorf("link %q: %w", l.Key, err)
	}
	return p, p.setStatements(l.Statements, len(l.Statements))
}

// link is the link of type t that a relationship's properties hold. works gives the work of each report.
func (p properties) link(t graph.LinkType, from, to string, works map[string]graph.Report) (graph.MergedLink, error) {
	spec, _ := t.Spec()
	confidence, _ := p["confidence"].(float64)
	l := graph.MergedLink{ID: p.text("id"), Key: p.text("key"), Link: graph.Link{
		From: from, Type: t, To: to, Properties: p.own(spec.Properties, graph.LinkDates),
		Basis: graph.Basis(p.text("basis")), Rule: p.text("rule"), Confidence: confidence, Evidence: p.list("evidence"),
	}}
	years, _ := p["years"].([]any)
	for _, y := range years {
		n, _ := y.(int64)
		l.Years = append(l.Years, int(n))
	}
	if text := p.text("statements"); text != "" {
		if err := json.Unmarshal([]byte(text), &l.Statements); err != nil {
			return l, fmt.Errorf("link %q: statements: %w: %w", l.Key, err, ErrWrittenByHand)
		}
		return l, nil
	}
	for _, id := range p.list("reports") {
		r := works[id]
		l.Statements = append(l.Statements, graph.LinkStatement{Report: id, Year: r.Year, Work: r.Work, Link: l.Link})
	}
	return l, nil
}
