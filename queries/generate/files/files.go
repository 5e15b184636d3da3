// Package files makes the text of the queries that exist once per entity kind or link type, and the vocabulary that all are checked against.
package files

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/crosswalk-kg/crosswalk/graph"
)

var (
	//go:embed entity.tmpl
	entity string
	//go:embed link.tmpl
	link string
	//go:embed page.tmpl
	page string
)

// All is every generated file: path within the folder queries → text.
func All() map[string]string {
	out := map[string]string{"vocabulary.go": vocabulary()}
	for _, k := range graph.Kinds {
		out["load/entity/"+snake(string(k))+".cypher"] = fill(entity, string(k))
	}
	for _, t := range graph.LinkTypes {
		out["load/link/"+strings.ToLower(string(t))+".cypher"] = fill(link, string(t))
		out["snapshot/link/"+strings.ToLower(string(t))+".cypher"] = fill(page, string(t))
	}
	return out
}

func fill(template, name string) string { return strings.ReplaceAll(template, "{{name}}", name) }

// snake writes WorkingGroup as working_group.
func snake(s string) string {
	var b strings.Builder
	for i, r := range s {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
