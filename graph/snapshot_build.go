package graph

import (
	"fmt"
	"strings"
)

// Builder makes a snapshot row by row, so that the rows need not be in memory at once: first the passages by id, then the
// entities by id, the links type by type in any order of types and by key within each, the notes by id and the redirects by
// old id, each as Merge gives them. The first row that does not stand in that order, or names what was not added, is an error,
// which Snapshot returns; what comes after it is passed over.
type Builder struct {
	s        *Snapshot
	err      error
	packer   *packer
	reports  map[string]int // the slot of each
	places   passagePlaces
	last     int // run of passages that evidence was found in before
	passages struct{ rows, tails textsBuilder }
	ids      textsBuilder
	entities textsBuilder
	links    [maxLinkTypes]typedLinks
	notes    struct{ ids, rows, about textsBuilder }
	nodes    map[string]Node
	key      string // of the row added last
	stage    int
}

// NewBuilder is for the graph of these reports, which stand in the order of editions.
func NewBuilder(reports []Report) *Builder {
	b := &Builder{s: &Snapshot{reports: reports, kinds: map[Kind][]Node{}, redirect: map[string]string{},
		quotes: map[int32]string{}}, packer: newPacker(),
		reports: make(map[string]int, len(reports)), nodes: map[string]Node{}}
	b.places.number = b.passageNumber
	for i, r := range reports {
		b.reports[r.ID] = i
		b.s.slots = append(b.s.slots, int32(i))
		b.places.first = append(b.places.first, -1)
	}
	return b
}

// The stages, in their order.
const (
	atPassages = iota
	atEntities
	atLinks
	atNotes
	atRedirects
)

// at goes on to a stage and checks that a row's key is above the one before; it is false where the row is passed over.
func (b *Builder) at(stage int, key string) bool {
	if b.err == nil && (stage < b.stage || stage == b.stage && key <= b.key) {
		b.fail("a snapshot's rows come in their order, but %q comes after %q", key, b.key)
	}
	if b.err != nil {
		return false
	}
	if b.stage == atPassages && stage > atPassages {
		b.s.passages.rows, b.s.passages.tails = b.passages.rows.texts(), b.passages.tails.texts()
	}
	b.stage, b.key = stage, key
	b.packer.row = b.packer.row[:0]
	return true
}

func (b *Builder) fail(format string, args ...any) {
	if b.err == nil {
		b.err = fmt.Errorf("graph: "+format, args...)
	}
}

// report is the slot of a report.
func (b *Builder) report(id string) int {
	n, ok := b.reports[id]
	if !ok {
		b.fail("a snapshot's row names %q, which is not one of its reports", id)
	}
	return n
}

// packed is the row that was packed; it is false where something in it could not be.
func (b *Builder) packed() ([]byte, bool) {
	if b.packer.err != nil {
		b.fail("%w", b.packer.err)
	}
	return b.packer.row, b.err == nil
}

// passageNumber looks where the last passage stood first: evidence comes in the order of the text.
func (b *Builder) passageNumber(id string) (int, bool) {
	ps := &b.s.passages
	if b.last < len(ps.runs) {
		if n, ok := ps.within(b.last, id); ok {
			return n, ok
		}
	}
	return ps.number(id)
}

// AddPassage adds a passage, with its quote where it has one.
func (b *Builder) AddPassage(p *Passage) {
	if !b.at(atPassages, p.ID) {
		return
	}
	b.passage(p)
	row, ok := b.packed()
	if !ok {
		return
	}
	n, prefix, report := len(b.passages.rows.ends), idPrefix(p.ID), b.reports[p.Report]
	if runs := b.s.passages.runs; len(runs) == 0 || runs[len(runs)-1].prefix != prefix {
		b.s.passages.runs = append(runs, passageRun{n, strings.Clone(p.ID), strings.Clone(prefix)})
	}
	if b.places.first[report] < 0 {
		b.places.first[report] = int32(n)
	}
	if p.Quote != "" {
		b.s.quotes[int32(n)] = p.Quote
	}
	b.passages.tails.add(p.ID[len(prefix):])
	b.passages.rows.addBytes(row)
}

