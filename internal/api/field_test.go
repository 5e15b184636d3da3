package api

import (
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

// described is the API with its routes described, over no service: nothing is asked of it.
func described() *API {
	gin.SetMode(gin.ReleaseMode)
	frameworkDefaults()
	a := &API{log: slog.New(slog.DiscardHandler), csv: map[string][]string{}, huma: humagin.New(gin.New(), humaConfig("test"))}
	registerShapes(a.huma.OpenAPI().Components.Schemas)
	a.cypherRoutes(gin.New())
	a.routes()
	a.describe()
	return a
}

// TestEverythingIsDescribed: each field of each shape, each parameter, each answer's headers and each CSV's columns are; and what the
// tables say is said of something.
func TestEverythingIsDescribed(t *testing.T) {
	doc := described().huma.OpenAPI()
	used := map[string]bool{}
	for shape, s := range doc.Components.Schemas.Map() {
		for name, p := range s.Properties {
			if p.Description == "" && p.Ref == "" {
				t.Errorf("%s.%s has no description", shape, name)
			}
			used[name], used[shape+"."+name] = true, true
		}
	}
	for _, key := range slices.Concat(slices.Sorted(maps.Keys(fieldDocs)), slices.Sorted(maps.Keys(fieldValues))) {
		if !used[key] {
			t.Errorf("%s is described, and no shape has it", key)
		}
	}
	for path, item := range doc.Paths {
		if strings.HasSuffix(path, "/cypher") && item.Get == nil {
			continue
		}
		if item.Get == nil || item.Head == nil || item.Get.Summary == "" || item.Head.Method != http.MethodHead {
			t.Errorf("%s: GET or HEAD is not described", path)
			continue
		}
		for _, p := range item.Get.Parameters {
			if p = doc.Components.Parameters[strings.TrimPrefix(p.Ref, parameterRef)]; p.Description == "" && p.Schema.Description == "" {
				t.Errorf("%s: parameter %s has no description", path, p.Name)
			}
		}
		if ok := item.Get.Responses["200"]; strings.HasSuffix(path, ".csv") && (!strings.Contains(ok.Description, "Columns: ") || ok.Headers["ETag"].Ref != "#/components/headers/ETag") {
			t.Errorf("%s: %q", path, ok.Description)
		}
	}
}
