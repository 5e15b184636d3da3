package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/access"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// Cypher runs queries that only read, within bounds. Errors wrap queries.ErrRefused, queries.ErrBusy, or a sentinel of graph.
type Cypher interface {
	Explain(ctx context.Context, name, text string, params map[string]any) (plan queries.Plan, warnings []string, err error)
	Stream(ctx context.Context, name, text string, params map[string]any, head func(columns, warnings []string) error, row func([]any) error) (truncated bool, err error)
}

// needsNeo4j is what a store of files answers where Cypher is asked.
const needsNeo4j = "the store of this service is made of files, which understand no Cypher; make run STORE=neo4j, or crosswalk neo4j start --serve, starts one that does"

// adHocName is what a text of a person's own is called.
const adHocName = "ad hoc"

// mostBody is how many bytes the body of a question may have.
const mostBody = 1 << 20

// cypherRoutes registers what runs Cypher. They stand outside the framework: their parameters are those of the catalogue, and their
// answers are written as the rows come.
func (a *API) cypherRoutes(engine *gin.Engine) {
	get(a, "queries", "/queries", "The catalogue of Cypher queries", catalogue, rows(catalogueTable))
	get(a, "query", "/queries/{name}", "One query of the catalogue, with its Cypher", catalogueOne, nil)
	engine.GET(prefix+"/queries/:name/run", func(c *gin.Context) { a.answer(c, a.runGet) })
	engine.POST(prefix+"/queries/:name/run", func(c *gin.Context) { a.answer(c, a.runPost) })
	engine.POST(prefix+"/cypher", func(c *gin.Context) { a.answer(c, a.adHoc) })
}

// asking is one question to the database.
type asking struct {
	name, text string
	params     map[string]any
	form       string // json, csv, ndjson, graph, plan
	bom        bool
}

// answer reads a question, runs it, and writes what it returns, or a problem.
func (a *API) answer(c *gin.Context, read func(*gin.Context) (asking, error)) {
	ask, err := read(c)
	if err == nil && a.cypher == nil {
		err = newProblem(http.StatusNotImplemented, needsNeo4j)
	}
	if err != nil {
		a.refuseWho(c, cypherProblem(err))
		return
	}
	end, text := func(string) {}, "" // of the catalogue everybody knows the text
	if ask.name == adHocName {
		text = queries.Stripped(ask.text)
		if end, err = a.noted(c.Request.Context(), "cypher", "", text); err != nil {
			a.refuse(c, problemOf(err))
			return
		}
	}
	began := time.Now()
	w := &cypherWriter{c: c, ask: ask, release: a.releaseID(c.Request.Context())}
	if err = a.run(c.Request.Context(), ask, w); err != nil {
		p := cypherProblem(err)
		end(outcomeOf(p))
		a.log.InfoContext(c.Request.Context(), "cypher failed", "id", requestID(c.Request.Context()), "query", ask.name, "text", text, "outcome", outcomeOf(p))
		w.fail(a, p)
		return
	}
	end("done")
	a.log.LogAttrs(c.Request.Context(), slog.LevelInfo, "cypher", slog.String("id", requestID(c.Request.Context())), slog.String("query", ask.name),
		slog.String("text", text), slog.Int("rows", w.rows), slog.Duration("took", time.Since(began)))
}

// outcomeOf is what is noted of a problem: its code and, of a refusal, the gate's own words. The server's words hold what people wrote.
func outcomeOf(p *Problem) string {
	if errors.Is(p.cause, queries.ErrRefused) {
		return p.Code + ": " + p.Detail
	}
	return p.Code
}

func (a *API) run(ctx context.Context, ask asking, w *cypherWriter) error {
	if ask.form == "plan" {
		plan, warnings, err := a.cypher.Explain(ctx, ask.name, ask.text, ask.params)
		if err != nil {
			return err
		}
		return w.plan(plan, warnings)
	}
	truncated, err := a.cypher.Stream(ctx, ask.name, ask.text, ask.params, w.head, w.row)
	if err != nil {
		return err
	}
	return w.end(truncated)
}

// releaseID is the release that stands when a query is asked, empty where none can be known.
func (a *API) releaseID(ctx context.Context) string {
	snap, err := a.svc.Snapshot(ctx, "")
	if err != nil {
		return ""
	}
	return snap.Release().ID()
}

