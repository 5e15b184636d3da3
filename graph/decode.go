package graph

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"
)

// DefaultMaxBytes is the size above which DecodeBundle and DecodeJudgements refuse an input: room for some
// 150,000 links.
const DefaultMaxBytes = 64 << 20

// DecodeOption changes how DecodeBundle, ReadBundle and DecodeJudgements read.
type DecodeOption func(*decodeOptions)

type decodeOptions struct{ maxBytes int64 }

// MaxBytes sets the size in bytes above which an input is refused before it is parsed; n ≤ 0 means no limit. With a limit
// goes one on JSON values, one to twelve bytes of it (real bundles have one to seventeen), because each takes memory.
func MaxBytes(n int64) DecodeOption { return func(o *decodeOptions) { o.maxBytes = n } }

// DecodeBundle reads a bundle file. It is strict: names match exactly, and what the format does not know is an error.
// source names the input in problems. It checks form alone (Validate checks the rest; ReadBundle does both). Errors:
// Problems with every fault at once, in the order of the input, each with its JSON path (a syntax error, which ends
// the reading, with line:column; rules syntax, encoding, too-large, duplicate-key, unknown-field, missing-field,
// wrong-type); or the error of r. With Problems comes what could be read.
func DecodeBundle(r io.Reader, source string, options ...DecodeOption) (Bundle, error) {
	b, _, ps, err := decodeBundle(r, source, options)
	if err != nil {
		return b, err
	}
	return b, ps.Err()
}

// ReadBundle is DecodeBundle and Validate in one: the problems of both, in the order of the input, without those that
// only follow from a field that could not be read.
func ReadBundle(r io.Reader, source string, options ...DecodeOption) (Bundle, error) {
	b, root, ps, err := decodeBundle(r, source, options)
	if err != nil {
		return b, err
	}
	if root == nil {
		return b, ps.Err()
	}
	ps = ps.follow(Validate(b), source)
	root.sortProblems(ps)
	return b, ps.Err()
}

func decodeBundle(r io.Reader, source string, options []DecodeOption) (Bundle, *jsonNode, Problems, error) {
	var b Bundle
	root, ps, err := decodeJSON(r, source, &b, options)
	return b, root, ps, err
}

// DecodeJudgements reads a judgements file, as strictly as DecodeBundle, and checks it: the ids' form and kinds,
// the verdict, the time. The judgements come in the order of the file. Errors: Problems, or the error of r.
func DecodeJudgements(r io.Reader, source string, options ...DecodeOption) ([]Judgement, error) {
	var file Judgements
	root, ps, err := decodeJSON(r, source, &file, options)
	if err != nil {
		return nil, err
	}
	if root != nil {
		ps = ps.follow(file.validate(), source)
		root.sortProblems(ps)
	}
	if len(ps) > 0 {
		return nil, ps
	}
	return file.Judgements, nil
}

// bytesPerValue is how many bytes of an input go with one value at least.
const bytesPerValue = 12

// decodeJSON fills the struct that into points to. The node is nil where the input is no JSON at all.
func decodeJSON(r io.Reader, source string, into any, options []DecodeOption) (*jsonNode, Problems, error) {
	o := decodeOptions{maxBytes: DefaultMaxBytes}
	for _, option := range options {
		option(&o)
	}
	text, err := readAtMost(r, o.maxBytes)
	if errors.Is(err, errTooLarge) {
		return nil, Problems{{Source: source, Path: "$", Rule: "too-large", Message: fmt.Sprintf("is larger than the limit of %d bytes", o.maxBytes)}}, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", source, err)
	}
	if most := int(max(o.maxBytes, DefaultMaxBytes) / bytesPerValue); o.maxBytes > 0 && countValues(text, most) > most {
		return nil, Problems{{Source: source, Path: "$", Rule: "too-large", Message: fmt.Sprintf("holds more than %d values (names, texts, numbers, lists, objects); split it", most)}}, nil
	}
	root, problem := parseJSON(text)
	if problem != nil {
		problem.Source = source
		return nil, Problems{*problem}, nil
	}
	d := &jsonDecoder{}
	d.decode(&root, reflect.ValueOf(into).Elem(), nil)
	for i := range d.problems {
		d.problems[i].Source = source
	}
	root.sortProblems(d.problems)
	return &root, d.problems, nil
}

// follow is ps, the problems of form, with those of the rules that do not merely follow from a field that could not be
// read: none where one of the file's own fields is, as too much rests on them.
func (ps Problems) follow(rules Problems, source string) Problems {
	unread := map[string]bool{}
	for _, p := range ps {
		if p.Rule == "wrong-type" || p.Rule == "missing-field" {
			unread[p.Path] = true
			if strings.Count(p.Path, ".")+strings.Count(p.Path, "[") <= 1 {
				return ps
			}
		}
	}
	for _, p := range rules {
		echo := false
		for at := p.Path; at != "" && !echo; at = at[:max(strings.LastIndexAny(at, ".["), 0)] {
			echo = unread[at]
		}
		if !echo {
			p.Source = source
			ps = append(ps, p)
		}
	}
	return ps
}

var errTooLarge = errors.New("too large")

func readAtMost(r io.Reader, limit int64) ([]byte, error) {
	if limit <= 0 {
		return io.ReadAll(r)
	}
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(b)) > limit {
		return nil, errTooLarge
	}
	return b, err
}

// sortProblems puts problems in the order of the input.
func (n *jsonNode) sortProblems(ps Problems) {
	at := make(map[string]int, len(ps))
	for _, p := range ps {
		at[p.Path] = n.locate(p.Path)
	}
	sort.SliceStable(ps, func(i, k int) bool { return at[ps[i].Path] < at[ps[k].Path] })
}
