package queries

import "strings"

// Stripped is a text with its literals replaced by question marks and its comments left out, for logs: what was asked, and not about
// whom. A text that is no Cypher is not shown at all.
func Stripped(text string) string {
	tokens, err := Tokens(text)
	if err != nil {
		return "(no Cypher)"
	}
	var b strings.Builder
	for i, t := range tokens {
		if i > 0 && spaced(tokens[i-1], t) {
			b.WriteByte(' ')
		}
		switch t.Kind {
		case StringToken, NumberToken:
			b.WriteByte('?')
		case ParameterToken:
			b.WriteString("$" + t.Text)
		case QuotedToken:
			b.WriteString("`" + strings.ReplaceAll(t.Text, "`", "``") + "`")
		default:
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

// spaced reports whether two tokens would read as one without a blank between them.
func spaced(a, b Token) bool {
	return a.Kind != MarkToken && b.Kind != MarkToken || a.Is(",") || a.Kind != MarkToken && (b.Is("(") || b.Is("{")) && !b.Is(".")
}
