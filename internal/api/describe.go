package api

import (
	"bytes"
	"html/template"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// document describes an operation's answers in the OpenAPI document: the framework sees only encoded bytes.
func (a *API) document(op *huma.Operation, body reflect.Type, isList bool) {
	reg := a.huma.OpenAPI().Components.Schemas
	text := func(description, contentType string, s *huma.Schema) *huma.Response {
		return &huma.Response{Description: description, Content: map[string]*huma.MediaType{contentType: {Schema: s}}}
	}
	op.Responses = map[string]*huma.Response{
		"200": text("The answer.", "application/json", reg.Schema(body, true, op.OperationID)),
		"304": {Description: "The client's copy is current."},
	}
	if strings.Contains(op.Path, "{id}") {
		op.Responses["307"] = &huma.Response{Description: "The thing has another id now; Location says which."}
	}
	problem := reg.Schema(reflect.TypeFor[Problem](), true, "Problem")
	for _, status := range []int{400, 404, 409, 410, 500, 503, 504} {
		op.Responses[strconv.Itoa(status)] = text(http.StatusText(status)+".", "application/problem+json", problem)
	}
	if isList {
		a.csv = append(a.csv, op.Path)
	}
}

// describe adds what the framework does not know of: which objects may be null, and PATH.csv beside every list.
func (a *API) describe() {
	doc := a.huma.OpenAPI()
	allowNulls(doc.Components.Schemas)
	for _, path := range a.csv {
		op := *doc.Paths[path].Get
		op.OperationID += "-csv"
		op.Summary += " (CSV)"
		op.Responses = mapsWith(op.Responses, "200", &huma.Response{Description: "The list as CSV; all of it unless limit is given.",
			Content: map[string]*huma.MediaType{"text/csv": {Schema: &huma.Schema{Type: "string"}}}})
		doc.Paths[path+".csv"] = &huma.PathItem{Get: &op}
	}
}

func mapsWith(m map[string]*huma.Response, key string, v *huma.Response) map[string]*huma.Response {
	out := map[string]*huma.Response{}
	for k, r := range m {
		out[k] = r
	}
	out[key] = v
	return out
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
