package graph

import (
	"strconv"
	"strings"
)

// jsonPath is a place in a JSON document; its text is made only when a problem needs it.
type jsonPath struct {
	up    *jsonPath
	name  string
	index int // of a list item; -1 for a field
}

func (p *jsonPath) field(name string) *jsonPath { return &jsonPath{p, name, -1} }
func (p *jsonPath) item(i int) *jsonPath        { return &jsonPath{p, "", i} }

// String is the path as in $.links[3].properties.side; a name that is no plain word stands in brackets and quotes.
func (p *jsonPath) String() string {
	switch {
	case p == nil:
		return "$"
	case p.index >= 0:
		return p.up.String() + "[" + strconv.Itoa(p.index) + "]"
	case plainWord(p.name):
		return p.up.String() + "." + p.name
	}
	return p.up.String() + "[" + strconv.Quote(p.name) + "]"
}

func plainWord(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == "" && (s[0] < '0' || s[0] > '9')
}

// locate is where in the input the value at path stands, or the nearest value above it that exists: the key by
// which problems stand in the order of the input.
func (n *jsonNode) locate(path string) int {
	at := n
	for rest := strings.TrimPrefix(path, "$"); rest != ""; {
		var next *jsonNode
		next, rest = at.step(rest)
		if next == nil {
			break
		}
		at = next
	}
	return at.offset
}

// step follows the first step of path; nil where it leads nowhere.
func (n *jsonNode) step(path string) (next *jsonNode, rest string) {
	if strings.HasPrefix(path, ".") {
		end := strings.IndexAny(path[1:], ".[") + 1
		if end == 0 {
			end = len(path)
		}
		next, _ = n.field(path[1:end])
		return next, path[end:]
	}
	if quoted, err := strconv.QuotedPrefix(strings.TrimPrefix(path, "[")); err == nil {
		name, _ := strconv.Unquote(quoted)
		next, _ = n.field(name)
		return next, strings.TrimPrefix(path[1+len(quoted):], "]")
	}
	digits, rest, ok := strings.Cut(strings.TrimPrefix(path, "["), "]")
	i, err := strconv.Atoi(digits)
	if !ok || err != nil || i < 0 || i >= len(n.items) {
		return nil, ""
	}
	return &n.items[i], rest
}
