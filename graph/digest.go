package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math/bits"
)

// Digest is an order-free digest of a whole graph: the sum, modulo 2^256, of the SHA-256 of every row
// (report, passage, entity, link, note, redirect) in canonical JSON without quotes. A delta keeps it up by adding what
// came and subtracting what went. The zero Digest is that of the empty graph.
type Digest [4]uint64 // little-endian words

// Row is one row of a graph as digests and deltas see it.
type Row struct {
	Class RowClass
	ID    string // entity, passage, note, report or old id; a link's key
	Type  string // kind of an entity, type of a link; else empty
	Hash  [sha256.Size]byte
}

// RowClass is what a row is.
type RowClass string

// The classes of rows.
const (
	ReportRow   RowClass = "report"
	PassageRow  RowClass = "passage"
	EntityRow   RowClass = "entity"
	LinkRow     RowClass = "link"
	NoteRow     RowClass = "note"
	RedirectRow RowClass = "redirect"
)

// Add returns d with row hash h added.
func (d Digest) Add(h [sha256.Size]byte) Digest {
	var carry uint64
	for i := range d {
		d[i], carry = bits.Add64(d[i], binary.LittleEndian.Uint64(h[8*i:]), carry)
	}
	return d
}

// Subtract returns d with row hash h taken away.
func (d Digest) Subtract(h [sha256.Size]byte) Digest {
	var borrow uint64
	for i := range d {
		d[i], borrow = bits.Sub64(d[i], binary.LittleEndian.Uint64(h[8*i:]), borrow)
	}
	return d
}

// String is d as 64 hex digits.
func (d Digest) String() string {
	var b [32]byte
	for i, w := range d {
		binary.LittleEndian.PutUint64(b[8*i:], w)
	}
	return hex.EncodeToString(b[:])
}

// Rows calls yield for each row of g, reports first, until it returns false.
func (g *Graph) Rows(yield func(Row) bool) {
	var h rowHasher
	for _, r := range g.Reports {
		if !yield(Row{ReportRow, r.ID, "", hashRow(ReportRow, r)}) {
			return
		}
	}
	for i := range g.Passages {
		p := &g.Passages[i]
		if !yield(Row{PassageRow, p.ID, "", h.passage(p)}) {
			return
		}
	}
	for i := range g.Entities {
		e := &g.Entities[i]
		if !yield(Row{EntityRow, e.ID, string(e.Kind), h.entity(e)}) {
			return
		}
	}
	for i := range g.Links {
		l := &g.Links[i]
		if !yield(Row{LinkRow, l.Key, string(l.Type), h.link(l)}) {
			return
		}
	}
	for _, n := range g.Notes {
		if !yield(Row{NoteRow, n.ID, "", hashRow(NoteRow, n)}) {
			return
		}
	}
	for _, r := range g.Redirects {
		if !yield(Row{RedirectRow, r.Old, "", hashRow(RedirectRow, r)}) {
			return
		}
	}
}

// Digest is the digest of all rows of g.
func (g *Graph) Digest() Digest {
	var d Digest
	for r := range g.Rows {
		d = d.Add(r.Hash)
	}
	return d
}

// hashRow is the hash of a row of a class of which there are few; rowHasher makes the others'.
func hashRow(c RowClass, v any) [sha256.Size]byte {
	var b bytes.Buffer
	b.WriteString(string(c))
	b.WriteByte(0)
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(notValidated(err))
	}
	return sha256.Sum256(b.Bytes())
}
