package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// cypherWriter writes an answer as its rows come: NDJSON and CSV at once, the other forms when all are there.
type cypherWriter struct {
	c       *gin.Context
	ask     asking
	release string
	columns []string
	said    []string // by the database, of the query
	kept    [][]any
	rows    int
	begun   bool
}

func (w *cypherWriter) meta(truncated bool) CypherMeta {
	return CypherMeta{w.rows, truncated, w.release, w.ask.name, w.ask.params, w.said}
}

func (w *cypherWriter) begin(contentType string) {
	w.begun = true
	w.c.Header("Cache-Control", "no-store")
	w.c.Header("Content-Type", contentType)
	w.c.Status(http.StatusOK)
}

func (w *cypherWriter) head(columns, warnings []string) error {
	w.columns, w.said = columns, warnings
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

func (w *cypherWriter) plan(p queries.Plan, warnings []string) error {
	w.said = warnings
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
