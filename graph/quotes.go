package graph

import (
	"encoding/json"
	"slices"
)

// Span is where a quote stands in its text: the bytes at [Span[0], Span[1]).
type Span [2]int

// Quotes are quotes of one text, by where they stand: what is kept of a text that came in pieces, within bundles. Its JSON is a
// list of {start, end, quote} in the order of spans.
type Quotes map[Span]string

// Quotes are the quotes that b brings; nil where it brings none.
func (b Bundle) Quotes() Quotes {
	var q Quotes
	for _, p := range b.Passages {
		if p.Quote != "" {
			if q == nil {
				q = Quotes{}
			}
			q[p.Span()] = p.Quote
		}
	}
	return q
}

// Span is where p's quote stands in the text of its report.
func (p *Passage) Span() Span { return Span{p.Start, p.End} }

type spanQuote struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// MarshalJSON is the list in the order of spans.
func (q Quotes) MarshalJSON() ([]byte, error) {
	list := make([]spanQuote, 0, len(q))
	for s, quote := range q {
		list = append(list, spanQuote{s[0], s[1], quote})
	}
	slices.SortFunc(list, func(a, b spanQuote) int { return slices.Compare([]int{a.Start, a.End}, []int{b.Start, b.End}) })
	return json.Marshal(list)
}

// UnmarshalJSON reads what MarshalJSON writes.
func (q *Quotes) UnmarshalJSON(text []byte) error {
	var list []spanQuote
	if err := json.Unmarshal(text, &list); err != nil {
		return err
	}
	*q = make(Quotes, len(list))
	for _, s := range list {
		(*q)[Span{s.Start, s.End}] = s.Quote
	}
	return nil
}
