package queries

import "slices"

// Query is one named query of the catalogue. It cannot be made elsewhere: what runs is what stands in a file.
type Query struct {
	name, does, text    string
	parameters, columns []string

	typed   []Parameter // of queries under read, parallel to parameters
	returns []Column    // of queries under read, parallel to columns
	one     bool

	audience []string // of queries under read
	topic    string
}

// Audiences are whom a query under read can be for.
var Audiences = []string{"co-chair", "analyst", "dashboard"}

// Topics are what a query under read can be about.
var Topics = []string{"links", "opportunities", "commitments", "projects", "sessions", "institutions", "people", "themes", "figures", "evidence", "editions"}

// Audience lists whom a query under read is for; nil elsewhere.
func (q Query) Audience() []string { return slices.Clone(q.audience) }

// Topic is what a query under read is about; empty elsewhere.
func (q Query) Topic() string { return q.topic }

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
