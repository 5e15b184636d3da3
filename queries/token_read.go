package queries

import "strings"

// quoted reads a text in quotes; a backslash makes the next character part of it.
func (l *lexer) quoted(quote rune) error {
	from := l.at
	var b strings.Builder
	for l.at++; ; l.at++ {
		switch r := l.peek(0); {
		case l.at >= len(l.text):
			return l.fail(from, "a text in quotes does not end")
		case r == '\\' && l.at+1 < len(l.text):
			l.at++
			b.WriteRune(escaped(l.peek(0)))
		case r == quote:
			l.at++
			l.add(StringToken, b.String(), from)
			return nil
		default:
			b.WriteRune(r)
		}
	}
}

// escaped is the character that a backslash before r stands for.
func escaped(r rune) rune {
	switch r {
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	}
	return r
}

// backquoted reads a name in backquotes, in which two stand for one.
func (l *lexer) backquoted() (string, error) {
	from := l.at
	var b strings.Builder
	for l.at++; ; l.at++ {
		switch {
		case l.at >= len(l.text):
			return "", l.fail(from, "a name in backquotes does not end")
		case l.peek(0) != '`':
			b.WriteRune(l.peek(0))
		case l.peek(1) == '`':
			b.WriteRune('`')
			l.at++
		default:
			l.at++
			return b.String(), nil
		}
	}
}

// parameter reads $name, $`name` or $1.
func (l *lexer) parameter() error {
	from := l.at
	l.at++
	name := ""
	switch r := l.peek(0); {
	case r == '`':
		var err error
		if name, err = l.backquoted(); err != nil {
			return err
		}
	case startsName(r) || isDigit(r):
		name = l.word()
	default:
		l.at = from
		l.mark() // as in an operator of a quantified label, or a slip that the server tells
		return nil
	}
	l.add(ParameterToken, name, from)
	return nil
}

// number reads an integer or a float, its exponent and base included. Two dots after a digit are a range.
func (l *lexer) number() {
	from := l.at
	for {
		switch r := l.peek(0); {
		case isDigit(r) || r == '_' || startsName(r):
			l.at++
			if (r == 'e' || r == 'E') && (l.peek(0) == '-' || l.peek(0) == '+') && isDigit(l.peek(1)) {
				l.at++
			}
		case r == '.' && isDigit(l.peek(1)):
			l.at++
		default:
			l.add(NumberToken, l.slice(from, l.at), from)
			return
		}
	}
}

// pairs are the marks of two characters that mean something else than the two alone.
var pairs = []string{"..", "->", "<-", "<=", ">=", "<>", "=~", "+=", "||", "::", "!="}

func (l *lexer) mark() {
	from := l.at
	l.at++
	if l.at < len(l.text) {
		for _, p := range pairs {
			if two := l.slice(from, l.at+1); two == p {
				l.at++
				break
			}
		}
	}
	l.add(MarkToken, l.slice(from, l.at), from)
}
