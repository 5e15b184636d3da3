package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Basis is on what a link rests.
type Basis string

// The bases.
const (
	Stated   Basis = "stated"   // a passage says it
	Inferred Basis = "inferred" // a rule concluded it; Link.Rule names the rule
	Reviewed Basis = "reviewed" // a person confirmed it
)

// Bases lists every basis.
var Bases = []Basis{Stated, Inferred, Reviewed}

// Link is a relationship between two entities, as one bundle states it.
type Link struct {
	From       string     `json:"from"`
	Type       LinkType   `json:"type"`
	To         string     `json:"to"`
	Properties Properties `json:"properties,omitempty"`
	Basis      Basis      `json:"basis"`
	Rule       string     `json:"rule,omitempty"`
	Confidence float64    `json:"confidence"` // in (0,1]; extractors give at most 0.99, close reading 1
	Evidence   []string   `json:"evidence"`   // passage ids, in the order of the text; at least one
}

// Key identifies the link across editions: from, type, to and role, and for REFERS_TO the edition's year,
// joined by U+001F, unknown parts empty.
func (l Link) Key(year int) string {
	parts := []string{l.From, string(l.Type), l.To, l.Properties.Text("role")}
	if l.Type == RefersTo {
		parts = append(parts, strconv.Itoa(year))
	}
	return strings.Join(parts, "\x1f")
}

// LinkID is "link:" and the first 16 hex digits of the SHA-256 of a link's key.
func LinkID(key string) string {
	sum := sha256.Sum256([]byte(key))
	return "link:" + hex.EncodeToString(sum[:8])
}
