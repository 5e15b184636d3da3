package api

import (
	"bytes"
	"html/template"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// document describes an operation's answers in the OpenAPI document: the framework sees only encoded bytes. columns are those of
// its CSV, nil where it has none.
func (a *API) document(op *huma.Operation, body reflect.Type, columns []string) {
	reg := a.huma.OpenAPI().Components.Schemas
	op.Responses = map[string]*huma.Response{
		"200": told("The answer.", "application/json", reg.Schema(body, true, op.OperationID)),
		"304": {Description: "The client's copy is current.", Headers: headerRefs("ETag")},
	}
	if strings.Contains(op.Path, "/entities/{id}") {
		op.Responses["307"] = &huma.Response{Description: "The thing has another id now.", Headers: map[string]*huma.Param{"Location": header("The same question with the new id.")}}
	}
	for _, status := range failures {
		op.Responses[strconv.Itoa(status)] = &huma.Response{Ref: "#/components/responses/" + strconv.Itoa(status)}
	}
	if columns != nil {
		a.csv[op.Path] = columns
	}
}

// describe adds what the framework does not know of: what fields mean and which objects may be null, PATH.csv beside every list,
// HEAD beside every GET, and the operations that are no answers.
func (a *API) describe() {
	doc := a.huma.OpenAPI()
	shareResponses(doc)
	for _, path := range slices.Sorted(maps.Keys(a.csv)) {
		op := *doc.Paths[path].Get
		op.OperationID += "-csv"
		op.Summary += " (CSV)"
		op.Responses = maps.Clone(op.Responses)
		table := told("The list as CSV, UTF-8, all of it unless limit is given. Several values in a cell are joined by a semicolon and a blank; what is absent is an empty cell. Columns: "+strings.Join(a.csv[path], ", ")+".",
			"text/csv", &huma.Schema{Type: huma.TypeString})
		op.Responses["200"] = table
		doc.Paths[path+".csv"] = &huma.PathItem{Get: &op}
	}
	a.describeHealth(doc)
	for _, path := range slices.Sorted(maps.Keys(doc.Paths)) {
		item := doc.Paths[path]
		op := *item.Get // the framework goes on reading the one that it has
		op.Parameters = shareParameters(doc, op.Parameters)
		op.Responses["200"].Headers = headerRefs("ETag", "Crosswalk-Release", "Crosswalk-Stale", "X-Request-Id", "Server-Timing") // the framework has them without a word
		if op.Tags[0] == healthTag {
			op.Responses["200"].Headers = headerRefs("X-Request-Id", "Server-Timing")
		}
		item.Get, item.Head = &op, headOf(&op)
	}
	a.describeCypher(doc)
	describeTokens(doc)
	allowNulls(doc.Components.Schemas)
	describeFields(doc.Components.Schemas)
}

// healthTag is that of questions about the service itself.
const healthTag = "health"

// describeHealth describes the two questions about the service itself.
func (a *API) describeHealth(doc *huma.OpenAPI) {
	reg := doc.Components.Schemas
	for _, h := range []struct {
		name, summary string
		body          reflect.Type
	}{{"livez", "Whether the process runs", reflect.TypeFor[Liveness]()}, {"readyz", "Whether answers can be given, and how fresh they are", reflect.TypeFor[Readiness]()}} {
		op := &huma.Operation{OperationID: h.name, Method: http.MethodGet, Path: prefix + "/" + h.name, Summary: h.summary, Tags: []string{healthTag}}
		op.Responses = map[string]*huma.Response{"200": told("It is so.", "application/json", reg.Schema(h.body, true, h.name))}
		if h.name == "readyz" {
			op.Responses["503"] = told("Not yet.", "application/json", reg.Schema(h.body, true, h.name))
		}
		doc.Paths[op.Path] = &huma.PathItem{Get: op}
	}
}

// headOf is HEAD beside a GET: the same headers, no body.
func headOf(get *huma.Operation) *huma.Operation {
	op := *get
	op.OperationID += "-head"
	op.Method = http.MethodHead
	op.Summary += " (headers alone)"
	op.Responses = map[string]*huma.Response{
		"200":     {Description: "As GET, without the body.", Headers: get.Responses["200"].Headers},
		"default": {Description: "As GET, without the body."},
	}
	return &op
}

// renderDocs is the reference page: plain HTML made from the OpenAPI document, nothing from another host, no script.
func renderDocs(doc *huma.OpenAPI) []byte {
	type operation struct {
		Method, Path, Summary string
		Params                []*huma.Param
	}
	var ops []operation
	for path, item := range doc.Paths {
		for _, o := range []*huma.Operation{item.Get, item.Post} {
			if o == nil || strings.HasSuffix(path, ".csv") {
				continue
			}
			op := operation{Method: o.Method, Path: path, Summary: o.Summary}
			for _, p := range o.Parameters {
				op.Params = append(op.Params, doc.Components.Parameters[strings.TrimPrefix(p.Ref, parameterRef)])
			}
			ops = append(ops, op)
		}
	}
	slices.SortFunc(ops, func(x, y operation) int { return strings.Compare(x.Path+" "+x.Method, y.Path+" "+y.Method) })
	t := template.Must(template.New("docs").Parse(string(docsPage)))
	var b bytes.Buffer
	if err := t.Execute(&b, map[string]any{"Info": doc.Info, "Operations": ops}); err != nil {
		panic("api: the docs page does not render: " + err.Error())
	}
	return b.Bytes()
}
