package files

import (
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// vocabulary is the Go text that tells package queries, which knows nothing of ours, what the graph in Neo4j has: labels and types
// with their properties, as package neo4jstore writes them. A test against a real database holds it to that.
func vocabulary() string {
	var b strings.Builder
	b.WriteString("// Code generated from the graph's vocabulary by go generate; DO NOT EDIT.\n\npackage queries\n\n")
	b.WriteString("// Labels are the labels of nodes that queries may name, each with the properties that its nodes can have.\nvar Labels = map[string][]string{\n")
	entity := texts("name", "name_source")
	entity = append(entity, "id", "kind", "reports", "aliases", "evidence", "statements")
	all := slices.Clone(entity)
	for _, k := range graph.Kinds {
		own := flat(graph.EntityProperties[k])
		all = append(all, own...)
		line(&b, string(k), append(own, entity...))
	}
	line(&b, "Entity", all)
	line(&b, "Passage", append(texts("gist"), "id", "report", "section", "paragraph", "chapter", "start", "end", "line", "page", "quote"))
	line(&b, "Note", append(texts("gist"), "id", "report", "kind", "about", "evidence"))
	line(&b, "Redirect", []string{"old", "new"})
	b.WriteString("}\n\n// RelationshipTypes are the types of relationships, each with the properties that its relationships can have.\nvar RelationshipTypes = map[string][]string{\n")
	for _, s := range graph.LinkTypeSpecs {
		own := append(flat(s.Properties), flat(graph.LinkDates)...)
		line(&b, string(s.Type), append(own, "id", "key", "reports", "years", "basis", "confidence", "confidences", "rule", "evidence", "statements"))
	}
	line(&b, "EVIDENCED_BY", nil)
	b.WriteString("}\n")
	out, err := format.Source([]byte(b.String()))
	if err != nil {
		panic(err) // the text above is ours
	}
	return string(out)
}

func line(b *strings.Builder, name string, properties []string) {
	slices.Sort(properties)
	fmt.Fprintf(b, "%q: {", name)
	for i, p := range slices.Compact(properties) {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(b, "%q", p)
	}
	b.WriteString("},\n")
}

// texts are the properties that hold a text in each language.
func texts(names ...string) (out []string) {
	for _, n := range names {
		for _, lang := range graph.Languages {
			out = append(out, n+"_"+lang)
		}
	}
	return out
}

// saidOf are the properties that a row keeps edition by edition where several state it, beside the value that counts.
var saidOf = []string{"status", "firmness", "start", "end", "dated", "named", "type", "parent_of_record"}

// flat are declared properties as a node or relationship has them: nested values flattened.
func flat(declared []graph.Property) (out []string) {
	for _, p := range declared {
		switch p.Type {
		case graph.AmountType:
			out = append(out, p.Name+"_value", p.Name+"_currency", p.Name+"_period")
		case graph.TermsType:
			out = append(out, p.Name)
			out = append(out, texts(p.Name)...)
		default:
			out = append(out, p.Name)
		}
		if slices.Contains(saidOf, p.Name) {
			out = append(out, "said_"+p.Name)
		}
	}
	return out
}
