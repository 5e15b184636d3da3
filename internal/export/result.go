package export

import (
	"encoding/json"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// Result lays out what a query returned: a node, a relationship or a path as its ids, what is nested as JSON.
func Result(r queries.Result) Table {
	t := Table{Columns: r.Columns}
	for _, row := range r.Rows {
		t.Rows = append(t.Rows, ResultRow(row))
	}
	return t
}

// ResultRow is one row of a Result.
func ResultRow(row []any) []any {
	cells := make([]any, len(row))
	for i, v := range row {
		cells[i] = resultCell(v)
	}
	return cells
}

func resultCell(v any) any {
	switch v := v.(type) {
	case nil, bool, string, float64:
		return v
	case int64:
		return int(v)
	case queries.Node:
		return v.ID
	case queries.Relationship:
		return v.Start + " " + v.Type + " " + v.End
	case queries.Path:
		var ids []string
		for _, n := range v.Nodes {
			ids = append(ids, n.ID)
		}
		return ids
	case []any:
		return listCell(v)
	}
	b, err := json.Marshal(v)
	if err != nil { // results hold nothing that JSON cannot
		return err.Error()
	}
	return string(b)
}

// listCell is a list of plain values as a list of texts, one that holds more as JSON.
func listCell(list []any) any {
	out := make([]string, len(list))
	for i, item := range list {
		switch c := resultCell(item).(type) {
		case []string:
			b, err := json.Marshal(list)
			if err != nil {
				return err.Error()
			}
			return string(b)
		default:
			out[i] = Text(c)
		}
	}
	return out
}
