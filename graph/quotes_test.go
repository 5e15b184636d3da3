package graph

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestQuotesComeBackInTheOrderOfSpans(t *testing.T) {
	q := Quotes{{9, 12}: "c", {0, 4}: "a", {0, 2}: "b", {100, 101}: "d"}
	text, err := json.Marshal(q)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"start":0,"end":2,"quote":"b"},{"start":0,"end":4,"quote":"a"},{"start":9,"end":12,"quote":"c"},{"start":100,"end":101,"quote":"d"}]`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
	var back Quotes
	if err := json.Unmarshal(text, &back); err != nil || !cmp.Equal(q, back) {
		t.Errorf("came back as %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`{"start":0}`), &back); err == nil {
		t.Error("what is no list was read")
	}
}

func TestQuotesOfABundle(t *testing.T) {
	b := sample()
	if q := b.WithoutQuotes().Quotes(); q != nil {
		t.Errorf("without quotes: %v", q)
	}
	b.Passages = append([]Passage{}, b.Passages...)
	b.Passages[0].Quote = "word"
	if diff := cmp.Diff(Quotes{b.Passages[0].Span(): "word"}, b.Quotes()); diff != "" {
		t.Error(diff)
	}
}
