// Package export lays answers out as tables, one row a thing, for spreadsheets and terminals.
package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Table is columns with snake_case English names and rows of as many cells. A cell is string, bool, int, float64, a
// pointer to one of the last two, nil (empty, as a nil pointer is) or []string (joined by "; ").
type Table struct {
	Columns []string
	Rows    [][]any
}

// Add appends a row.
func (t *Table) Add(cells ...any) { t.Rows = append(t.Rows, cells) }

// Text is one cell as people read it.
func Text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return ""
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	case *float64:
		if v == nil {
			return ""
		}
		return Text(*v)
	case *int:
		if v == nil {
			return ""
		}
		return strconv.Itoa(*v)
	}
	return fmt.Sprint(v)
}

// nameColumns are the columns of a name.
var nameColumns = []string{"name_en", "name_fr", "name_es"}

func nameCells(n graph.Names) []any { return []any{n["en"], n["fr"], n["es"]} }

// row joins parts into one row.
func row(parts ...any) []any {
	var out []any
	for _, p := range parts {
		if list, ok := p.([]any); ok {
			out = append(out, list...)
			continue
		}
		out = append(out, p)
	}
	return out
}

func columns(parts ...any) []string {
	var out []string
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			out = append(out, p)
		case []string:
			out = append(out, p...)
		}
	}
	return out
}
