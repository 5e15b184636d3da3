package neo4jstore

import (
	"encoding/json"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Every row is read back from what is about to be written, before it is: what Neo4j's flat properties cannot hold
// exactly is refused, rather than found by a digest that never fits.

func entityRow(e *graph.MergedEntity) (map[string]any, error) {
	p, err := entityProperties(e)
	if err != nil {
		return nil, err
	}
	back, err := p.asRead().entity()
	if err != nil {
		return nil, err
	}
	return p, exact("entity "+e.ID, graph.Graph{Entities: []graph.MergedEntity{*e}}, graph.Graph{Entities: []graph.MergedEntity{back}})
}

func linkRow(l *graph.MergedLink) (map[string]any, error) {
	p, err := linkProperties(l)
	if err != nil {
		return nil, err
	}
	works := make(map[string]graph.Report, len(l.Statements))
	for _, s := range l.Statements {
		works[s.Report] = graph.Report{Year: s.Year, Work: s.Work}
	}
	back, err := p.asRead().link(l.Type, l.From, l.To, works)
	if err != nil {
		return nil, err
	}
	row := map[string]any{"from": l.From, "to": l.To, "properties": map[string]any(p)}
	return row, exact(fmt.Sprintf("link %q", l.Key), graph.Graph{Links: []graph.MergedLink{*l}}, graph.Graph{Links: []graph.MergedLink{back}})
}

func passageRow(g *graph.Passage) (map[string]any, error) {
	p := passageProperties(g)
	return p, exact("passage "+g.ID, graph.Graph{Passages: []graph.Passage{*g}}, graph.Graph{Passages: []graph.Passage{p.asRead().passage()}})
}

func noteRow(n *graph.Note) (map[string]any, error) {
	p := noteProperties(n)
	return p, exact("note "+n.ID, graph.Graph{Notes: []graph.Note{*n}}, graph.Graph{Notes: []graph.Note{p.asRead().note()}})
}

func redirectRow(r *graph.Redirect) (map[string]any, error) { return redirectProperties(*r), nil }

// exact compares a row and what its properties give back, as digests see both.
func exact(what string, want, got graph.Graph) error {
	if want.Digest() == got.Digest() {
		return nil
	}
	a, _ := json.Marshal(want) // each was hashed as JSON already
	b, _ := json.Marshal(got)
	return fmt.Errorf("%s cannot be held exactly: %s would become %s: %w", what, a, b, graph.ErrInvalid)
}

// asRead is p as the driver gives it back: whole numbers as int64, lists as []any.
func (p properties) asRead() properties {
	out := make(properties, len(p))
	for name, value := range p {
		switch v := value.(type) {
		case int:
			out[name] = int64(v)
		case []string:
			out[name] = anyList(v)
		case []int64:
			out[name] = anyList(v)
		case []float64:
			out[name] = anyList(v)
		default:
			out[name] = v
		}
	}
	return out
}

func anyList[T any](in []T) []any {
	out := make([]any, len(in))
	for i, v := range in {
		out[i] = v
	}
	return out
}
