package queries

import (
	"slices"
	"strings"
)

// Search lists the queries under read that are for the audience (empty: any) and in whose name, description, topic, parameters or
// columns every word of text begins a word, in any case; by name. No word finds all.
func (c Catalogue) Search(text, audience string) []Query {
	out := []Query{}
	words := split(text)
	for _, q := range c.Under("read") {
		if audience != "" && !slices.Contains(q.audience, audience) {
			continue
		}
		if found := split(q.said()); !slices.ContainsFunc(words, func(w string) bool {
			return !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, w) })
		}) {
			out = append(out, q)
		}
	}
	return out
}

// said is all that a query's header says.
func (q Query) said() string {
	all := []string{strings.TrimPrefix(q.name, "read/"), q.does, q.topic}
	return strings.Join(slices.Concat(all, q.parameters, q.columns), " ")
}

// split gives the words of a text, lower case; an underscore stands between words too.
func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\n\r_-.,;:!?()'\"/", r) })
}
