package api

import (
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// scoringParameters is the shape that crosswalk.Parameters has as JSON; the framework sees only its Go fields.
type scoringParameters struct {
	HalfLife    float64          `json:"half_life" doc:"Years after which an event weighs half."`
	Session     crosswalk.Weight `json:"session"`
	Project     crosswalk.Weight `json:"project"`
	Commitment  crosswalk.Weight `json:"commitment"`
	Reference   crosswalk.Weight `json:"reference"`
	Institution crosswalk.Weight `json:"institution"`
	Theme       crosswalk.Weight `json:"theme"`
}

// registerShapes tells the framework of types whose JSON differs from their fields.
func registerShapes(reg huma.Registry) {
	reg.RegisterTypeAlias(reflect.TypeFor[crosswalk.Parameters](), reflect.TypeFor[scoringParameters]())
}

// allowNulls corrects the schemas that the framework made: it does not know that a pointer to an object or a list may be null.
func allowNulls(reg huma.Registry) {
	for name, schema := range reg.Map() {
		t := reg.TypeFromRef("#/components/schemas/" + name)
		if t == nil {
			continue
		}
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		if t.Kind() == reflect.Struct {
			allowNullFields(t, schema)
		}
	}
}

func allowNullFields(t reflect.Type, schema *huma.Schema) {
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := schema.Properties[name]
		if p == nil || f.Type.Kind() != reflect.Pointer || strings.Contains(options, "omitempty") {
			continue
		}
		if p.Ref == "" {
			p.Nullable = true
			continue
		}
		schema.Properties[name] = &huma.Schema{Description: p.Description, AnyOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}}
	}
}
