package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// jsonNode is one JSON value with its place in the input: what encoding/json forgets (repeated keys, offsets,
// the order of fields), and what strict decoding must name.
type jsonNode struct {
	kind   jsonKind
	text   string // a string's value, a number's literal, true or false
	items  []jsonNode
	fields []jsonField
	offset int // just past the value's first token
}

type jsonField struct {
	name  string
	value jsonNode
}

// jsonKind is what people call a JSON value.
type jsonKind string

const (
	jsonObject jsonKind = "an object"
	jsonArray  jsonKind = "a list"
	jsonString jsonKind = "a string"
	jsonNumber jsonKind = "a number"
	jsonBool   jsonKind = "true or false"
	jsonNull   jsonKind = "null"
)

// field finds the value of the first field of that name.
func (n *jsonNode) field(name string) (*jsonNode, bool) {
	for i := range n.fields {
		if n.fields[i].name == name {
			return &n.fields[i].value, true
		}
	}
	return nil, false
}

// parseJSON reads one JSON value and nothing after it. Syntax is checked over the whole input first, so that
// the walk cannot fail and nesting is bounded (encoding/json refuses more than 10,000 levels).
func parseJSON(b []byte) (jsonNode, *Problem) {
	if bytes.HasPrefix(b, []byte("\xef\xbb\xbf")) {
		return jsonNode{}, &Problem{Path: "1:1", Rule: "syntax", Message: "the file begins with a byte order mark; JSON has none"}
	}
	if at := invalidUTF8(b); at >= 0 {
		return jsonNode{}, &Problem{Path: lineColumn(b, at), Rule: "encoding", Message: fmt.Sprintf("byte 0x%02x is not UTF-8", b[at])}
	}
	if len(bytes.TrimSpace(b)) == 0 {
		return jsonNode{}, &Problem{Path: "1:1", Rule: "syntax", Message: "there is nothing here; expected a JSON object"}
	}
	var raw json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		at := len(b)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) && syntax.Offset > 0 && int(syntax.Offset) <= len(b) && !bytes.HasPrefix([]byte(err.Error()), []byte("unexpected end")) {
			at = int(syntax.Offset) - 1 // the offset counts the offending byte
		}
		return jsonNode{}, &Problem{Path: lineColumn(b, at), Rule: "syntax", Message: err.Error()}
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	return walkJSON(dec), nil
}

func walkJSON(dec *json.Decoder) jsonNode {
	token, err := dec.Token()
	if err != nil && !errors.Is(err, io.EOF) {
		panic(fmt.Sprintf("graph: JSON that was checked does not parse: %v", err))
	}
	n := jsonNode{kind: jsonNull, offset: int(dec.InputOffset())}
	switch v := token.(type) {
	case json.Delim:
		n.kind = jsonArray
		if v == '{' {
			n.kind = jsonObject
		}
		for dec.More() {
			if n.kind == jsonArray {
				n.items = append(n.items, walkJSON(dec))
				continue
			}
			key := walkJSON(dec)
			n.fields = append(n.fields, jsonField{key.text, walkJSON(dec)})
		}
		_, _ = dec.Token() // the closing bracket; the syntax was checked
	case string:
		n.kind, n.text = jsonString, v
	case json.Number:
		n.kind, n.text = jsonNumber, v.String()
	case bool:
		n.kind, n.text = jsonBool, fmt.Sprint(v)
	}
	return n
}

// countValues is how many values and keys a JSON text holds, or a few more; it stops past most.
func countValues(b []byte, most int) int {
	n, quoted := 1, false
	for i := 0; i < len(b) && n <= most; i++ {
		switch c := b[i]; {
		case c == '"':
			quoted = !quoted
		case quoted && c == '\\':
			i++
		case !quoted && (c == ',' || c == ':' || c == '[' || c == '{'):
			n++
		}
	}
	return n
}

func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// lineColumn is "line:column" of byte offset at, both from 1; columns count characters.
func lineColumn(b []byte, at int) string {
	before := b[:min(at, len(b))]
	line := bytes.Count(before, []byte("\n")) + 1
	column := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return fmt.Sprintf("%d:%d", line, column)
}
