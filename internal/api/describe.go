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
	answer := told("The answer.", "application/json", reg.Schema(body, true, op.OperationID))
	answer.Headers = answerHeaders
	op.Responses = map[string]*huma.Response{
		"200": answer,
		"304": {Description: "The client's copy is current.", Headers: map[string]*huma.Param{"ETag": answerHeaders["ETag"]}},
	}
	if strings.Contains(op.Path, "/entities/{id}") {
		op.Responses["307"] = &huma.Response{Description: "The thing has another id now.", Headers: map[string]*huma.Param{"Location": header("The same question with the new id.")}}
	}
	problem := reg.Schema(reflect.TypeFor[Problem](), true, "Problem")
	for _, status := range []int{400, 404, 409, 410, 500, 503, 504} {
		op.Responses[strconv.Itoa(status)] = told(http.StatusText(status)+".", "application/problem+json", problem)
	}
	op.Responses["503"].Headers = map[string]*huma.Param{"Retry-After": header("Seconds after which it is worth asking again.")}
	if columns != nil {
		a.csv[op.Path] = columns
	}
}

func told(description, contentType string, s *huma.Schema) *huma.Response {
	return &huma.Response{Description: description, Content: map[string]*huma.MediaType{contentType: {Schema: s}}}
}

func header(description string) *huma.Param {
	return &huma.Param{Description: description, Schema: &huma.Schema{Type: huma.TypeString}}
}

// answerHeaders are those of every answer from a snapshot.
var answerHeaders = map[string]*huma.Param{
	"ETag":              header("Of this answer; send it as If-None-Match to be told 304 while it is current."),
	"Crosswalk-Release": header("Release that was asked: its id, number and time of load."),
	"Crosswalk-Stale":   header("Only while the store cannot be asked: age=, the seconds since it last could."),
	"X-Request-Id":      header("The client's, where it is well formed, else one of ours; stands in the log."),
	"Server-Timing":     header("total;dur=, the milliseconds until the answer began."),
}

// describe adds what the framework does not know of: what fields mean and which objects may be null, PATH.csv beside every list,
// HEAD beside every GET, and the operations that are no answers.
func (a *API) describe() {
	doc := a.huma.OpenAPI()
	for _, path := range slices.Sorted(maps.Keys(a.csv)) {
		op := *doc.Paths[path].Get
		op.OperationID += "-csv"
		op.Summary += " (CSV)"
		op.Responses = maps.Clone(op.Responses)
		table := told("The list as CSV, UTF-8, all of it unless limit is given. Several values in a cell are joined by a semicolon and a blank; what is absent is an empty cell. Columns: "+strings.Join(a.csv[path], ", ")+".",
			"text/csv", &huma.Schema{Type: huma.TypeString})
		table.Headers = answerHeaders
		op.Responses["200"] = table
		doc.Paths[path+".csv"] = &huma.PathItem{Get: &op}
	}
	a.describeHealth(doc)
	for _, item := range doc.Paths {
		item.Head = headOf(item.Get)
	}
	allowNulls(doc.Components.Schemas)
	describeFields(doc.Components.Schemas)
}

// describeHealth describes the two questions about the service itself.
func (a *API) describeHealth(doc *huma.OpenAPI) {
	reg := doc.Components.Schemas
	for _, h := range []struct {
		name, summary string
		body          reflect.Type
	}{{"livez", "Whether the process runs", reflect.TypeFor[Liveness]()}, {"readyz", "Whether answers can be given, and how fresh they are", reflect.TypeFor[Readiness]()}} {
		op := &huma.Operation{OperationID: h.name, Method: http.MethodGet, Path: prefix + "/" + h.name, Summary: h.summary, Tags: []string{"operations"}}
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
	op.Responses = map[string]*huma.Response{}
	for status, r := range get.Responses {
		op.Responses[status] = &huma.Response{Description: r.Description, Headers: r.Headers}
	}
	return &op
}

// renderDocs is the reference page: plain HTML made from the OpenAPI document, nothing from another host, no script.
func renderDocs(doc *huma.OpenAPI) []byte {
	type operation struct {
		Path, Summary string
		Params        []*huma.Param
	}
	var ops []operation
	for path, item := range doc.Paths {
		if item.Get != nil && !strings.HasSuffix(path, ".csv") {
			ops = append(ops, operation{path, item.Get.Summary, item.Get.Parameters})
		}
	}
	slices.SortFunc(ops, func(x, y operation) int { return strings.Compare(x.Path, y.Path) })
	t := template.Must(template.New("docs").Parse(string(docsPage)))
	var b bytes.Buffer
	if err := t.Execute(&b, map[string]any{"Info": doc.Info, "Operations": ops}); err != nil {
		panic("api: the docs page does not render: " + err.Error())
	}
	return b.Bytes()
}
