package api_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// samples are the parameters with which each route is asked.
var samples = map[string]string{
	"{id}/entities": "institution:natural-resources-canada", "{id}/opportunities": "", "{a}": "group:cmp:energy", "{b}": "group:cmp:environment", "{type}": "CO_CHAIRS", "{name}": "links_of_pair",
	"/paths": "?from=institution:natural-resources-canada&to=institution:alberta-energy-regulator", "/interlocks": "?ids=group:cmp:energy,group:cmp:environment", "/compare": "?from=2018&to=2019", "/search": "?q=energy",
}

// address fills a path template of the OpenAPI document.
func address(t *testing.T, s *server, path string) string {
	t.Helper()
	for _, k := range []string{"{a}", "{b}", "{type}", "{name}"} {
		path = strings.ReplaceAll(path, k, samples[k])
	}
	if strings.Contains(path, "{id}") {
		path = strings.ReplaceAll(path, "{id}", sampleID(t, s, path))
	}
	for suffix, query := range samples {
		if strings.HasPrefix(query, "?") && strings.HasSuffix(strings.TrimSuffix(path, ".csv"), suffix) {
			path += query
		}
	}
	return path
}

func sampleID(t *testing.T, s *server, path string) string {
	t.Helper()
	first := func(list, field string) string {
		var l struct{ Items []map[string]any }
		s.json(t, list, &l)
		id, _ := l.Items[0][field].(string)
		return id
	}
	switch {
	case strings.Contains(path, "/opportunities/"):
		return first("/api/v1/opportunities?limit=1", "id")
	case strings.Contains(path, "/links/"):
		return first("/api/v1/entities/group:cmp:energy/neighbours?limit=1", "link")
	case strings.Contains(path, "/passages/"):
		return first("/api/v1/entities/group:cmp:energy/evidence?limit=1", "id")
	}
	return samples["{id}/entities"]
}

// compiler compiles schemas of the OpenAPI document, under mem:///openapi.json, and gives its text.
func compiler(t *testing.T, s *server) (*jsonschema.Compiler, []byte) {
	t.Helper()
	_, spec := s.get(t, "/openapi.json")
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(spec))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("mem:///openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	return c, spec
}

// TestAnswersFitTheirSchemas asks every route of the OpenAPI document and holds the answer to the schema that the document
// gives it; CSV beside every list.
func TestAnswersFitTheirSchemas(t *testing.T) {
	s := newServer(t, editions(t)...)
	c, spec := compiler(t, s)
	var paths struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]struct {
			Get struct {
				Responses map[string]struct {
					Description string
					Content     map[string]struct {
						Schema map[string]any `json:"schema"`
					} `json:"content"`
				} `json:"responses"`
			} `json:"get"`
		} `json:"paths"`
	}
	if err := json.Unmarshal(spec, &paths); err != nil || !strings.HasPrefix(paths.OpenAPI, "3.1") {
		t.Fatalf("OpenAPI %q: %v", paths.OpenAPI, err)
	}
	if len(paths.Paths) < 50 {
		t.Errorf("only %d paths are described", len(paths.Paths))
	}
	for path, item := range paths.Paths {
		if strings.HasSuffix(path, "/cypher") || strings.HasSuffix(path, "/run") { // TestCypher asks these of a database
			continue
		}
		resp, body := s.get(t, address(t, s, path))
		if resp.StatusCode != http.StatusOK || resp.Header.Get("Server-Timing") == "" {
			t.Errorf("%s: %d %.300s", path, resp.StatusCode, body)
			continue
		}
		if head, _ := s.do(t, http.MethodHead, address(t, s, path)); head.StatusCode != http.StatusOK || head.Header.Get("ETag") != strings.Replace(resp.Header.Get("ETag"), "-gzip", "", 1) {
			t.Errorf("HEAD %s: %d, ETag %q and %q", path, head.StatusCode, head.Header.Get("ETag"), resp.Header.Get("ETag"))
		}
		if strings.HasSuffix(path, ".csv") {
			if resp.Header.Get("Content-Type") != "text/csv; charset=utf-8" || !bytes.Contains(body, []byte("\r\n")) {
				t.Errorf("%s is no CSV: %s", path, resp.Header.Get("Content-Type"))
			}
			if line, _, _ := strings.Cut(string(body), "\r\n"); !strings.HasSuffix(item.Get.Responses["200"].Description, "Columns: "+strings.ReplaceAll(line, ",", ", ")+".") {
				t.Errorf("%s has the columns %s; described are: %s", path, line, item.Get.Responses["200"].Description)
			}
			continue
		}
		ref, _ := item.Get.Responses["200"].Content["application/json"].Schema["$ref"].(string)
		schema, err := c.Compile("mem:///openapi.json" + ref)
		if err != nil {
			t.Fatalf("%s: schema %s: %v", path, ref, err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(body))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s does not fit its schema: %v", path, err)
		}
	}
}