// cypherProblem is the problem of a question to the database.
func cypherProblem(err error) *Problem {
	var p *Problem
	var bound *queries.ParameterError
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, queries.ErrBusy):
		p = newProblem(http.StatusTooManyRequests, graph.Message(err)).(*Problem)
		p.Code = "busy"
	case errors.Is(err, queries.ErrRefused):
		p = newProblem(http.StatusForbidden, graph.Message(err)).(*Problem)
		p.Code = "cypher-refused"
	case errors.As(err, &bound):
		p = newProblem(http.StatusBadRequest, "validation failed", details(err)...).(*Problem)
	case errors.Is(err, graph.ErrInvalid):
		p = newProblem(http.StatusBadRequest, graph.Message(err)).(*Problem)
		p.Code = "cypher-invalid"
	default:
		return problemOf(err)
	}
	p.cause = err
	return p
}

// details are the values that a query does not take, each with its place.
func details(err error) (out []error) {
	var all interface{ Unwrap() []error }
	if !errors.As(err, &all) {
		return nil
	}
	for _, e := range all.Unwrap() {
		var p *queries.ParameterError
		if errors.As(e, &p) {
			out = append(out, &huma.ErrorDetail{Message: p.Problem, Location: "parameters." + p.Name})
		}
	}
	return out
}

// runGet reads a query of the catalogue with its parameters in the address.
func (a *API) runGet(c *gin.Context) (asking, error) {
	values := map[string]any{}
	var problems []error
	address := c.Request.URL.Query()
	for name, vs := range address {
		if name == "format" || name == "bom" {
			continue
		}
		if values[name] = vs[0]; len(vs) > 1 {
			problems = append(problems, &queries.ParameterError{Name: name, Problem: "parameter " + name + " is given more than once; keep one of them"})
		}
	}
	return a.named(c, values, problems, address)
}

// runPost reads a query of the catalogue with its parameters in the body.
func (a *API) runPost(c *gin.Context) (asking, error) {
	var body struct {
		Parameters map[string]any `json:"parameters"`
	}
	if err := readBody(c, &body); err != nil {
		return asking{}, err
	}
	return a.named(c, body.Parameters, onlyForm(c.Request.URL.Query()), c.Request.URL.Query())
}

// onlyForm tells what an address has beside the form of the answer, where parameters stand in the body.
func onlyForm(address url.Values) (problems []error) {
	for name := range address {
		if name != "format" && name != "bom" {
			problems = append(problems, &queries.ParameterError{Name: name, Problem: "unknown query parameter " + name + "; parameters of a query stand in the body, under parameters"})
		}
	}
	return problems
}

func (a *API) named(c *gin.Context, values map[string]any, problems []error, address url.Values) (asking, error) {
	q, err := catalogueNamed(c.Param("name"))
	if err != nil {
		return asking{}, err
	}
	params, err := q.Bind(values)
	if joined := append(problems, splitErrors(err)...); len(joined) > 0 {
		slices.SortFunc(joined, func(x, y error) int { return strings.Compare(x.Error(), y.Error()) })
		return asking{}, errors.Join(joined...)
	}
	ask := asking{name: catalogueName(q), text: q.Text(), params: params}
	return ask, ask.formOf(c, address)
}

func splitErrors(err error) []error {
	if all, ok := err.(interface{ Unwrap() []error }); ok {
		return all.Unwrap()
	}
	return nil
}

// adHoc reads a text of a person's own.
func (a *API) adHoc(c *gin.Context) (asking, error) {
	if err := require(c.Request.Context(), access.Analyst); err != nil {
		return asking{}, err
	}
	var body struct {
		Query      string         `json:"query"`
		Parameters map[string]any `json:"parameters"`
	}
	if err := readBody(c, &body); err != nil {
		return asking{}, err
	}
	if problems := onlyForm(c.Request.URL.Query()); len(problems) > 0 {
		return asking{}, errors.Join(problems...)
	}
	ask := asking{name: adHocName, text: body.Query, params: exactNumbers(body.Parameters)}
	return ask, ask.formOf(c, c.Request.URL.Query())
}

// readBody reads a JSON object, and nothing after it, of fields that are known.
func readBody(c *gin.Context, into any) error {
	if t, _, err := mime.ParseMediaType(c.GetHeader("Content-Type")); err != nil || t != "application/json" {
		return newProblem(http.StatusUnsupportedMediaType, "the body must be JSON: Content-Type: application/json")
	}
	d := json.NewDecoder(http.MaxBytesReader(c.Writer, c.Request.Body, mostBody))
	d.DisallowUnknownFields()
	d.UseNumber()
	err := d.Decode(into)
	if err == nil {
		if _, more := d.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something stands after the object")
		}
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return newProblem(http.StatusRequestEntityTooLarge, fmt.Sprintf("the body has more than %d bytes", tooLarge.Limit))
	}
	if err != nil {
		return newProblem(http.StatusBadRequest, "the body is not the JSON object that is wanted: "+strings.TrimPrefix(err.Error(), "json: "))
	}
	return nil
}
