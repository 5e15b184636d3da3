package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// WriteCSV writes UTF-8 CSV with a header row and CRLF line ends (RFC 4180); within a cell line ends are LF or CRLF. Cells that
// a spreadsheet would run as a formula are defused with a leading apostrophe. bom begins the file with a byte order mark,
// which Excel wants.
func (t Table) WriteCSV(w io.Writer, bom bool) error {
	if bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := write(c, w, t.Columns); err != nil {
		return err
	}
	c.Flush()
	return t.WriteRows(w)
}

// WriteRows writes the rows alone, as WriteCSV does.
func (t Table) WriteRows(w io.Writer) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range t.Rows {
		if err := write(c, w, cells(row)); err != nil {
			return err
		}
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// write writes one row. An empty cell alone in its row is quoted: readers take an empty line for no row.
func write(c *csv.Writer, w io.Writer, row []string) error {
	if len(row) == 1 && row[0] == "" {
		c.Flush()
		if _, err := io.WriteString(w, "\"\"\r\n"); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	} else if err := c.Write(row); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
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
		return defuse(tidy(v))
	case []string:
		items := make([]string, len(v))
		for i, s := range v {
			items[i] = defuse(tidy(s)) // where a semicolon parts cells, each stands alone
		}
		return strings.Join(items, "; ")
	}
	return Text(v)
}
