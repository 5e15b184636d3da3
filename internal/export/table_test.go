package export_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/internal/export"
)

// TestCells: what each kind of cell becomes, and that a text which a spreadsheet would run as a formula is defused.
func TestCells(t *testing.T) {
	f, n := 0.25, 7
	for _, tc := range []struct {
		in   any
		want string
	}{
		{"plain", "plain"}, {"=1+1", "'=1+1"}, {"+41", "'+41"}, {"-x", "'-x"}, {"@SUM", "'@SUM"}, {"\tx", "'\tx"}, {"a, \"b\"", "a, \"b\""}, {"Québec", "Québec"},
		{[]string{"a", "b"}, "a; b"}, {[]string{"=a"}, "'=a"}, {[]string(nil), ""}, {nil, ""}, {-0.5, "-0.5"}, {1e-12, "0.000000000001"}, {&f, "0.25"}, {&n, "7"},
		{(*float64)(nil), ""}, {(*int)(nil), ""}, {true, "true"}, {12, "12"},
	} {
		if got := readBack(t, export.Table{Columns: []string{"c", "d"}, Rows: [][]any{{tc.in, "x"}}}, false)[1][0]; got != tc.want {
			t.Errorf("%#v is %q, want %q", tc.in, got, tc.want)
		}
	}
}

// TestForm: UTF-8, a header row, CRLF, and a byte order mark only on request.
func TestForm(t *testing.T) {
	table := export.Table{Columns: []string{"name_en", "score"}}
	table.Add("Énergie", 0.5)
	for bom, want := range map[bool]string{false: "name_en,score\r\nÉnergie,0.5\r\n", true: "\ufeffname_en,score\r\nÉnergie,0.5\r\n"} {
		var b bytes.Buffer
		if err := table.WriteCSV(&b, bom); err != nil || b.String() != want {
			t.Errorf("bom %v: %q, %v", bom, b.String(), err)
		}
	}
}

func readBack(t testing.TB, table export.Table, bom bool) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := table.WriteCSV(&b, bom); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatalf("%q: %v", b.String(), err)
	}
	return rows
}

// FuzzCSV: whatever a cell holds, the row reads back whole, no cell begins a formula, and but for the defusing apostrophe and
// line ends the text is the same.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"", "plain", "=cmd|' /C calc'!A0", "a\nb", "a\r\nb", `"`, ";", "\u202ex", "-1", "\xff"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, bom bool) {
		rows := readBack(t, export.Table{Columns: []string{"a", "b", "c"}, Rows: [][]any{{"x", s, []string{s, s}}}}, bom)
		if len(rows) != 2 || len(rows[1]) != 3 {
			t.Fatalf("%q reads back as %q", s, rows)
		}
		got := rows[1][1]
		if got != "" && strings.ContainsRune("=+-@\t\r", rune(got[0])) {
			t.Fatalf("%q is a formula: %q", s, got)
		}
		lines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
		if want := lines.Replace(s); lines.Replace(strings.TrimPrefix(got, "'")) != strings.TrimPrefix(want, "'") {
			t.Fatalf("%q reads back as %q", s, got)
		}
	})
}
