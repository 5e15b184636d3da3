package api

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"

	"github.com/crosswalk-kg/crosswalk/internal/export"
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

// cypherWriter writes an answer as its rows come: NDJSON and CSV at once, the other forms when all are there.
type cypherWriter struct {
	c       *gin.Context
	ask     asking
	release string
	columns []string
	kept    [][]any
	rows    int
	begun   bool
}

func (w *cypherWriter) meta(truncated bool) CypherMeta {
	return CypherMeta{w.rows, truncated, w.release, w.ask.name, w.ask.params}
}

func (w *cypherWriter) begin(contentType string) {
	w.begun = true
	w.c.Header("Cache-Control", "no-store")
	w.c.Header("Content-Type", contentType)
	w.c.Status(http.StatusOK)
}

func (w *cypherWriter) head(columns []string) error {
	w.columns = columns
	switch w.ask.form {
	case "csv":
		w.begin("text/csv; charset=utf-8")
		return export.Table{Columns: columns}.WriteCSV(w.c.Writer, w.ask.bom)
	case "ndjson":
		w.begin("application/x-ndjson; charset=utf-8")
		return w.line(map[string]any{"columns": columns})
	}
	return nil
}

func (w *cypherWriter) line(v any) error {
	_, err := w.c.Writer.Write(encode(v))
	return err
}

func (w *cypherWriter) row(row []any) error {
	w.rows++
	switch w.ask.form {
	case "csv":
		return export.Table{Rows: [][]any{export.ResultRow(row)}}.WriteRows(w.c.Writer)
	case "ndjson":
		return w.line(map[string]any{"row": row})
	}
	w.kept = append(w.kept, row)
	return nil
}

func (w *cypherWriter) end(truncated bool) error {
	switch w.ask.form {
	case "csv":
		return nil
	case "ndjson":
		return w.line(map[string]any{"meta": w.meta(truncated)})
	}
	w.begin("application/json; charset=utf-8")
	if w.ask.form == "graph" {
		return w.line(graphOf(w.kept, w.meta(truncated)))
	}
	if w.kept == nil {
		w.kept = [][]any{}
	}
	return w.line(CypherAnswer{w.columns, w.kept, w.meta(truncated)})
}

func (w *cypherWriter) plan(p queries.Plan) error {
	w.begin("application/json; charset=utf-8")
	return w.line(CypherPlan{p, w.meta(false)})
}

// fail writes a problem; after rows were written, as the last line of NDJSON, and by breaking a CSV off.
func (w *cypherWriter) fail(a *API, p *Problem) {
	if !w.begun {
		a.refuse(w.c, p)
		return
	}
	p.RequestID = requestID(w.c.Request.Context())
	if w.ask.form == "ndjson" {
		_ = w.line(map[string]any{"problem": p}) // the client may have left
		return
	}
	panic(http.ErrAbortHandler) // so that nobody takes a part for the whole
}
