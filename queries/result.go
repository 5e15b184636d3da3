package queries

import "errors"

// Result is what a query returned, ready to be written as JSON: null, bool, int64, float64 (NaN and infinities as texts), string,
// lists and maps of these, Node, Relationship and Path. Dates, times, durations and points are the texts that Cypher's toString gives.
type Result struct {
	Columns   []string
	Rows      [][]any
	Truncated bool     // there were more rows, or bytes, than the runner gives
	Warnings  []string // what the server says of the query, by place
}

// ErrRefused is a text that the gate does not let through: it would do more than read, or may. The message names the rule.
var ErrRefused = errors.New("the gate refuses the query")

// ErrBusy: as many queries run as may, for as long as one waits.
var ErrBusy = errors.New("too many queries run at once")

// Node is a node of a result.
type Node struct {
	ID         string         `json:"id"` // the property id where it has one, else the server's element id
	Labels     []string       `json:"labels"`
	Properties map[string]any `json:"properties"`
}

// Relationship is a relationship of a result; Start and End are ids of nodes.
type Relationship struct {
	ID         string         `json:"id"`
	Type       string         `json:"type"`
	Start      string         `json:"start"`
	End        string         `json:"end"`
	Properties map[string]any `json:"properties"`
}

// Path is a path of a result, in its order.
type Path struct {
	Nodes         []Node         `json:"nodes"`
	Relationships []Relationship `json:"relationships"`
}

// Plan is how the server would run a query.
type Plan struct {
	Operator string  `json:"operator" doc:"What is done, by the server's name of it."`
	Details  string  `json:"details,omitempty" doc:"What it is done to."`
	Rows     float64 `json:"estimated_rows" doc:"Rows that the server expects to come out."`
	Children []Plan  `json:"children,omitempty" doc:"What feeds it."`
}
