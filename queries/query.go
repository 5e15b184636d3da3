package queries

import "slices"

// Query is one named query of the catalogue. It cannot be made elsewhere: what runs is what stands in a file.
type Query struct {
	name, does, text    string
	parameters, columns []string
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
