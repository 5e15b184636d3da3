package api

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// formOf reads in which form the answer is wanted: by format=, .csv at the end of the path, or the Accept header.
func (ask *asking) formOf(c *gin.Context, address url.Values) error {
	ask.form, ask.bom = "json", address.Get("bom") == "true"
	accept := c.GetHeader("Accept")
	switch {
	case address.Get("format") != "":
		ask.form = address.Get("format")
	case wantsCSV(c.Request.Context()), strings.HasPrefix(accept, "text/csv"):
		ask.form = "csv"
	case strings.HasPrefix(accept, "application/x-ndjson"):
		ask.form = "ndjson"
	}
	switch ask.form {
	case "json", "csv", "ndjson", "graph", "plan":
		return nil
	}
	return newProblem(http.StatusBadRequest, fmt.Sprintf("format is %.50q; it must be one of json, csv, ndjson, graph, plan", ask.form))
}

// exactNumbers turns JSON's numbers into whole ones where they are whole, else floats.
func exactNumbers(params map[string]any) map[string]any {
	out := make(map[string]any, len(params))
	for name, v := range params {
		out[name] = exactNumber(v)
	}
	return out
}

func exactNumber(v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return n
		}
		f, err := v.Float64()
		if err != nil {
			return math.Inf(1) // larger than a float can be
		}
		return f
	case []any:
		for i := range v {
			v[i] = exactNumber(v[i])
		}
	case map[string]any:
		return exactNumbers(v)
	}
	return v
}

// CypherMeta says what a query's answer is of.
type CypherMeta struct {
	RowCount   int            `json:"row_count" doc:"Rows given."`
	Truncated  bool           `json:"truncated" doc:"There were more rows, or bytes, than are given."`
	Release    string         `json:"release" doc:"That stood when the query was asked."`
	Query      string         `json:"query" doc:"Name of the query; ad hoc for a text of one's own."`
	Parameters map[string]any `json:"parameters" doc:"That the query ran with, defaults included."`
	Warnings   []string       `json:"warnings" doc:"What the database says of the query, which runs all the same: cartesian products, paths without an upper bound, names that it does not know."`
}

// CypherAnswer is what a query returned.
type CypherAnswer struct {
	Columns []string   `json:"columns" doc:"Names of the columns, in their order."`
	Rows    [][]any    `json:"rows" doc:"Cells in the order of columns. A node is {id, labels, properties}, a relationship {id, type, start, end, properties}, a path {nodes, relationships}; dates, times, durations and points are texts; NaN and infinities are texts."`
	Meta    CypherMeta `json:"meta"`
}

// CypherPlan is how the server would run a query.
type CypherPlan struct {
	Plan queries.Plan `json:"plan"`
	Meta CypherMeta   `json:"meta"`
}

// CypherGraph is what a query returned as a graph, for drawing.
type CypherGraph struct {
	Nodes []CypherNode `json:"nodes"`
	Edges []CypherEdge `json:"edges"`
	Meta  CypherMeta   `json:"meta"`
}

// CypherNode is a node of a graph.
type CypherNode struct {
	ID    string `json:"id"`
	Kind  string `json:"kind"`
	Label string `json:"label"`
}

// CypherEdge is an edge of a graph.
type CypherEdge struct {
	ID            string `json:"id"`
	Source        string `json:"source"`
	Target        string `json:"target"`
	Type          string `json:"type"`
	EvidenceCount int    `json:"evidence_count"`
}
