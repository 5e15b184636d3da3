package export_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"math"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/crosswalk-kg/crosswalk/internal/export"
)

func written(t testing.TB, tb export.Table, bom bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := tb.WriteCSV(&b, bom); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestCells: numbers stay numbers, texts that a spreadsheet would run are defused, what is absent is empty.
func TestCells(t *testing.T) {
	number, none := 3, (*float64)(nil)
	tb := export.Table{Columns: []string{"value", "n"}}
	for _, v := range []any{"plain", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "\r=1", "＝1", "\ufeff=1", "\u00a0=1", "\u200b=1", "\u202e+1", "\u3164@x", "﹣1", "−1", " ＠x", "- a list", "a = b", "'quoted", "x;y", `say "so"`, "two\r\nlines",
		"old\rlines", "bad \xff byte", "", nil, -1.5, 1e-12, 2.5e20, math.NaN(), math.Inf(1), -7, true, &number, none, []string{"a", "b"}, []string{"=a", "b"}, []string{"a", "=b", "\t-c"}, []string{"", "=b"}, []string(nil)} {
		tb.Add(v, 1)
	}
	want := "value,n\r\nplain,1\r\n'=1+1,1\r\n'+1,1\r\n'-1,1\r\n'@SUM(A1),1\r\n'\t=1,1\r\n'  =1,1\r\n\"'\r\n=1\",1\r\n\"'\r\n=1\",1\r\n'＝1,1\r\n'\ufeff=1,1\r\n'\u00a0=1,1\r\n'\u200b=1,1\r\n'\u202e+1,1\r\n'\u3164@x,1\r\n'﹣1,1\r\n'−1,1\r\n' ＠x,1\r\n'- a list,1\r\na = b,1\r\n'quoted,1\r\nx;y,1\r\n" +
		"\"say \"\"so\"\"\",1\r\n\"two\r\nlines\",1\r\n\"old\r\nlines\",1\r\nbad \ufffd byte,1\r\n,1\r\n,1\r\n-1.5,1\r\n0.000000000001,1\r\n250000000000000000000,1\r\n,1\r\n,1\r\n-7,1\r\ntrue,1\r\n3,1\r\n,1\r\n" +
		"a; b,1\r\n'=a; b,1\r\na; '=b; '\t-c,1\r\n; '=b,1\r\n,1\r\n"
	if diff := cmp.Diff(want, written(t, tb, false)); diff != "" {
		t.Error(diff)
	}
	if got := written(t, export.Table{Columns: []string{"énergie"}, Rows: [][]any{{""}, {"x"}}}, true); got != "\ufeffénergie\r\n\"\"\r\nx\r\n" {
		t.Errorf("a column with a mark is %q", got)
	}
}

// failing is a writer whose space is used up.
type failing struct{ left int }

var errFull = errors.New("full")

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestWriteFails: an error of the writer comes back, wherever it falls.
func TestWriteFails(t *testing.T) {
	tb := export.Table{Columns: []string{"a"}, Rows: [][]any{{""}, {strings.Repeat("x", 9000)}, {""}, {"y"}}}
	whole := len(written(t, tb, true))
	for _, left := range []int{0, 3, 5, 8, 4096, whole - 1} {
		if err := tb.WriteCSV(&failing{left}, true); !errors.Is(err, errFull) {
			t.Errorf("with room for %d of %d bytes: %v", left, whole, err)
		}
	}
	if err := tb.WriteCSV(&failing{whole}, true); err != nil {
		t.Error(err)
	}
}

// FuzzCSV reads back what it wrote: as many rows, each cell as it was but for line ends, broken bytes and the apostrophe, and
// nothing that a spreadsheet would run.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"", "plain", "=HYPERLINK(\"x\")", "a,b\r\nc", "\"", "\r", "'=", "-", "\xff", " @", `\.`, "\x00=1", "＋1", "\u200b=1", "\u00a0\u3000-1", "\u202e@x", "\u00ad+1", "\u3164=1", "\ufe0f=1", "﹦1", "−1", "；=1", "'", "''=", "\u2028=1"} {
		f.Add(s, s, false)
		f.Add(s, "x", true)
	}
	f.Fuzz(func(t *testing.T, a, b string, one bool) {
		tb := export.Table{Columns: []string{"a", "b"}}
		if one {
			tb.Columns = tb.Columns[:1]
			tb.Add(a)
			tb.Add(b)
		} else {
			tb.Add(a, b)
			tb.Add([]string{a, b}, -1.5)
		}
		out := written(t, tb, false)
		if !utf8.ValidString(out) {
			t.Fatalf("%q is no UTF-8", out)
		}
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		if err != nil || len(rows) != 1+len(tb.Rows) {
			t.Fatalf("%q holds %d rows, %v", out, len(rows), err)
		}
		for i, row := range rows[1:] {
			for k, got := range row {
				switch v := tb.Rows[i][k].(type) {
				case string:
					readBack(t, v, got)
				case []string:
					readList(t, v, got)
				default:
					if got != "-1.5" {
						t.Fatalf("a number became %q", got)
					}
				}
			}
		}
	})
}

