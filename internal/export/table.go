// Package export lays answers out as tables, one row a thing, for spreadsheets and terminals.
package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Table is columns with snake_case English names and rows of as many cells. A cell is string, bool, int, float64, nil (empty) or
// []string (joined by "; ").
type Table struct {
	Columns []string
	Rows    [][]any
}

// Add appends a row.
func (t *Table) Add(cells ...any) { t.Rows = append(t.Rows, cells) }

// WriteCSV writes UTF-8 CSV with a header row and CRLF line ends (RFC 4180). Cells that a spreadsheet would run as a formula
// are defused with a leading apostrophe. bom begins the file with a byte order mark, which Excel wants.
func (t Table) WriteCSV(w io.Writer, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(t.Columns); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	for _, row := range t.Rows {
		if err := c.Write(cells(row)); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	c.Flush()
	return c.Error()
}

func cells(row []any) []string {
	out := make([]string, len(row))
	for i, v := range row {
		out[i] = cell(v)
	}
	return out
}

// cell is one value as CSV text; only texts are defused, a negative number stays a number.
func cell(v any) string {
	switch v := v.(type) {
	case string:
		return defuse(v)
	case []string:
		return defuse(strings.Join(v, "; "))
	case nil:
		return ""
	}
	return Text(v)
}

// lineEnds makes one line end of the three: the CSV writer drops a lone carriage return.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func defuse(s string) string {
	s = lineEnds.Replace(s)
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

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
