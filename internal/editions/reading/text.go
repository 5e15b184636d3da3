package reading

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// text is the report's text with the byte offset of each line.
type text struct {
	bytes []byte
	start []int // of line i+1
}

func newText(b []byte) text {
	t := text{bytes: b, start: []int{0}}
	for i, c := range b {
		if c == '\n' {
			t.start = append(t.start, i+1)
		}
	}
	return t
}

// line is the span of line n (from 1) without its line end; ok is false outside the text.
func (t text) line(n int) (start, end int, ok bool) {
	if n < 1 || n > len(t.start) {
		return 0, 0, false
	}
	start, end = t.start[n-1], len(t.bytes)
	if n < len(t.start) {
		end = t.start[n] - 1
	}
	return start, end, true
}

// blank reports whether line n holds nothing but space.
func (t text) blank(n int) bool {
	s, e, ok := t.line(n)
	return !ok || len(bytes.TrimSpace(t.bytes[s:e])) == 0
}

// folded is line n with each run of white space as one space and none at the edges.
func (t text) folded(n int) string {
	s, e, _ := t.line(n)
	return strings.Join(strings.Fields(string(t.bytes[s:e])), " ")
}

// parseLines reads "214" or "92-94".
func parseLines(at string) (from, to int, err error) {
	a, b, ranged := strings.Cut(at, "-")
	from, err = strconv.Atoi(a)
	to = from
	if err == nil && ranged {
		to, err = strconv.Atoi(b)
	}
	if err != nil || from < 1 || to < from {
		return 0, 0, fmt.Errorf("at: %q is neither a line nor a range of lines", at)
	}
	return from, to, nil
}

// span finds the bytes of a passage: the given lines without space and list mark around them, narrowed to begin
// with first and to end with last where those are given. Each must stand there once, last after the beginning of first.
func (t text) span(at, first, last string) (start, end, line int, err error) {
	from, to, err := parseLines(at)
	if err != nil {
		return 0, 0, 0, err
	}
	start, _, ok := t.line(from)
	_, end, ok2 := t.line(to)
	if !ok || !ok2 {
		return 0, 0, 0, fmt.Errorf("at: %s lies outside the text of %d lines", at, len(t.start))
	}
	if start, end = t.trim(start, end); start == end {
		return 0, 0, 0, fmt.Errorf("at: %s holds no text", at)
	}
	if first != "" {
		i, err := t.once(start, end, first, "first")
		if err != nil {
			return 0, 0, 0, err
		}
		start = i
	}
	if last != "" {
		i, err := t.once(start, end, last, "last")
		if err != nil {
			return 0, 0, 0, err
		}
		end = i + len(last)
	}
	return start, end, from, nil
}

func (t text) once(start, end int, words, which string) (int, error) {
	if len(strings.Fields(words)) > 5 {
		return 0, fmt.Errorf("%s: %q has more than five words", which, words)
	}
	hay := t.bytes[start:end]
	switch n := bytes.Count(hay, []byte(words)); n {
	case 1:
		return start + bytes.Index(hay, []byte(words)), nil
	case 0:
		return 0, fmt.Errorf("%s: %q does not stand in %q", which, words, cut(hay))
	default:
		return 0, fmt.Errorf("%s: %q stands there %d times", which, words, n)
	}
}

// cut is the beginning of a text, for messages.
func cut(b []byte) string {
	if words := strings.Fields(string(b)); len(words) > 5 {
		return strings.Join(words[:5], " ") + " …"
	}
	return string(b)
}

// trim leaves out space and a list mark at the edges.
func (t text) trim(start, end int) (int, int) {
	end = start + len(bytes.TrimRightFunc(t.bytes[start:end], unicode.IsSpace))
	left := func() { start = end - len(bytes.TrimLeftFunc(t.bytes[start:end], unicode.IsSpace)) }
	left()
	if bytes.HasPrefix(t.bytes[start:end], []byte("•")) {
		start += len("•")
		left()
	}
	return start, end
}
