package graph

import (
	"sort"
	"strings"
)

// packedPassages are the passages of a snapshot, by id. Of an id stands what follows its last colon: what stands before
// is the same for all passages of a report.
type packedPassages struct {
	rows, tails texts
	runs        []passageRun
}

// passageRun are passages one after the other whose ids begin alike.
type passageRun struct {
	start         int
	first, prefix string // the first one's id, and that up to its last colon
}

func idPrefix(id string) string { return id[:strings.LastIndexByte(id, ':')+1] }

func (ps *packedPassages) len() int { return ps.rows.len() }

// end is where run i ends.
func (ps *packedPassages) end(i int) int {
	if i+1 < len(ps.runs) {
		return ps.runs[i+1].start
	}
	return ps.len()
}

func (ps *packedPassages) id(i int) string {
	run := sort.Search(len(ps.runs), func(r int) bool { return ps.runs[r].start > i }) - 1
	return ps.runs[run].prefix + ps.tails.at(i)
}

// number is the number of the passage with that id.
func (ps *packedPassages) number(id string) (int, bool) {
	i := sort.Search(len(ps.runs), func(r int) bool { return ps.runs[r].first > id }) - 1
	if i < 0 {
		return 0, false
	}
	return ps.within(i, id)
}

// within is number, for an id that can only stand in run i.
func (ps *packedPassages) within(i int, id string) (int, bool) {
	tail, ok := strings.CutPrefix(id, ps.runs[i].prefix)
	if !ok {
		return 0, false
	}
	return ps.tails.search(tail, ps.runs[i].start, ps.end(i))
}

// passage packs p.
func (b *Builder) passage(p *Passage) {
	k := b.packer
	k.uint(b.report(p.Report))
	k.apart(func() { k.list(p.Section) })
	k.int(p.Paragraph)
	k.word(p.Chapter)
	k.int(p.Start)
	k.int(p.End - p.Start)
	k.int(p.Line)
	k.int(p.Page)
	k.names(p.Gist)
}

func (s *Snapshot) passage(i int) *Passage {
	u := unpacker{s.passages.rows.at(i), &s.words}
	p := &Passage{ID: s.passages.id(i), Report: s.report(u.uint()).ID}
	section := u.apart()
	p.Section, p.Paragraph, p.Chapter, p.Start = section.list(), u.int(), u.word(), u.int()
	p.End = p.Start + u.int()
	p.Line, p.Page, p.Gist, p.Quote = u.int(), u.int(), u.names(), s.quotes[int32(i)]
	return p
}

// note packs n; its id stands elsewhere.
func (b *Builder) note(n *Note) {
	k := b.packer
	report := b.report(n.Report)
	k.uint(report)
	k.word(string(n.Kind))
	k.list(n.About)
	k.names(n.Gist)
	k.evidence(n.Evidence, report, &b.places)
}

func (s *Snapshot) note(i int) Note {
	u := unpacker{s.notes.at(i), &s.words}
	report := u.uint()
	n := Note{ID: s.noteIDs.at(i), Report: s.report(report).ID, Kind: NoteKind(u.word()), About: u.list(), Gist: u.names()}
	n.Evidence = u.evidence(s, report)
	return n
}
