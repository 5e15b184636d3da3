package graph

import (
	"fmt"
	"strings"
)

// Builder makes a snapshot row by row, so that the rows need not be in memory at once: first the passages by id, then the
// entities by id, the links by key, the notes by id and the redirects by old id, each as Merge gives them. What does not
// stand in that order, or names what was not added, panics: a builder gets what a store checked.
type Builder struct {
	s        *Snapshot
	packer   *packer
	reports  map[string]int // the slot of each
	places   passagePlaces
	last     int // run of passages that evidence was found in before
	passages struct{ rows, tails textsBuilder }
	ids      textsBuilder
	entities textsBuilder
	links    textsBuilder
	notes    struct{ ids, rows, about textsBuilder }
	nodes    map[string]Node
	key      string // of the row added last
	stage    int
}

// NewBuilder is for the graph of these reports, which stand in the order of editions.
func NewBuilder(reports []Report) *Builder {
	b := &Builder{s: &Snapshot{reports: reports, kinds: map[Kind][]Node{}, redirect: map[string]string{}, years: map[int]*Snapshot{},
		quotes: map[int32]string{}, quoted: map[string]bool{}}, packer: newPacker(),
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

// at goes on to a stage and checks that a row's key is above the one before.
func (b *Builder) at(stage int, key string) {
	if stage < b.stage || stage == b.stage && key <= b.key {
		panic(fmt.Sprintf("graph: a snapshot's rows come in their order: %q after %q", key, b.key))
	}
	if b.stage == atPassages && stage > atPassages {
		b.s.passages.rows, b.s.passages.tails = b.passages.rows.texts(), b.passages.tails.texts()
	}
	b.stage, b.key = stage, key
	b.packer.row = b.packer.row[:0]
}

func (b *Builder) report(id string) int {
	n, ok := b.reports[id]
	if !ok {
		panic("graph: a snapshot's row names the report " + id + ", which is not one of its reports")
	}
	return n
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
	b.at(atPassages, p.ID)
	n := len(b.passages.rows.ends)
	prefix := idPrefix(p.ID)
	if runs := b.s.passages.runs; len(runs) == 0 || runs[len(runs)-1].prefix != prefix {
		b.s.passages.runs = append(runs, passageRun{n, strings.Clone(p.ID), strings.Clone(prefix)})
	}
	report := b.report(p.Report)
	if b.places.first[report] < 0 {
		b.places.first[report] = int32(n)
	}
	if p.Quote != "" {
		b.s.quotes[int32(n)], b.s.quoted[p.Report] = p.Quote, true
	}
	b.passage(p)
	b.passages.tails.add(p.ID[len(prefix):])
	b.passages.rows.addBytes(b.packer.row)
}

// AddEntity adds an entity by what reports state of it, in the order of editions; at least one.
func (b *Builder) AddEntity(statements []EntityStatement) {
	id, kind := strings.Clone(statements[0].ID), statements[0].Kind
	b.at(atEntities, id)
	n := Node(len(b.ids.ends))
	b.nodes[id] = n
	b.ids.add(id)
	b.s.kind = append(b.s.kind, kind.index())
	b.s.kinds[kind] = append(b.s.kinds[kind], n)
	b.entity(statements)
	b.entities.addBytes(b.packer.row)
}

// AddLink adds a link by what reports state of it, in the order of editions; at least one.
func (b *Builder) AddLink(statements []LinkStatement) {
	first := &statements[0]
	b.at(atLinks, first.Key(first.Year))
	from, okFrom := b.nodes[first.From]
	to, okTo := b.nodes[first.To]
	if !okFrom || !okTo || !first.Type.Known() {
		panic("graph: a snapshot of a graph that Merge did not make: " + LinkID(b.key) + " has an end or a type that does not exist")
	}
	b.s.from, b.s.to, b.s.types = append(b.s.from, from), append(b.s.to, to), append(b.s.types, uint8(first.Type.Index()))
	b.link(statements)
	b.links.addBytes(b.packer.row)
}

// AddNote adds a note.
func (b *Builder) AddNote(n *Note) {
	b.at(atNotes, n.ID)
	b.note(n)
	b.notes.ids.add(n.ID)
	b.notes.rows.addBytes(b.packer.row)
}

// AddRedirect adds a redirect.
func (b *Builder) AddRedirect(r Redirect) {
	b.at(atRedirects, r.Old)
	b.s.redirect[r.Old] = r.New
	b.s.redirects = append(b.s.redirects, r)
}

// Snapshot ends the building; the builder is of no use afterwards.
func (b *Builder) Snapshot(r Release) *Snapshot {
	b.at(atRedirects+1, "")
	s := b.s
	s.release, s.firstPassage = r, b.places.first
	s.words, s.ids, s.entities, s.links = b.packer.words.texts(), b.ids.texts(), b.entities.texts(), b.links.texts()
	s.noteIDs, s.notes = b.notes.ids.texts(), b.notes.rows.texts()
	s.from, s.to, s.types, s.kind = exact(s.from), exact(s.to), exact(s.types), exact(s.kind)
	b.nodes, b.packer = nil, nil
	s.out, s.in = newRows(s.ids.len(), s.from, s.to, s.types), newRows(s.ids.len(), s.to, s.from, s.types)
	return s
}

// exact gives back what was reserved and not used.
func exact[T any](list []T) []T {
	if cap(list)-len(list) > len(list)/16 {
		return append(make([]T, 0, len(list)), list...)
	}
	return list
}

// NewSnapshot projects g, which must come from Merge (sorted, every end there; else it panics); g is not kept.
func NewSnapshot(g *Graph, r Release) *Snapshot {
	b := NewBuilder(g.Reports)
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
	return b.Snapshot(r)
}
