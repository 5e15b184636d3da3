package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// schemaID names the published schema; bundle.schema.json is checked in beside this file.
const schemaID = "https://github.com/crosswalk-kg/crosswalk/blob/main/graph/bundle.schema.json"

// JSONSchema is the JSON Schema (draft 2020-12) of crosswalk-bundle/1, made from the vocabulary, the same bytes each
// time. It describes the form of each thing by itself: kinds, link types with their ends, properties and their values.
// What needs the whole bundle (ids that exist, evidence, cycles …) is Validate's: a valid bundle fits the schema, a
// fitting one may yet be invalid.
func JSONSchema() []byte {
	s := schemaOf(reflect.TypeFor[Bundle]())
	s["$schema"], s["$id"] = "https://json-schema.org/draft/2020-12/schema", schemaID
	s["title"] = "Crosswalk bundle"
	s["description"] = "All that one report of a partnership states: entities, links, and the passages that say so."
	s["$defs"] = schema{
		"report": reportSchema(), "passage": passageSchema(), "entity": entitySchema(), "link": linkSchema(), "note": noteSchema(),
		"names": schema{"type": "object", "minProperties": 1, "propertyNames": pattern(languagePattern), "additionalProperties": filledText,
			"description": "A text by language (BCP 47)."},
		"date":    schema{"type": "string", "pattern": datePattern, "description": "A date, perhaps partial: 2019, 2019-03 or 2019-03-14."},
		"country": schema{"type": "string", "pattern": "^([A-Z]{2}|INT)$", "description": "ISO 3166-1 alpha-2, or INT for a multilateral body."},
		"amount":  amountSchema(),
	}
	p := s["properties"].(schema)
	p["format"] = schema{"const": BundleFormat}
	p["report"] = ref("report")
	for list, item := range map[string]string{"passages": "passage", "entities": "entity", "links": "link", "notes": "note"} {
		p[list] = schema{"type": "array", "items": ref(item)}
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(s); err != nil {
		panic(fmt.Sprintf("graph: schema: %v", err)) // strings, numbers and maps only
	}
	return out.Bytes()
}

// schema is one JSON Schema object; encoding/json sorts its keys.
type schema map[string]any

const (
	segment         = "[a-z0-9-]+"
	datePattern     = `^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`
	languagePattern = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`
	hashPattern     = "^[0-9a-f]{64}$"
)

// filledText is a text that says something.
var filledText = schema{"type": "string", "pattern": `\S`}

func ref(name string) schema         { return schema{"$ref": "#/$defs/" + name} }
func pattern(p string) schema        { return schema{"type": "string", "pattern": p} }
func list(items schema) schema       { return schema{"type": "array", "items": items} }
func someOf(items schema) schema     { return schema{"type": "array", "items": items, "minItems": 1} }
func atLeast(n int) schema           { return schema{"type": "integer", "minimum": n} }
func choice[T ~string](v []T) schema { return schema{"enum": v} }

// idPattern is the pattern of ids that begin with prefix and have at most n segments.
func idPattern(prefix string, n int) string {
	return fmt.Sprintf("^%s(:%s){1,%d}$", prefix, segment, n)
}

// anyID is the pattern of an entity id of one of the kinds.
func anyID(kinds ...Kind) string {
	if len(kinds) == 0 {
		kinds = Kinds
	}
	alternatives := ""
	for i, k := range kinds {
		if i > 0 {
			alternatives += "|"
		}
		alternatives += k.Prefix()
	}
	return idPattern("("+alternatives+")", 3)
}

// schemaOf is the schema of a Go type as files hold it: the same tags that decoding follows.
func schemaOf(t reflect.Type) schema {
	switch t.Kind() {
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Int:
		return schema{"type": "integer"}
	case reflect.Float64:
		return schema{"type": "number"}
	case reflect.Slice:
		return list(schemaOf(t.Elem()))
	case reflect.Map:
		return schema{"type": "object"}
	}
	fields, required := schema{}, []string{}
	for _, f := range shapeOf(t) {
		fields[f.name] = schemaOf(f.typ)
		if f.required {
			required = append(required, f.name)
		}
	}
	return schema{"type": "object", "properties": fields, "required": required, "additionalProperties": false}
}

// of is the schema of a Go type with some of its fields' schemas replaced.
func of[T any](fields schema) schema {
	s := schemaOf(reflect.TypeFor[T]())
	p := s["properties"].(schema)
	for name, f := range fields {
		if _, ok := p[name]; !ok {
			panic("graph: schema of a field that does not exist: " + name)
		}
		p[name] = f
	}
	return s
}
