package api

import (
	"fmt"
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
)

// failures are the statuses of problems that any question may meet.
var failures = []int{400, 401, 404, 409, 410, 429, 500, 503, 504}

// shareResponses puts what every operation refers to where it stands once: problems, and the headers of answers.
func shareResponses(doc *huma.OpenAPI) {
	problem := doc.Components.Schemas.Schema(reflect.TypeFor[Problem](), true, "Problem")
	doc.Components.Responses = map[string]*huma.Response{}
	for _, status := range failures {
		doc.Components.Responses[strconv.Itoa(status)] = told(http.StatusText(status)+".", "application/problem+json", problem)
	}
	doc.Components.Responses["429"].Headers = map[string]*huma.Param{"Retry-After": header("Seconds after which it is worth asking again.")}
	doc.Components.Responses["503"].Headers = map[string]*huma.Param{"Retry-After": header("Seconds after which it is worth asking again.")}
	doc.Components.Headers = answerHeaders
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

func headerRefs(names ...string) map[string]*huma.Param {
	out := map[string]*huma.Param{}
	for _, name := range names {
		out[name] = &huma.Param{Ref: "#/components/headers/" + name}
	}
	return out
}

// parameterRef begins a reference to a parameter.
const parameterRef = "#/components/parameters/"

// shareParameters puts parameters where they stand once, each meaning of a name under a name of its own, and refers to them.
func shareParameters(doc *huma.OpenAPI, params []*huma.Param) []*huma.Param {
	if doc.Components.Parameters == nil {
		doc.Components.Parameters = map[string]*huma.Param{}
	}
	var out []*huma.Param
	for _, p := range params {
		key := p.Name
		for n := 2; ; n++ {
			have, ok := doc.Components.Parameters[key]
			if !ok {
				doc.Components.Parameters[key] = p
			} else if !reflect.DeepEqual(have, p) {
				key = fmt.Sprintf("%s-%d", p.Name, n)
				continue
			}
			break
		}
		out = append(out, &huma.Param{Ref: parameterRef + key})
	}
	return out
}
