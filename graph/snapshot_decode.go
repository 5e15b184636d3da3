package graph

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// DecodeSnapshot reads what Encode wrote, size bytes, as the snapshot of release r. Only lengths and numbers are checked: that the
// bytes are those that were written, and of SnapshotLayout, is the caller's to see to. An error says what does not fit, or is that
// of the reader.
func DecodeSnapshot(from io.Reader, size int64, r Release) (*Snapshot, error) {
	d := arrayReader{r: bufio.NewReaderSize(from, 1<<16), left: size}
	s := &Snapshot{release: r, kinds: map[Kind][]Node{}, redirect: map[string]string{}, quotes: map[int32]string{}}
	var head snapshotHead
	if text := d.text(); d.err == nil {
		d.err = json.Unmarshal([]byte(text), &head)
	}
	s.reports, s.redirects = head.Reports, head.Redirects
	for _, r := range head.Redirects {
		s.redirect[r.Old] = r.New
	}
	for _, t := range s.textArrays() {
		t.all = d.text()
		t.ends = numbers[uint32](&d)
	}
	starts := numbers[int32](&d)
	for _, start := range starts {
		prefix := d.text()
		s.passages.runs = append(s.passages.runs, passageRun{start: int(start), prefix: prefix})
	}
	s.kind, s.types = []uint8(d.text()), []uint8(d.text())
	s.slots, s.firstPassage = numbers[int32](&d), numbers[int32](&d)
	s.from, s.to = numbers[Node](&d), numbers[Node](&d)
	for _, r := range []*rows{&s.out, &s.in} {
		r.offsets, r.edges = numbers[int32](&d), numbers[Edge](&d)
	}
	if d.err == nil && d.left != 0 {
		d.err = errNotEncoded
	}
	if d.err != nil {
		return nil, fmt.Errorf("read a snapshot: %w", d.err)
	}
	if !s.fits() {
		return nil, fmt.Errorf("read a snapshot: %w", errNotEncoded)
	}
	s.settle()
	s.wordsAtFirst = len(s.words.all)
	for i := range s.passages.runs {
		run := &s.passages.runs[i]
		run.first = run.prefix + s.passages.tails.at(run.start)
	}
	for n, k := range s.kind {
		s.kinds[Kinds[k]] = append(s.kinds[Kinds[k]], Node(n))
	}
	return s, nil
}

// fits reports whether lengths and numbers belong together, so that nothing that is looked up stands outside its array.
func (s *Snapshot) fits() bool {
	for _, t := range s.textArrays() {
		if !ascending(t.ends, uint32(len(t.all))) {
			return false
		}
	}
	nodes, links := s.ids.len(), len(s.from)
	for start := range s.passages.runs {
		if at := s.passages.runs[start].start; at < 0 || at >= s.passages.tails.len() || start > 0 && at <= s.passages.runs[start-1].start {
			return false
		}
	}
	return len(s.kind) == nodes && s.entities.len() == nodes && s.passages.rows.len() == s.passages.tails.len() && (s.passages.tails.len() == 0) == (len(s.passages.runs) == 0) &&
		(len(s.passages.runs) == 0 || s.passages.runs[0].start == 0) && s.noteIDs.len() == s.notes.len() &&
		len(s.to) == links && len(s.types) == links && s.links.len() == links && len(s.slots) == len(s.firstPassage) &&
		below(s.kind, len(Kinds)) && below(s.types, len(LinkTypes)) && below(s.from, nodes) && below(s.to, nodes) && s.slotsFit() &&
		s.out.fit(nodes, links) && s.in.fit(nodes, links)
}

func (s *Snapshot) slotsFit() bool {
	for i, r := range s.slots {
		if int(r) < -1 || int(r) >= len(s.reports) || int(s.firstPassage[i]) < -1 || int(s.firstPassage[i]) > s.passages.len() {
			return false
		}
	}
	return true
}

func (r rows) fit(nodes, links int) bool {
	return len(r.offsets) == nodes+1 && r.offsets[0] == 0 && len(r.edges) == links && ascending(r.offsets, int32(links)) && below(r.edges, links)
}

// ascending reports whether no number is below the one before it, and the last is end (0 where there is none).
func ascending[T int32 | uint32](list []T, end T) bool {
	var before T
	for _, n := range list {
		if n < before {
			return false
		}
		before = n
	}
	return before == end
}

func below[T ~uint8 | ~int32](list []T, end int) bool {
	for _, n := range list {
		if n < 0 || int(n) >= end {
			return false
		}
	}
	return true
}

// arrayReader reads what arrayWriter wrote, until something cannot be read. No array is longer than what is left.
type arrayReader struct {
	r    *bufio.Reader
	left int64 // bytes
	err  error
}

// length is that of an array whose elements have so many bytes.
func (d *arrayReader) length(each int64) int {
	var b [8]byte
	if d.err == nil {
		_, d.err = io.ReadFull(d.r, b[:])
	}
	n := binary.LittleEndian.Uint64(b[:])
	if d.left -= 8; d.err == nil && (d.left < 0 || n > uint64(d.left/each)) {
		d.err = errNotEncoded
	}
	if d.err != nil {
		return 0
	}
	d.left -= int64(n) * each
	return int(n)
}

func (d *arrayReader) text() string {
	n := d.length(1)
	var b strings.Builder
	b.Grow(n)
	if d.err == nil {
		_, d.err = io.CopyN(&b, d.r, int64(n))
	}
	return b.String()
}

func numbers[T ~int32 | ~uint32](d *arrayReader) []T {
	out := make([]T, d.length(4))
	var chunk [1 << 12]byte
	for done := 0; done < len(out) && d.err == nil; {
		part := chunk[:min((len(out)-done)*4, len(chunk))]
		if _, d.err = io.ReadFull(d.r, part); d.err != nil {
			return nil
		}
		for i := 0; i < len(part); i += 4 {
			out[done] = T(binary.LittleEndian.Uint32(part[i:]))
			done++
		}
	}
	return out
}
