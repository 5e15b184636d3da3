package queries

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// parse reads the queries of one file. The error joins every broken rule, each as file:line.
func parse(file, text string) ([]Query, error) {
	p := parser{file: file, stem: strings.TrimSuffix(file, ".cypher")}
	for i, line := range strings.Split(text, "\n") {
		p.line(i+1, line)
	}
	p.finish()
	return p.queries, errors.Join(p.problems...)
}

// parser goes through a file line by line.
type parser struct {
	file, stem string
	queries    []Query
	problems   []error
	at         int // line of the open query's header
	open       *Query
	header     bool
	body       []string
	textFrom   int // line of the first of body
}

var headerLine = regexp.MustCompile(`^// (query|does|parameters|columns): ?(.*)$`)

func (p *parser) line(n int, line string) {
	m := headerLine.FindStringSubmatch(line)
	switch {
	case m != nil && m[1] == "query":
		p.finish()
		p.open, p.header, p.at = &Query{name: p.stem + "." + m[2]}, true, n
	case p.open == nil:
		if line != "" && !strings.HasPrefix(line, "//") {
			p.bad(n, "text before the first header (// query: name)")
		}
	case m != nil && !p.header:
		p.bad(n, "a header line (%s) in the middle of a query", m[1])
	case m != nil:
		p.field(m[1], m[2])
	default:
		if p.header {
			p.header, p.textFrom = false, n
		}
		p.body = append(p.body, line)
	}
}

func (p *parser) field(key, value string) {
	switch key {
	case "does":
		p.open.does = value
	case "parameters":
		p.open.parameters = list(value)
	case "columns":
		p.open.columns = list(value)
	}
}

// list splits a header's comma-separated names.
func list(value string) []string {
	var names []string
	for _, n := range strings.Split(value, ",") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// finish closes the open query and checks it.
func (p *parser) finish() {
	if p.open == nil {
		return
	}
	q := *p.open
	q.text = strings.TrimSpace(strings.Join(p.body, "\n"))
	start := slices.IndexFunc(p.body, func(line string) bool { return strings.TrimSpace(line) != "" })
	p.open, p.body = nil, nil
	if q.text == "" {
		p.bad(p.at, "%s has no text", q.name)
	}
	if q.does == "" {
		p.bad(p.at, "%s does not say what it does", q.name)
	}
	for _, problem := range check(q, modeOf(p.file)) {
		p.problems = append(p.problems, fmt.Errorf("%s:%d:%d: %s", p.file, p.textFrom+start+problem.Line-1, problem.Column, problem.Problem))
	}
	p.queries = append(p.queries, q)
}

func (p *parser) bad(line int, format string, args ...any) {
	p.problems = append(p.problems, fmt.Errorf("%s:%d: %s", p.file, line, fmt.Sprintf(format, args...)))
}
