package queries

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Query is one named query of the catalogue. It cannot be made elsewhere: what runs is what stands in a file.
type Query struct {
	name, does, text    string
	parameters, columns []string

	typed   []Parameter // of queries under read, parallel to parameters
	returns []Column    // of queries under read, parallel to columns
	one     bool
}

// Name is the query's full name, such as load/entity.change; it goes to the server with each transaction.
func (q Query) Name() string { return q.name }

// Does says in a sentence what the query does.
func (q Query) Does() string { return q.does }

// Text is the query's Cypher.
func (q Query) Text() string { return q.text }

// Parameters lists the parameters that the text uses, in the order of the header.
func (q Query) Parameters() []string { return slices.Clone(q.parameters) }

// Columns lists the columns that the query returns, in their order.
func (q Query) Columns() []string { return slices.Clone(q.columns) }

// Typed lists the parameters of a query under read with their types and defaults, in the order of the header; nil elsewhere.
func (q Query) Typed() []Parameter { return slices.Clone(q.typed) }

// Returns lists the columns of a query under read with their types, in their order; nil elsewhere.
func (q Query) Returns() []Column { return slices.Clone(q.returns) }

// One reports whether a query under read returns one row at most.
func (q Query) One() bool { return q.one }

// Defaults are the values of the parameters that a person leaves out.
func (q Query) Defaults() map[string]any {
	out := map[string]any{}
	for _, p := range q.typed {
		out[p.Name] = p.Default
	}
	return out
}

var parameter = regexp.MustCompile(`\$([a-z_]+)`)

// problems lists how text and header disagree.
func (q Query) problems() []string {
	var out []string
	bad := func(format string, args ...any) { out = append(out, q.name+" "+fmt.Sprintf(format, args...)) }
	if strings.HasSuffix(q.text, ";") {
		bad("ends in a semicolon; the next header or the file's end ends a query")
	}
	used := map[string]bool{}
	for _, m := range parameter.FindAllStringSubmatch(q.text, -1) {
		if !used[m[1]] && !slices.Contains(q.parameters, m[1]) {
			bad("uses $%s, which its header does not declare", m[1])
		}
		used[m[1]] = true
	}
	for _, name := range q.parameters {
		if !used[name] {
			bad("declares %s and does not use it", name)
		}
	}
	return out
}
