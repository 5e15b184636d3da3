package graph

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
)

// layoutVersion changes with the way in which rows are packed.
const layoutVersion = 2

// SnapshotLayout tells ways of encoding a snapshot apart: what one layout wrote, another cannot read. Rows name kinds, link
// types and bases by their places, so these are part of it.
var SnapshotLayout = func() string {
	described := fmt.Append(nil, layoutVersion, Kinds, LinkTypes, Bases)
	for _, t := range []reflect.Type{reflect.TypeFor[Report](), reflect.TypeFor[Passage](), reflect.TypeFor[EntityStatement](), reflect.TypeFor[Entity](),
		reflect.TypeFor[LinkStatement](), reflect.TypeFor[Link](), reflect.TypeFor[Note](), reflect.TypeFor[Redirect](), reflect.TypeFor[Amount]()} {
		for i := range t.NumField() {
			described = fmt.Append(described, t.Field(i).Name, t.Field(i).Type, t.Field(i).Tag)
		}
	}
	sum := sha256.Sum256(described)
	return hex.EncodeToString(sum[:8])
}()

// errNotEncoded: bytes that Encode did not write.
var errNotEncoded = errors.New("not an encoded snapshot of this layout")

// snapshotHead is what an encoded snapshot says in JSON before its arrays.
type snapshotHead struct {
	Reports   []Report   `json:"reports"`
	Redirects []Redirect `json:"redirects"`
}

// Encode writes s without its release, its quotes and what is made on demand: the reports, then every array, little-endian,
// each after its length. An as-of view cannot be encoded. Errors are those of w.
func (s *Snapshot) Encode(w io.Writer) error {
	if s.asOf != 0 {
		return errors.New("graph: a view of an earlier year cannot be encoded")
	}
	head, err := json.Marshal(snapshotHead{Reports: s.reports, Redirects: s.redirects})
	if err != nil {
		return fmt.Errorf("encode a snapshot: %w", err)
	}
	e := arrayWriter{w: bufio.NewWriterSize(w, 1<<16)}
	e.text(string(head))
	for _, t := range s.textArrays() {
		e.text(t.all)
		e.numbers(len(t.ends), func(i int) uint32 { return t.ends[i] })
	}
	e.numbers(len(s.passages.runs), func(i int) uint32 { return uint32(s.passages.runs[i].start) })
	for _, r := range s.passages.runs {
		e.text(r.prefix)
	}
	e.text(string(s.kind))
	e.text(string(s.types))
	e.numbers(len(s.slots), func(i int) uint32 { return uint32(s.slots[i]) })
	e.numbers(len(s.firstPassage), func(i int) uint32 { return uint32(s.firstPassage[i]) })
	for _, nodes := range [][]Node{s.from, s.to} {
		e.numbers(len(nodes), func(i int) uint32 { return uint32(nodes[i]) })
	}
	for _, r := range []rows{s.out, s.in} {
		e.numbers(len(r.offsets), func(i int) uint32 { return uint32(r.offsets[i]) })
		e.numbers(len(r.edges), func(i int) uint32 { return uint32(r.edges[i]) })
	}
	if e.err == nil {
		e.err = e.w.Flush()
	}
	return e.err
}

// textArrays are the texts of s, in the order in which they are encoded.
func (s *Snapshot) textArrays() []*texts {
	return []*texts{&s.words, &s.passages.rows, &s.passages.tails, &s.ids, &s.entities, &s.links, &s.noteIDs, &s.notes}
}

// arrayWriter writes arrays until one cannot be written.
type arrayWriter struct {
	w   *bufio.Writer
	err error
}

func (e *arrayWriter) length(n int) {
	if e.err == nil {
		_, e.err = e.w.Write(binary.LittleEndian.AppendUint64(nil, uint64(n)))
	}
}

func (e *arrayWriter) text(s string) {
	e.length(len(s))
	for len(s) > 0 && e.err == nil { // a piece at a time: a writer may copy what it is given, and s is most of the graph
		n := min(len(s), 1<<16)
		_, e.err = e.w.WriteString(s[:n])
		s = s[n:]
	}
}

func (e *arrayWriter) numbers(n int, at func(int) uint32) {
	e.length(n)
	for i := 0; i < n && e.err == nil; i++ {
		b := e.w.AvailableBuffer()
		if cap(b) < 4 {
			e.err = e.w.Flush()
			b = e.w.AvailableBuffer()
		}
		if e.err == nil {
			_, e.err = e.w.Write(binary.LittleEndian.AppendUint32(b, at(i)))
		}
	}
}