// AddEntity adds an entity by what reports state of it, in the order of editions; at least one.
func (b *Builder) AddEntity(statements []EntityStatement) {
	if len(statements) == 0 {
		b.fail("an entity that no report states")
		return
	}
	id, kind := strings.Clone(statements[0].ID), statements[0].Kind
	if !b.at(atEntities, id) {
		return
	}
	if !kind.Known() {
		b.fail("%s is of the kind %q, which is unknown", id, kind)
		return
	}
	b.entity(statements)
	row, ok := b.packed()
	if !ok {
		return
	}
	n := Node(len(b.ids.ends))
	b.nodes[id] = n
	b.ids.add(id)
	b.s.kind = append(b.s.kind, kind.index())
	b.s.kinds[kind] = append(b.s.kinds[kind], n)
	b.entities.addBytes(row)
}

// AddLink adds a link by what reports state of it, in the order of editions; at least one.
func (b *Builder) AddLink(statements []LinkStatement) {
	if len(statements) == 0 {
		b.fail("a link that no report states")
		return
	}
	first := &statements[0]
	from, okFrom := b.nodes[first.From]
	to, okTo := b.nodes[first.To]
	key, i := first.Key(first.Year), first.Type.Index()
	if !okFrom || !okTo || i < 0 {
		b.fail("link %q has an end or a type that does not exist", key)
	}
	if b.err != nil {
		return
	}
	of := &b.links[i]
	b.key = of.key // the order is that within the type
	if !b.at(atLinks, key) {
		return
	}
	b.link(statements)
	if row, ok := b.packed(); ok {
		of.add(key, from, to, row)
	}
}

// AddNote adds a note.
func (b *Builder) AddNote(n *Note) {
	if !b.at(atNotes, n.ID) {
		return
	}
	b.note(n)
	if row, ok := b.packed(); ok {
		b.notes.ids.add(n.ID)
		b.notes.rows.addBytes(row)
	}
}

// AddRedirect adds a redirect.
func (b *Builder) AddRedirect(r Redirect) {
	if b.at(atRedirects, r.Old) {
		b.s.redirect[r.Old] = r.New
		b.s.redirects = append(b.s.redirects, r)
	}
}

// Snapshot ends the building; the builder is of no use afterwards.
func (b *Builder) Snapshot(r Release) (*Snapshot, error) {
	if !b.at(atRedirects+1, "") {
		return nil, b.err
	}
	s := b.s
	s.release, s.firstPassage = r, b.places.first
	s.words, s.ids, s.entities = b.packer.words.texts(), b.ids.texts(), b.entities.texts()
	s.noteIDs, s.notes = b.notes.ids.texts(), b.notes.rows.texts()
	b.nodes, b.packer = nil, nil
	s.wordsAtFirst = len(s.words.all)
	b.uniteLinks()
	s.settle()
	s.kind = exact(s.kind)
	s.out, s.in = newRows(s.ids.len(), s.from, s.to, s.types), newRows(s.ids.len(), s.to, s.from, s.types)
	return s, nil
}

// exact gives back what was reserved and not used.
func exact[T any](list []T) []T {
	if cap(list)-len(list) > len(list)/16 {
		return append(make([]T, 0, len(list)), list...)
	}
	return list
}

// Add adds all rows of g but its reports, in the order of the builder.
func (b *Builder) Add(g *Graph) {
	for i := range g.Passages {
		b.AddPassage(&g.Passages[i])
	}
	for i := range g.Entities {
		b.AddEntity(g.Entities[i].Statements)
	}
	for i := range g.Links {
		b.AddLink(g.Links[i].Statements)
	}
	for i := range g.Notes {
		b.AddNote(&g.Notes[i])
	}
	for _, r := range g.Redirects {
		b.AddRedirect(r)
	}
}

// NewSnapshot projects g, which must come from Merge (sorted, every end there; else it panics). g is not kept.
func NewSnapshot(g *Graph, r Release) *Snapshot {
	b := NewBuilder(g.Reports)
	b.Add(g)
	return b.must(r)
}

// must is Snapshot for rows of a graph that Merge made.
func (b *Builder) must(r Release) *Snapshot {
	s, err := b.Snapshot(r)
	if err != nil {
		panic(err)
	}
	return s
}
