package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
)

// Canonical is b in its one order: passages by place in the text, entities by id, links by key, notes by id,
// aliases and name-like sets sorted, evidence in the order of the text. It does not change b.
func (b Bundle) Canonical() Bundle {
	b.Format = BundleFormat
	b.Passages = nonNil(slices.Clone(b.Passages))
	sort.SliceStable(b.Passages, func(i, k int) bool {
		x, y := b.Passages[i], b.Passages[k]
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		if x.End != y.End {
			return x.End < y.End
		}
		return x.ID < y.ID
	})
	place := make(map[string]int, len(b.Passages))
	for i := range b.Passages {
		b.Passages[i].Report = ""
		place[b.Passages[i].ID] = i
	}
	byPlace := func(ids []string) []string {
		ids = orderedSet(ids)
		sort.SliceStable(ids, func(i, k int) bool { return place[ids[i]] < place[ids[k]] })
		return ids
	}
	b.Entities = nonNil(slices.Clone(b.Entities))
	sort.SliceStable(b.Entities, func(i, k int) bool { return b.Entities[i].ID < b.Entities[k].ID })
	for i := range b.Entities {
		b.Entities[i].Aliases = sortedSet(b.Entities[i].Aliases)
		b.Entities[i].Evidence = byPlace(b.Entities[i].Evidence)
	}
	b.Links = nonNil(slices.Clone(b.Links))
	year := b.Report.Year
	sort.SliceStable(b.Links, func(i, k int) bool { return b.Links[i].Key(year) < b.Links[k].Key(year) })
	for i := range b.Links {
		b.Links[i].Evidence = byPlace(b.Links[i].Evidence)
	}
	b.Notes = nonNil(slices.Clone(b.Notes))
	sort.SliceStable(b.Notes, func(i, k int) bool { return b.Notes[i].ID < b.Notes[k].ID })
	for i := range b.Notes {
		b.Notes[i].Report = ""
		b.Notes[i].Evidence = byPlace(b.Notes[i].Evidence)
	}
	return b
}

// Encode is b's canonical bytes: indented JSON in canonical order, UTF-8, ending in a newline.
func (b Bundle) Encode() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(b.Canonical()); err != nil {
		panic(fmt.Sprintf("graph: a bundle that cannot be encoded was not validated: %v", err)) // only NaN and foreign property values get here
	}
	return out.Bytes()
}

// Hash is the hex SHA-256 of b's canonical bytes without quotes, so that attaching a source changes no hash.
func (b Bundle) Hash() string {
	sum := sha256.Sum256(b.WithoutQuotes().Encode())
	return hex.EncodeToString(sum[:])
}

// WithoutQuotes is b without the source's own words.
func (b Bundle) WithoutQuotes() Bundle {
	b.Passages = slices.Clone(b.Passages)
	for i := range b.Passages {
		b.Passages[i].Quote = ""
	}
	return b
}

func nonNil[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
