package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineEnds makes all line ends one: encoding/csv drops a carriage return, and with it the end of a line.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// tidy is s with its line ends alike and in valid UTF-8.
func tidy(s string) string { return strings.ToValidUTF8(lineEnds.Replace(s), "\ufffd") }

// formulaStarts begin what spreadsheets run: in every form that Unicode holds to be the same sign too, since some programs take those
// for the plain ones (wide, small, raised, lowered, joined), and the minus sign of typesetting.
const formulaStarts = "=+-@" + "＝＋－＠" + "﹦﹢﹣﹫" + "⁺⁻⁼₊₋₌" + "⩵⩶﬩" + "−"

// defuse puts an apostrophe before what a spreadsheet would run: it looks past all that does not show, and takes a tab or line
// end at the beginning for one that might be dropped.
func defuse(s string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unseen))
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\n") || strings.ContainsRune(formulaStarts, first) {
		return "'" + s
	}
	return s
}

// unseen reports whether a rune at the beginning of a cell shows nothing: blanks, controls, marks of order and of direction, joiners,
// fillers.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Z, unicode.C, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
