package queries

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// mode is what a query may do; its folder gives it.
type mode int

const (
	reading  mode = iota // read: what people ask; every name is checked
	internal             // load, snapshot: names of nodes that the store keeps for itself are known too
	defining             // schema: makes what other queries name
)

// modeOf is the mode of a file's folder.
func modeOf(file string) mode {
	switch folder, _, _ := strings.Cut(file, "/"); folder {
	case "read":
		return reading
	case "schema":
		return defining
	}
	return internal
}

// keptLabels are labels of nodes that the store keeps for itself.
var keptLabels = []string{"CrosswalkStore", "Release", "Bundle", "Source", "JudgementSet", "Part", "PREVIOUS"}

// writing are the clauses that a query under read cannot have.
var writing = []string{"CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "DROP", "ALTER", "GRANT", "DENY", "REVOKE", "SHOW", "TERMINATE", "USE", "EXPLAIN", "PROFILE"}

// check lists how a query's text breaks the rules of its mode, or disagrees with its header, by place.
func check(q Query, m mode) []SyntaxError {
	tokens, err := Tokens(q.text)
	if broken := (*SyntaxError)(nil); errors.As(err, &broken) {
		return []SyntaxError{*broken}
	}
	c := checker{tokens: tokens, mode: m}
	c.parameters(q)
	c.marks()
	if m != defining {
		c.names()
	}
	if m == reading {
		c.returned(q)
	}
	slices.SortStableFunc(c.problems, func(a, b SyntaxError) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return c.problems
}

type checker struct {
	tokens   []Token
	mode     mode
	problems []SyntaxError
}

func (c *checker) bad(t Token, format string, args ...any) {
	c.problems = append(c.problems, SyntaxError{t.Line, t.Column, fmt.Sprintf(format, args...)})
}

// at is token i, one without meaning beyond the ends.
func (c *checker) at(i int) Token {
	if i < 0 || i >= len(c.tokens) {
		return Token{Kind: -1, Line: 1, Column: 1}
	}
	return c.tokens[i]
}

// parameters holds what is used to what is declared.
func (c *checker) parameters(q Query) {
	used := map[string]bool{}
	for _, t := range c.tokens {
		if t.Kind == ParameterToken {
			if !used[t.Text] && !slices.Contains(q.parameters, t.Text) {
				c.bad(t, "%s uses $%s, which its header does not declare", q.name, t.Text)
			}
			used[t.Text] = true
		}
	}
	for _, name := range q.parameters {
		if !used[name] {
			c.bad(c.at(0), "%s declares %s and does not use it", q.name, name)
		}
	}
}

// marks refuses semicolons and, in what only reads, clauses that do more.
func (c *checker) marks() {
	for i, t := range c.tokens {
		switch {
		case t.Is(";"):
			c.bad(t, "a semicolon: the file's end, or the next header, ends a query")
		case c.mode == reading && t.Kind == WordToken && slices.ContainsFunc(writing, t.Is) && c.begins(i):
			c.bad(t, "%s: a query under read only reads", strings.ToUpper(t.Text))
		}
	}
}

// begins reports whether word i can begin a clause: it is no property, label, alias or key of a map. SET (n).x = 1 is one.
func (c *checker) begins(i int) bool {
	before, after := c.at(i-1), c.at(i+1)
	return !before.Is(".") && !before.Is(":") && !before.Is("|") && !before.Is("AS") && !before.Is(",") && !after.Is(":") && !after.Is(".") && !after.Is(",")
}
