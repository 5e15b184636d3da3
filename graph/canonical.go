package graph

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Canonical is b in its one order: passages by place in the text, entities by id, links by key, notes by id, aliases
// and other sets sorted, evidence in the order of the text, lists that may not be absent empty rather than nil, what may
// be absent nil rather than empty. It does not change b, and shares with it what it leaves as it is.
func (b Bundle) Canonical() Bundle {
	b.Format = BundleFormat
	b.Passages = canonicalPassages(b.Passages)
	place := make(map[string]int, len(b.Passages))
	for i := range b.Passages {
		place[b.Passages[i].ID] = i
	}
	byPlace := func(ids []string) []string {
		ids = nonNil(orderedSet(ids))
		slices.SortStableFunc(ids, func(x, y string) int { return place[x] - place[y] })
		return ids
	}
	b.Entities = sortedBy(b.Entities, func(e Entity) string { return e.ID })
	for i := range b.Entities {
		e := &b.Entities[i]
		e.Aliases, e.Evidence, e.Properties = sortedSet(e.Aliases), byPlace(e.Evidence), canonicalProperties(e.Properties)
		if len(e.NameSource) == 0 {
			e.NameSource = nil
		}
	}
	b.Links = sortedBy(b.Links, func(l Link) string { return l.Key(b.Report.Year) })
	for i := range b.Links {
		l := &b.Links[i]
		l.Evidence, l.Properties = byPlace(l.Evidence), canonicalProperties(l.Properties)
	}
	b.Notes = sortedBy(b.Notes, func(n Note) string { return n.ID })
	for i := range b.Notes {
		n := &b.Notes[i]
		n.Report, n.About, n.Evidence = "", sortedSet(n.About), byPlace(n.Evidence)
	}
	return b
}

func canonicalPassages(ps []Passage) []Passage {
	ps = nonNil(slices.Clone(ps))
	for i := range ps {
		ps[i].Report, ps[i].Section = "", nonNil(ps[i].Section)
	}
	slices.SortStableFunc(ps, func(x, y Passage) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.ID, y.ID))
	})
	return ps
}

// canonicalProperties sorts the ids of about, the one list whose order says nothing.
func canonicalProperties(p Properties) Properties {
	if len(p) == 0 {
		return nil
	}
	if about := p.List("about"); !slices.IsSorted(about) {
		p = maps.Clone(p)
		p["about"] = sortedSet(about)
	}
	return p
}

// sortedBy is a copy of s, never nil, in the order of its keys, each of which is made once.
func sortedBy[T any](s []T, key func(T) string) []T {
	type keyed struct {
		key  string
		item T
	}
	ks := make([]keyed, len(s))
	for i, v := range s {
		ks[i] = keyed{key(v), v}
	}
	slices.SortStableFunc(ks, func(a, b keyed) int { return cmp.Compare(a.key, b.key) })
	out := make([]T, len(s))
	for i := range ks {
		out[i] = ks[i].item
	}
	return out
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
	_, hash := b.Hashed()
	return hash
}

// Hashed is what is kept of b: its canonical bytes without quotes, and its Hash, made once for both.
func (b Bundle) Hashed() (text []byte, hash string) {
	text = b.WithoutQuotes().Encode()
	sum := sha256.Sum256(text)
	return text, hex.EncodeToString(sum[:])
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
