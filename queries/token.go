package queries

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind is what a Token is.
type TokenKind int

// The kinds of token.
const (
	WordToken      TokenKind = iota // a name or keyword
	QuotedToken                     // a name in backquotes; Text is the name
	StringToken                     // a text in quotes; Text is what it says
	NumberToken                     // a number as it is written
	ParameterToken                  // a parameter; Text is its name
	MarkToken                       // punctuation or an operator, a rune or two (.. -> <- <= >= <> =~ +=)
)

// Token is a piece of Cypher that means something; comments and white space are none.
type Token struct {
	Kind         TokenKind
	Text         string
	Line, Column int // from 1; columns count characters
}

// Is reports whether the token is that keyword, in any case, or that mark.
func (t Token) Is(text string) bool {
	return t.Kind == WordToken && strings.EqualFold(t.Text, text) || t.Kind == MarkToken && t.Text == text
}

// IsName reports whether the token can name something.
func (t Token) IsName() bool { return t.Kind == WordToken || t.Kind == QuotedToken }

// SyntaxError is a place where a text is no Cypher.
type SyntaxError struct {
	Line, Column int
	Problem      string
}

// Error is line:column: problem.
func (e *SyntaxError) Error() string { return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Problem) }

// Tokens reads a text as the server does: \uXXXX stands for its character wherever it is, comments are skipped, what stands in quotes
// or backquotes is one token. The error is a *SyntaxError where quotes, a backquote or a comment do not end.
func Tokens(text string) ([]Token, error) {
	l := lexer{line: 1, column: 1}
	if err := l.characters(text); err != nil {
		return nil, err
	}
	for l.at < len(l.text) {
		if err := l.token(); err != nil {
			return l.tokens, err
		}
	}
	return l.tokens, nil
}

// character is one of the text, with its place.
type character struct {
	r            rune
	line, column int
}

type lexer struct {
	text         []character
	at           int
	line, column int
	tokens       []Token
}

// characters puts \uXXXX in the place of what it stands for. A backslash before a backslash is none that begins such an escape.
func (l *lexer) characters(text string) error {
	line, column := 1, 1
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		width := 1
		if r == '\\' && strings.HasPrefix(text[i+1:], "u") {
			n := i + 1
			for n < len(text) && text[n] == 'u' {
				n++
			}
			v, err := strconv.ParseUint(text[n:min(n+4, len(text))], 16, 32)
			if err != nil || n+4 > len(text) {
				return &SyntaxError{line, column, `\u is not followed by four hexadecimal digits`}
			}
			r, size, width = rune(v), n+4-i, n+4-i
		} else if r == '\\' && strings.HasPrefix(text[i+1:], `\`) {
			l.text = append(l.text, character{r, line, column}, character{r, line, column + 1})
			i, column = i+2, column+2
			continue
		}
		l.text = append(l.text, character{r, line, column})
		i, column = i+size, column+width
		if r == '\n' {
			line, column = line+1, 1
		}
	}
	return nil
}

// peek is the character so far ahead, 0 at the end.
func (l *lexer) peek(ahead int) rune {
	if l.at+ahead >= len(l.text) {
		return 0
	}
	return l.text[l.at+ahead].r
}

func (l *lexer) fail(at int, problem string) error {
	return &SyntaxError{l.text[at].line, l.text[at].column, problem}
}

// add makes a token that began at from.
func (l *lexer) add(kind TokenKind, text string, from int) {
	l.tokens = append(l.tokens, Token{kind, text, l.text[from].line, l.text[from].column})
}

func (l *lexer) slice(from, to int) string {
	var b strings.Builder
	for _, c := range l.text[from:to] {
		b.WriteRune(c.r)
	}
	return b.String()
}

func (l *lexer) token() error {
	from := l.at
	switch r := l.peek(0); {
	case unicode.IsSpace(r) || r == 0 || unicode.IsControl(r) || r == '\ufeff':
		l.at++
	case r == '/' && l.peek(1) == '/':
		for l.at < len(l.text) && l.peek(0) != '\n' && l.peek(0) != '\r' { // either ends it (tried on 5.26)
			l.at++
		}
	case r == '/' && l.peek(1) == '*':
		for l.at += 2; l.peek(0) != '*' || l.peek(1) != '/'; l.at++ {
			if l.at >= len(l.text) {
				return l.fail(from, "a comment does not end")
			}
		}
		l.at += 2
	case r == '\'' || r == '"':
		return l.quoted(r)
	case r == '`':
		name, err := l.backquoted()
		if err != nil {
			return err
		}
		l.add(QuotedToken, name, from)
	case r == '$':
		return l.parameter()
	case isDigit(r) || r == '.' && isDigit(l.peek(1)) && !l.afterName():
		l.number()
	case startsName(r):
		l.add(WordToken, l.word(), from)
	default:
		l.mark()
	}
	return nil
}

// afterName reports whether a name or closing bracket stands right before, so that a dot leads to a property and begins no number.
func (l *lexer) afterName() bool {
	if l.at == 0 {
		return false
	}
	before := l.text[l.at-1].r
	return startsName(before) || isDigit(before) || before == ')' || before == ']' || before == '`' || before == '.'
}

func (l *lexer) word() string {
	from := l.at
	for startsName(l.peek(0)) || isDigit(l.peek(0)) || unicode.IsDigit(l.peek(0)) || unicode.Is(unicode.Mn, l.peek(0)) {
		l.at++
	}
	return l.slice(from, l.at)
}

func startsName(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
