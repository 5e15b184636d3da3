package graph

import (
	"errors"
	"fmt"
	"strings"
)

// Sentinels that every store and answer wraps; callers test with errors.Is.
var (
	// ErrNotFound: no thing, report or release with that id.
	ErrNotFound = errors.New("not found")
	// ErrInvalid: the input breaks a rule of the model; see Problems.
	ErrInvalid = errors.New("invalid")
	// ErrUnavailable: the store cannot be reached now; trying later may work.
	ErrUnavailable = errors.New("store unavailable")
	// ErrConflict: the input is well formed but contradicts what is stored, or another loader is at work.
	ErrConflict = errors.New("conflict")
	// ErrSetting: the store answers, and a setting of ours does not fit it.
	ErrSetting = errors.New("a setting does not fit the store")
	// ErrGone: the release existed and is no longer kept.
	ErrGone = errors.New("no longer kept")
)

// Problem is one broken rule of one input.
type Problem struct {
	// Source names the file or stream, empty where there is only one.
	Source string `json:"source,omitempty"`
	// Path is a JSON path such as $.links[3].from, or file:line for text formats.
	Path string `json:"path"`
	// Rule is the rule's stable name, in kebab case.
	Rule string `json:"rule"`
	// Message says what is wrong and what was expected, in one sentence.
	Message string `json:"message"`
}

// String is "source: path: message (rule)".
func (p Problem) String() string {
	s := fmt.Sprintf("%s: %s (%s)", p.Path, p.Message, p.Rule)
	if p.Source != "" {
		s = p.Source + ": " + s
	}
	return s
}

// Problems is every broken rule of an input, in the order of the input. It is an error that wraps ErrInvalid.
type Problems []Problem

// Error lists every problem, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Unwrap makes errors.Is(err, ErrInvalid) true.
func (ps Problems) Unwrap() error { return ErrInvalid }

// maxProblems is the most problems that one input is told: a hostile one must not fill memory with messages.
const maxProblems = 1000

// with adds a problem; past the most that are told, one last line says so and the rest is not even made.
func (ps Problems) with(next func() Problem) Problems {
	switch {
	case len(ps) < maxProblems:
		p := next()
		p.Path = cut(p.Path, maxPath)
		return append(ps, p)
	case len(ps) == maxProblems:
		return append(ps, Problem{Path: "$", Rule: "too-many", Message: fmt.Sprintf("there are more than %d problems; mend these first", maxProblems)})
	}
	return ps
}

// Err is ps as an error, nil where there is no problem.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// Message is err for people: the sentinels' own words, which only programs need, are left out at the ends of lines.
func Message(err error) string {
	lines := strings.Split(err.Error(), "\n")
	for i, l := range lines {
		for _, s := range []error{ErrNotFound, ErrInvalid, ErrUnavailable, ErrConflict, ErrSetting, ErrGone} {
			l = strings.TrimSuffix(l, ": "+s.Error())
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}
