package queries

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func kinds(ts []Token) (out []string) {
	for _, t := range ts {
		out = append(out, fmt.Sprintf("%c%s", "wqsnpm"[t.Kind], t.Text))
	}
	return out
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"MATCH (n:A|B)-[r:C*1..3]->(m) // ) $x":            "wMATCH m( wn m: wA m| wB m) m- m[ wr m: wC m* n1 m.. n3 m] m-> m( wm m)",
		"RETURN 1.5, .5, 1e-3, 0x1F, n.a, n .b":            "wRETURN n1.5 m, n.5 m, n1e-3 m, n0x1F m, wn m. wa m, wn m. wb",
		"/* a\n'*/ 'it\\'s' \"a\\\\\" `x``y` $p $`q r` $1": "sit's sa\\ qx`y pp pq r p1",
		`\u0052ETURN '\u0041' \\u0041`:                     "wRETURN sA m\\ m\\ wu0041",
		"[1..2] x[..-1] a<=b a<>b a=~'x' --> <--":          "m[ n1 m.. n2 m] wx m[ m.. m- n1 m] wa m<= wb wa m<> wb wa m=~ sx m- m-> m<- m-",
		"Énergie ßx _a 日本":                                 "wÉnergie wßx w_a w日本",
		"a // b\r c // d\\u000d e // f\r\n g // h\u2028 i": "wa wc we wg", // of Unicode's line ends only these end a comment
		"": "",
	} {
		got, err := Tokens(text)
		if d := cmp.Diff(strings.Fields(want), strings.Fields(strings.Join(kinds(got), " "))); err != nil || d != "" {
			t.Errorf("%s: %v\n%s", text, err, d)
		}
	}
}

func TestTokensTellWhereATextBreaks(t *testing.T) {
	for text, want := range map[string]string{
		"RETURN\n  'a": "2:3: a text in quotes does not end", "/* x": "1:1: a comment does not end", "a `b": "1:3: a name in backquotes does not end",
		`x \u12`: `1:3: \u is not followed by four`, `'a\'`: "1:1: a text in quotes does not end",
	} {
		_, err := Tokens(text)
		if s := (*SyntaxError)(nil); !errors.As(err, &s) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v; want: %s", text, err, want)
		}
	}
}

// FuzzTokens: any text gives tokens or an error, each token within the text and after the one before.
func FuzzTokens(f *testing.F) {
	f.Add("MATCH (n:`a b` {x: $y})-[:T*1..]->() WHERE n.a =~ '\\u0041' /* c */ RETURN n // end")
	f.Add("\\u005c\\u0027 '\\\\' `")
	f.Fuzz(func(t *testing.T, text string) {
		ts, err := Tokens(text)
		if err != nil && !errors.As(err, new(*SyntaxError)) {
			t.Fatal(err)
		}
		line, column := 1, 0
		for _, tok := range ts {
			if tok.Line < line || tok.Line == line && tok.Column <= column {
				t.Fatalf("%q at %d:%d comes after %d:%d", tok.Text, tok.Line, tok.Column, line, column)
			}
			line, column = tok.Line, tok.Column
		}
		check(Query{text: text}, reading)
	})
}
