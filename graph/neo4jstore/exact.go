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
	return p, exact("entity "+e.ID, e, back, err)
}

func linkRow(l *graph.MergedLink) (map[string]any, error) {
	p, err := linkProperties(l)
	if err != nil {
		return nil, err
	}
	works := map[string]graph.Report{}
	for _, s := range l.Statements {
		works[s.Report] = graph.Report{Year: s.Year, Work: s.Work}
	}
	back, err := p.asRead().link(l.Type, l.From, l.To, works)
	return map[string]any{"from": l.From, "to": l.To, "properties": map[string]any(p)}, exact(fmt.Sprintf("link %q", l.Key), l, back, err)
}

func passageRow(g *graph.Passage) (map[string]any, error) {
	p := passageProperties(g)
	return p, exact("passage "+g.ID, g, p.asRead().passage(), nil)
}

func noteRow(n *graph.Note) (map[string]any, error) {
	p := noteProperties(n)
	return p, exact("note "+n.ID, n, p.asRead().note(), nil)
}

func redirectRow(r *graph.Redirect) (map[string]any, error) { return redirectProperties(*r), nil }

// exact compares a row and what its properties give back, as digests see both.
func exact(what string, want, got any, err error) error {
	if err != nil {
		return err
	}
	a, errA := json.Marshal(want)
	b, errB := json.Marshal(got)
	if errA != nil || errB != nil || string(a) != string(b) {
		return fmt.Errorf("%s cannot be held exactly: %s would become %s: %w", what, a, b, graph.ErrInvalid)
	}
	return nil
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
