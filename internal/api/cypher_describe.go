package api

import (
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
)

// cypherFailures are the statuses of problems that a question to the database may meet.
var cypherFailures = map[int]string{
	http.StatusBadRequest: "The body, a parameter or the Cypher is not well formed.", http.StatusUnauthorized: "It needs a token, or the one shown is no good.", http.StatusForbidden: "The gate refuses the query, or who asks may not ask so; the detail names the rule.",
	http.StatusNotFound: "There is no such query.", http.StatusRequestEntityTooLarge: "The body is too large.", http.StatusUnsupportedMediaType: "The body is no JSON.",
	http.StatusTooManyRequests: "As many queries run as may; try again after Retry-After.", http.StatusInternalServerError: "The request failed.",
	http.StatusNotImplemented: "The store is made of files, which understand no Cypher.", http.StatusServiceUnavailable: "The database cannot be reached.", http.StatusGatewayTimeout: "The query takes longer than it may.",
}

// describeCypher describes what runs Cypher, which the framework does not know of.
func (a *API) describeCypher(doc *huma.OpenAPI) {
	reg := doc.Components.Schemas
	form := &huma.Param{Name: "format", In: "query", Description: "Form of the answer: json; csv (also .csv at the end of the path, or Accept: text/csv); ndjson (a line {columns}, a line {row} each, and {meta} or {problem} last; also Accept: application/x-ndjson); graph (nodes and edges in the rows, for drawing); plan (how the server would run it; nothing runs).",
		Schema: &huma.Schema{Type: huma.TypeString, Enum: []any{"json", "csv", "ndjson", "graph", "plan"}, Default: "json"}}
	bom := &huma.Param{Name: "bom", In: "query", Description: "Begin CSV with a byte order mark, for Excel.", Schema: &huma.Schema{Type: huma.TypeBoolean}}
	name := &huma.Param{Name: "name", In: "path", Required: true, Description: "Of the query; /queries lists them.", Schema: &huma.Schema{Type: huma.TypeString}}
	operation := func(method, id, summary, description string, path []*huma.Param, body *huma.Schema) *huma.Operation {
		op := &huma.Operation{OperationID: id, Method: method, Summary: summary, Description: description, Tags: []string{"cypher"}, Parameters: shareParameters(doc, append(path, form, bom)), Responses: map[string]*huma.Response{}}
		op.Responses["200"] = &huma.Response{Description: "What the query returned.", Headers: headerRefs("X-Request-Id", "Server-Timing"), Content: map[string]*huma.MediaType{
			"application/json": {Schema: &huma.Schema{AnyOf: []*huma.Schema{reg.Schema(reflect.TypeFor[CypherAnswer](), true, ""), reg.Schema(reflect.TypeFor[CypherGraph](), true, ""), reg.Schema(reflect.TypeFor[CypherPlan](), true, "")}}},
			"text/csv":         {Schema: &huma.Schema{Type: huma.TypeString}}, "application/x-ndjson": {Schema: &huma.Schema{Type: huma.TypeString}}}}
		for status, says := range cypherFailures {
			op.Responses[strconv.Itoa(status)] = told(says, "application/problem+json", reg.Schema(reflect.TypeFor[Problem](), true, ""))
		}
		if body != nil {
			op.RequestBody = &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{"application/json": {Schema: body}}}
		}
		return op
	}
	params := &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true, Description: "Values by the parameters' names."}
	run := "Parameters are those that /queries/{name} lists; those left out have their defaults. Rows, bytes and time are bounded; what is cut off says so in meta.truncated."
	get := operation(http.MethodGet, "query-run", "Run a query of the catalogue, its parameters in the address", run+" Each is a query parameter of this address.", []*huma.Param{name}, nil)
	doc.Paths[prefix+"/queries/{name}/run"] = &huma.PathItem{Get: get, Head: headOf(get),
		Post: operation(http.MethodPost, "query-run-post", "Run a query of the catalogue, its parameters in the body", run, []*huma.Param{name},
			&huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{"parameters": params}, AdditionalProperties: false}),
	}
	doc.Paths[prefix+"/cypher"] = &huma.PathItem{Post: operation(http.MethodPost, "cypher", "Run Cypher of one's own that only reads",
		"One statement. It is explained first, and refused unless every operator, procedure and function of its plan is known only to read. It needs a token of role analyst or above.", nil,
		&huma.Schema{Type: huma.TypeObject, Required: []string{"query"}, AdditionalProperties: false, Properties: map[string]*huma.Schema{"query": {Type: huma.TypeString, Description: "Cypher."}, "parameters": params}})}
}
