package graph

import (
	"encoding/json"
	"time"
)

// BundleRef names one loaded bundle by its hash.
type BundleRef struct {
	Report string `json:"report"`
	Hash   string `json:"hash"` // Bundle.Hash
}

// Release is the record of one load. The zero Release (number 0) is that of an empty store.
type Release struct {
	Number     int         `json:"number"` // from 1
	LoadID     string      `json:"load_id"`
	Time       time.Time   `json:"time"` // UTC
	By         string      `json:"by"`
	Digest     string      `json:"digest"` // Digest.String
	Bundles    []BundleRef `json:"bundles"`
	Judgements string      `json:"judgements,omitempty"` // hash of the judgements; empty where there are none
	Counts     Counts      `json:"counts"`
}

// ID is the first 16 hex digits of the release's digest: the same graph has the same id wherever it is stored.
func (r Release) ID() string {
	if len(r.Digest) < 16 {
		return "0000000000000000"
	}
	return r.Digest[:16]
}

// Counts says how many rows a change added, changed and removed, by row: a kind, a link type, or
// report, passage, note, redirect.
type Counts struct {
	Added   map[string]int `json:"added"`
	Changed map[string]int `json:"changed"`
	Removed map[string]int `json:"removed"`
}

// MarshalJSON writes an empty object, never null, for a map that is nil.
func (c Counts) MarshalJSON() ([]byte, error) {
	type plain Counts // without this method
	for _, m := range []*map[string]int{&c.Added, &c.Changed, &c.Removed} {
		if *m == nil {
			*m = map[string]int{}
		}
	}
	return json.Marshal(plain(c))
}

// Zero reports whether nothing was added, changed or removed.
func (c Counts) Zero() bool { return len(c.Added)+len(c.Changed)+len(c.Removed) == 0 }
