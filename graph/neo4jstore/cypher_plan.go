package neo4jstore

import (
	"errors"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// readPlan looks at what the server would do, every operator of it, and refuses what is not known only to read. The error joins
// every refusal.
func (c *Cypher) readPlan(plan neo4j.Plan) (queries.Plan, error) {
	operator, _, _ := strings.Cut(plan.Operator(), "@")
	args := plan.Arguments()
	details, _ := args["Details"].(string)
	rows, _ := args["EstimatedRows"].(float64)
	out := queries.Plan{Operator: operator, Details: details, Rows: rows}
	var problems []error
	switch {
	case operator == "ProcedureCall":
		if name := procedure(details); !allowed(name, procedureNames, c.o.Procedures) {
			problems = append(problems, refusedBy("procedure", "procedure %s is not one that is allowed", name))
		}
	case !allowed(operator, operatorNames, c.o.Operators):
		problems = append(problems, refusedBy("operator", "the server would %s, which is not known only to read", operator))
	}
	for _, child := range plan.Children() {
		below, err := c.readPlan(child)
		out.Children = append(out.Children, below)
		problems = append(problems, err)
	}
	return out, errors.Join(problems...)
}

// procedure is the name in the details of a call: db.labels() :: (label :: STRING).
func procedure(details string) string {
	name, _, _ := strings.Cut(details, "(")
	return strings.TrimSpace(strings.ReplaceAll(name, "`", ""))
}

func allowed(name string, lists ...[]string) bool {
	return slices.ContainsFunc(slices.Concat(lists...), func(a string) bool {
		prefix, any := strings.CutSuffix(a, "*")
		return strings.EqualFold(a, name) || any && len(name) > len(prefix) && strings.EqualFold(prefix, name[:len(prefix)])
	})
}