// runs says, by other means than the package's own, whether a spreadsheet may take a cell for a formula: what is left of it without
// all that does not show, in the plain form of its letters, begins with a sign; or it begins with what an import drops.
func runs(cell string) bool {
	if cell == "" {
		return false
	}
	shown := strings.TrimLeftFunc(cell, func(r rune) bool {
		return !unicode.IsGraphic(r) || unicode.IsSpace(r) || r == '\u3164' || r == '\ufe0f'
	})
	plain := norm.NFKC.String(shown)
	return strings.ContainsAny(cell[:1], "\t\r\n") || plain != "" && strings.ContainsRune("=+-@−", []rune(plain)[0])
}

func readBack(t *testing.T, wrote, read string) {
	want := plainEnds(wrote)
	if read != want && read != "'"+want {
		t.Fatalf("%q came back as %q", wrote, read)
	}
	if runs(read) {
		t.Errorf("%q, which a spreadsheet may run, came back as %q", wrote, read)
	}
}

// TestEveryRune: no cell that begins with any one rune of Unicode, or with one before a sign, is left to run.
func TestEveryRune(t *testing.T) {
	tb := export.Table{Columns: []string{"a", "b"}}
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) {
			tb.Add(string(r)+"1", string(r)+"=1")
		}
	}
	rows, err := csv.NewReader(strings.NewReader(written(t, tb, false))).ReadAll()
	if err != nil || len(rows) != 1+len(tb.Rows) {
		t.Fatalf("%d rows of %d, %v", len(rows), len(tb.Rows), err)
	}
	for i, row := range rows[1:] {
		readBack(t, tb.Rows[i][0].(string), row[0])
		readBack(t, tb.Rows[i][1].(string), row[1])
	}
}

// readList reads a list back: its items in order, each as it was or defused.
func readList(t *testing.T, wrote []string, read string) {
	if runs(read) {
		t.Fatalf("%q, which a spreadsheet may run, came back as %q", wrote, read)
	}
	rest := read
	for i, w := range wrote {
		w = plainEnds(w)
		if i > 0 {
			after, ok := strings.CutPrefix(rest, "; ")
			if !ok {
				t.Fatalf("%q came back as %q", wrote, read)
			}
			rest = after
		}
		bare, ok := strings.CutPrefix(rest, "'"+w)
		if !ok {
			bare, ok = strings.CutPrefix(rest, w)
		}
		if !ok {
			t.Fatalf("%q came back as %q", wrote, read)
		}
		rest = bare
	}
	if rest != "" {
		t.Fatalf("%q came back as %q", wrote, read)
	}
}

// plainEnds is a text as any cell has it: line ends alike, broken bytes marked.
func plainEnds(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\ufffd")
}
