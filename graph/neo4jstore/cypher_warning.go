package neo4jstore

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// missing is how the server says that the database holds no label, relationship type or property of a name.
var missing = regexp.MustCompile(`\(the missing (?:label|relationship type|property) name is: (\w+)\)`)

// unbounded is a path without an upper bound in the details of an operator: [r*], [*2..], {1, *}.
var unbounded = regexp.MustCompile(`\*(?:\d*\.\.)?\]|\{\d*, ?\*\}`)

// warningsOf lists what the server says of a text that it explained, each once, in its order: cartesian products, names that it does
// not know, what is deprecated; then paths without an upper bound. Not that the graph has none yet of what the schema has.
func warningsOf(summary neo4j.ResultSummary, plan queries.Plan) []string {
	out := []string{}
	add := func(w string) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	for _, n := range summary.Notifications() {
		if m := missing.FindStringSubmatch(n.Description()); m != nil && queries.InSchema(m[1]) {
			continue
		}
		at := ""
		if p := n.Position(); p != nil {
			at = fmt.Sprintf("%d:%d: ", p.Line(), ownColumn(p.Line(), p.Column()))
		}
		add(at + n.Description())
	}
	paths(plan, func(details string) { add("a path without an upper bound, which may take long: " + details) })
	return out
}

// paths calls each with the details of every operator that follows a path without an upper bound.
func paths(p queries.Plan, each func(details string)) {
	if unbounded.MatchString(p.Details) && (strings.Contains(p.Operator, "VarLength") || strings.Contains(p.Operator, "Repeat") || strings.Contains(p.Operator, "ShortestPath")) {
		each(p.Details)
	}
	for _, c := range p.Children {
		paths(c, each)
	}
}
