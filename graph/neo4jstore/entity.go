package neo4jstore

import (
	"encoding/json"
	"fmt"
	"maps"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// entityProperties is an entity as its node holds it. What each report stated stands in statements, as JSON, only where
// more than one report states it; otherwise the node itself is the one statement.
func entityProperties(e *graph.MergedEntity) (properties, error) {
	p := properties{"id": e.ID, "kind": string(e.Kind), "reports": e.Reports()}
	p.setNames("name", e.Name)
	p.setNames("name_source", e.NameSource)
	p.setList("aliases", e.Aliases)
	p.setList("evidence", e.Evidence)
	if err := p.setOwn(e.Properties); err != nil {
		return nil, fmt.Errorf("entity %s: %w", e.ID, err)
	}
	maps.Copy(p, saidOfEntity(e))
	return p, p.setStatements(e.Statements, len(e.Statements))
}

// entity is the entity that a node's properties hold.
func (p properties) entity() (graph.MergedEntity, error) {
	e := graph.MergedEntity{Entity: graph.Entity{
		ID: p.text("id"), Kind: graph.Kind(p.text("kind")),
		Name: p.names("name", "name_source_"), NameSource: p.names("name_source", ""),
		Aliases: p.list("aliases"), Evidence: p.list("evidence"),
	}}
	e.Properties = p.own(graph.EntityProperties[e.Kind])
	if text := p.text("statements"); text != "" {
		if err := json.Unmarshal([]byte(text), &e.Statements); err != nil {
			return e, fmt.Errorf("entity %s: statements: %w: %w", e.ID, err, ErrWrittenByHand)
		}
		return e, nil
	}
	for _, r := range p.list("reports") {
		e.Statements = append(e.Statements, graph.EntityStatement{Report: r, Entity: e.Entity})
	}
	return e, nil
}

// setStatements keeps n statements as JSON where they are more than one.
func (p properties) setStatements(statements any, n int) error {
	if n < 2 {
		return nil
	}
	text, err := json.Marshal(statements)
	p["statements"] = string(text)
	return err
}
