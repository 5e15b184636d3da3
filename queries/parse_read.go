package queries

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// parseRead reads the one query of a file under read, whose header is strict: its name, what it does in one line or more,
// whom it is for and under which topic it stands, its parameters, its columns, in this order.
//
//	// name: institutions_bridging_groups :many
//	// Institutions that take part in several working groups, by name.
//	// @audience co-chair, analyst
//	// @topic institutions
//	// @param  min_groups int 2
//	// @return institution string
//
// The name is the file's stem; :one says that there is one row at most. The value after a parameter's type is its default.
// The header ends at the first line that is no comment. The error joins every broken rule, each as file:line.
func parseRead(file, text string) ([]Query, error) {
	p := readParser{file: file}
	p.query.name = strings.TrimSuffix(file, ".cypher")
	lines := strings.Split(text, "\n")
	n := 0
	for n < len(lines) && strings.HasPrefix(lines[n], "//") {
		p.header(n+1, lines[n])
		n++
	}
	p.body(n, strings.Join(lines[n:], "\n"))
	p.finish()
	return []Query{p.query}, errors.Join(p.problems...)
}

// Stages of a header, in their order.
const (
	atName = iota
	atDoes
	atAudience
	atTopic
	atParameters
	atColumns
)

type readParser struct {
	file     string
	query    Query
	stage    int
	problems []error
}

var (
	audienceLine = regexp.MustCompile(`^// @audience +([a-z-]+(?:, [a-z-]+)*)$`)
	topicLine    = regexp.MustCompile(`^// @topic +([a-z]+)$`)
	nameLine     = regexp.MustCompile(`^// name: ([a-z_]+) :(one|many)$`)
	paramLine    = regexp.MustCompile(`^// @param +([a-z_]+) ([a-z]+) (.+)$`)
	returnLine   = regexp.MustCompile(`^// @return +([a-z_]+) ([a-z]+)$`)
	doesLine     = regexp.MustCompile(`^// ([^@ ].*)$`)
)

func (p *readParser) header(n int, line string) {
	if m := nameLine.FindStringSubmatch(line); n == 1 && m != nil {
		p.query.one = m[2] == "one"
		if stem := path.Base(p.query.name); m[1] != stem {
			p.bad(n, "the name is %s, the file's stem %s", m[1], stem)
		}
		p.stage = atDoes
		return
	}
	audience, topic := audienceLine.FindStringSubmatch(line), topicLine.FindStringSubmatch(line)
	switch param, ret, does := paramLine.FindStringSubmatch(line), returnLine.FindStringSubmatch(line), doesLine.FindStringSubmatch(line); {
	case n == 1:
		p.bad(n, "the first line is not // name: NAME :many, or :one")
	case audience != nil && p.stage < atAudience:
		p.stage = atAudience
		p.query.audience = strings.Split(audience[1], ", ")
		for _, a := range p.query.audience {
			if !slices.Contains(Audiences, a) {
				p.bad(n, "audience %s is unknown: %s", a, strings.Join(Audiences, ", "))
			}
		}
	case topic != nil && p.stage == atAudience:
		p.stage = atTopic
		if p.query.topic = topic[1]; !slices.Contains(Topics, topic[1]) {
			p.bad(n, "topic %s is unknown: %s", topic[1], strings.Join(Topics, ", "))
		}
	case param != nil && p.stage >= atTopic && p.stage <= atParameters:
		p.stage = atParameters
		p.parameter(n, param[1], Type(param[2]), param[3])
	case ret != nil && p.stage >= atTopic:
		p.stage = atColumns
		p.column(n, ret[1], Type(ret[2]))
	case does != nil && p.stage <= atDoes:
		p.query.does = strings.TrimSpace(p.query.does + " " + does[1])
	default:
		p.bad(n, "%q is no header line, or not in its place: what it does, // @audience, // @topic, // @param NAME TYPE DEFAULT, // @return NAME TYPE", line)
	}
}

func (p *readParser) parameter(n int, name string, t Type, text string) {
	v, err := t.Parse(text)
	if err != nil {
		p.bad(n, "parameter %s: %v", name, err)
	}
	if slices.Contains(p.query.parameters, name) {
		p.bad(n, "parameter %s stands twice", name)
	}
	p.query.parameters = append(p.query.parameters, name)
	p.query.typed = append(p.query.typed, Parameter{name, t, v})
}

func (p *readParser) column(n int, name string, t Type) {
	if !t.known() {
		p.bad(n, "column %s: type %s is unknown", name, t)
	}
	if slices.Contains(p.query.columns, name) {
		p.bad(n, "column %s stands twice", name)
	}
	p.query.columns = append(p.query.columns, name)
	p.query.returns = append(p.query.returns, Column{name, t})
}

// body takes the text that begins after line n and checks it.
func (p *readParser) body(n int, text string) {
	start := len(text) - len(strings.TrimLeft(text, " \t\n"))
	p.query.text = strings.TrimSpace(text)
	n += strings.Count(text[:start], "\n")
	for _, problem := range check(p.query, reading) {
		p.problems = append(p.problems, fmt.Errorf("%s:%d:%d: %s", p.file, n+problem.Line, problem.Column, problem.Problem))
	}
}

func (p *readParser) finish() {
	q := p.query
	if q.does == "" {
		p.bad(1, "%s does not say what it does", q.name)
	}
	if q.topic == "" {
		p.bad(1, "%s does not say whom it is for and what its topic is", q.name)
	}
	if len(q.columns) == 0 {
		p.bad(1, "%s declares no column", q.name)
	}
	if q.text == "" {
		p.bad(1, "%s has no text", q.name)
	}
}

func (p *readParser) bad(line int, format string, args ...any) {
	p.problems = append(p.problems, fmt.Errorf("%s:%d: %s", p.file, line, fmt.Sprintf(format, args...)))
}
