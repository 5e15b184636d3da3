package graph

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// A value of megabytes is shown by its beginning, and the rule still stands behind it.
func TestProblemsShowTheBeginningOfAValue(t *testing.T) {
	long := strings.Repeat("é", 1<<20)
	for name, text := range map[string]string{
		"value":     `{"format":"` + long + `"}`,
		"field":     `{"` + long + `":1}`,
		"number":    `{"report":{"year":1` + strings.Repeat("0", 1<<20) + `}}`,
		"judgement": `{"format":"crosswalk-judgements/1","judgements":[{"a":"` + long + `","b":"theme:t","verdict":"` + long + `"}]}`,
	} {
		_, bundle := ReadBundle(strings.NewReader(text), "long.json")
		_, judgements := DecodeJudgements(strings.NewReader(text), "long.json")
		for _, err := range []error{bundle, judgements} {
			var ps Problems
			if !errors.As(err, &ps) || len(err.Error()) > 1000*len(ps) {
				t.Errorf("%s: %d problems, %d bytes", name, len(ps), len(err.Error()))
			}
			if !utf8.ValidString(err.Error()) {
				t.Errorf("%s: cut within a character", name)
			}
		}
	}
	_, err := ReadBundle(strings.NewReader(strings.Replace(string(sample().Encode()), BundleFormat, long, 1)), "")
	if !strings.Contains(err.Error(), "… (cut)") || !strings.Contains(err.Error(), BundleFormat) {
		t.Errorf("%.300s", err)
	}
}

// Very many small values take far more memory than their bytes: they are refused before a tree is built.
func TestDecodeValueLimit(t *testing.T) {
	many := []byte(`{"passages":[` + strings.Repeat("{},", DefaultMaxBytes/bytesPerValue) + `{}]}`)
	if n := countValues(many, len(many)); n <= DefaultMaxBytes/bytesPerValue {
		t.Fatalf("%d values", n)
	}
	_, err := DecodeBundle(strings.NewReader(string(many)), "many.json")
	if err == nil || !strings.Contains(err.Error(), "more than 5592405 values") {
		t.Errorf("%v", err)
	}
	text := sample().Encode()
	root, problem := parseJSON(text)
	if problem != nil {
		t.Fatal(problem)
	}
	if n, counted := root.values(), countValues(text, len(text)); counted < n || counted > n+n/4 {
		t.Errorf("counted %d of %d values", counted, n)
	}
}

// values is how many values and keys stand in n.
func (n *jsonNode) values() int {
	total := 1
	for i := range n.items {
		total += n.items[i].values()
	}
	for i := range n.fields {
		total += 1 + n.fields[i].value.values()
	}
	return total
}
