package neo4jstore

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// refused is an error of the gate, by the name of its rule.
func refusedBy(rule, format string, args ...any) error {
	return fmt.Errorf("%s (rule %s): %w", fmt.Sprintf(format, args...), rule, ErrRefused)
}

// readText looks at a text before the server does: whether it is one statement that asks and does not tell the server how, names
// no other database, calls no function of an extension, and uses no parameter that is not given. The text comes back without a
// semicolon at its end.
func (c *Cypher) readText(text string, params map[string]any) (string, error) {
	if len(text) > c.o.Text {
		return "", refusedBy("size", "the query has %d bytes, of at most %d", len(text), c.o.Text)
	}
	tokens, err := queries.Tokens(text)
	if err != nil {
		return "", fmt.Errorf("line:column %w: %w", err, graph.ErrInvalid)
	}
	for n := len(tokens); n > 0 && tokens[n-1].Is(";"); n = len(tokens) {
		last := tokens[n-1]
		tokens, text = tokens[:n-1], cut(text, last.Line, last.Column)
	}
	if len(tokens) == 0 {
		return "", fmt.Errorf("the query is empty: %w", graph.ErrInvalid)
	}
	var problems []error
	switch first := tokens[0]; {
	case first.Is("EXPLAIN"), first.Is("PROFILE"):
		return "", refusedBy("prefix", "%s is not taken: ask for the plan beside the query instead", strings.ToUpper(first.Text))
	case first.Is("CYPHER"):
		return "", refusedBy("prefix", "options of the planner (CYPHER …) are not taken")
	}
	for i, t := range tokens {
		if err := c.readToken(tokens, i, params); err != nil {
			problems = append(problems, fmt.Errorf("%d:%d: %w", t.Line, t.Column, err))
		}
	}
	return text, errors.Join(problems...)
}

// cut is text up to a place.
func cut(text string, line, column int) string {
	lines := strings.SplitAfter(text, "\n")
	runes := []rune(lines[line-1])
	return strings.Join(lines[:line-1], "") + string(runes[:min(column-1, len(runes))])
}

func (c *Cypher) readToken(tokens []queries.Token, i int, params map[string]any) error {
	at := func(k int) queries.Token {
		if k < 0 || k >= len(tokens) {
			return queries.Token{Kind: -1}
		}
		return tokens[k]
	}
	switch t := tokens[i]; {
	case t.Is(";"):
		return refusedBy("statement", "a semicolon: one statement at a time")
	case t.Is("USE") && t.Kind == queries.WordToken && at(i+1).IsName() && (i == 0 || at(i-1).Is("{") || at(i-1).Is("UNION") || at(i-1).Is("ALL")):
		return refusedBy("database", "USE: other databases are not asked")
	case t.Kind == queries.ParameterToken:
		if _, given := params[t.Text]; !given {
			return fmt.Errorf("parameter $%s is not given: %w", t.Text, graph.ErrInvalid)
		}
	case t.IsName() && !at(i-1).Is(".") && at(i+1).Is(".") && !at(i-1).Is("CALL"):
		if name, call := dotted(tokens[i:]); call && !slices.ContainsFunc(slices.Concat(functionNames, c.o.Functions), func(f string) bool { return strings.EqualFold(f, name) }) {
			return refusedBy("function", "function %s is not one that is allowed", name)
		}
	}
	return nil
}

// dotted is the name with dots that tokens begin with, and whether it is called.
func dotted(tokens []queries.Token) (name string, call bool) {
	i := 0
	for ; i+2 < len(tokens) && tokens[i].IsName() && tokens[i+1].Is("."); i += 2 {
		name += tokens[i].Text + "."
	}
	if i >= len(tokens) || !tokens[i].IsName() {
		return name, false
	}
	return name + tokens[i].Text, i+1 < len(tokens) && tokens[i+1].Is("(")
}
