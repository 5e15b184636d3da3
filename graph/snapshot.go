package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
)

// Node is the number of an entity in one snapshot: entities are numbered by id, from 0.
type Node int32

// Edge is the number of a link in one snapshot: links are numbered by key, from 0.
type Edge int32

// Snapshot is an immutable projection of one release, made for reading: entities and links by number, links
// in compressed sparse rows both ways, what is told of them packed and unpacked when it is asked for. All methods may be
// called at once from many goroutines; nothing that they return may be changed.
type Snapshot struct {
	release      Release
	reports      []Report // as they were loaded
	current      []Report // the same, under the partnerships' ids of now
	words        texts    // what comes again and again
	wordsAtFirst int      // bytes of words when the snapshot that this one was patched from was built
	shed         bool     // rows were taken out since it was built, and what they alone needed is still there
	passages     packedPassages
	slots        []int32          // the number of the report that rows name by each slot, -1 where it is gone
	firstPassage []int32          // of the report of each slot, -1 where it has none
	quotes       map[int32]string // of passages, where they were attached
	ids          texts            // of entities
	kind         []uint8
	entities     texts // what reports state of each, packed
	kinds        map[Kind][]Node
	from, to     []Node
	types        []uint8 // LinkType.Index of each link
	links        texts   // what reports state of each, packed
	out, in      rows
	noteIDs      texts
	notes        texts
	redirects    []Redirect
	redirect     map[string]string
	asOf         int // 0: all editions

	open open // things kept unpacked

	mu         sync.Mutex
	views      []*view // of earlier years, made on demand
	once       sync.Once
	index      *textIndex
	byID       sync.Once
	linkIDs    linkIndex
	quotesOnce sync.Once
	quotesKey  string
	byReport   sync.Once
	reportOf   map[string]int
	byPassage  sync.Once
	resting    restingIndex
	byAbout    sync.Once
	about      map[string][]int32 // entity id → notes
}

// Release is the release that the snapshot projects.
func (s *Snapshot) Release() Release { return s.release }

// Graph is the whole merged graph, unpacked anew: many times the snapshot's size.
func (s *Snapshot) Graph() *Graph {
	g := &Graph{Reports: s.reports, Notes: s.Notes(""), Redirects: s.redirects}
	for p := range s.Passages() {
		g.Passages = append(g.Passages, *p)
	}
	for n := range s.NumEntities() {
		g.Entities = append(g.Entities, s.unpackEntity(n))
	}
	for e := range s.NumLinks() {
		g.Links = append(g.Links, s.unpackLink(e))
	}
	return g
}

// Reports lists the editions of the snapshot, by year, then id. A partnership that was merged away stands under the id kept.
func (s *Snapshot) Reports() []Report { return s.current }

// settle finds the partnerships' ids of now.
func (s *Snapshot) settle() {
	s.current = s.reports
	for i, r := range s.reports {
		if now, old := s.redirect[r.Partnership]; old {
			if &s.current[0] == &s.reports[0] {
				s.current = slices.Clone(s.reports)
			}
			s.current[i].Partnership = now
		}
	}
}

// Report is the edition with that id.
func (s *Snapshot) Report(id string) (Report, bool) {
	s.byReport.Do(func() {
		s.reportOf = make(map[string]int, len(s.reports))
		for i, r := range s.reports {
			s.reportOf[r.ID] = i
		}
	})
	i, ok := s.reportOf[id]
	if !ok {
		return Report{}, false
	}
	return s.current[i], true
}

// Newest is the year of the newest edition of a partnership ("" for any), 0 where there is none.
func (s *Snapshot) Newest(partnership string) int {
	for i := len(s.current) - 1; i >= 0; i-- {
		if r := &s.current[i]; partnership == "" || r.Partnership == partnership {
			return r.Year
		}
	}
	return 0
}

// NumEntities is the number of entities, reports included.
func (s *Snapshot) NumEntities() int { return s.ids.len() }

// NumLinks is the number of links.
func (s *Snapshot) NumLinks() int { return len(s.from) }

// NumPassages is the number of passages.
func (s *Snapshot) NumPassages() int { return s.passages.len() }

// NumNotes is the number of notes.
func (s *Snapshot) NumNotes() int { return s.notes.len() }

// Lookup finds an entity by its id; an old id of a merged entity leads to the one kept.
func (s *Snapshot) Lookup(id string) (n Node, ok bool) {
	if now, old := s.redirect[id]; old {
		id = now
	}
	n = s.find(id)
	return n, n >= 0
}

// Redirect is the id that an old, merged-away id now means, and whether id is one.
func (s *Snapshot) Redirect(id string) (now string, ok bool) {
	now, ok = s.redirect[id]
	return now, ok
}

// Entity is entity n. Some are kept unpacked, those asked for last.
func (s *Snapshot) Entity(n Node) *MergedEntity {
	return s.open.entities.get(s, &s.entities, int(n), wholeRow, s.unpackEntity)
}

// Described is what Entity says of entity n but for what it rests on and who states it: Evidence is nil. It costs little of things that
// thousands of editions state. Some are kept, those asked for last; the caller must not change it.
func (s *Snapshot) Described(n Node) *Entity {
	return s.open.described.get(s, &s.entities, int(n), describedRow, func(i int) Entity { return NewMergedEntity(s.statementsOf(Node(i), false)).Entity })
}

// ID is the id of entity n.
func (s *Snapshot) ID(n Node) string { return s.ids.at(int(n)) }

// Kind is the kind of entity n.
func (s *Snapshot) Kind(n Node) Kind { return Kinds[s.kind[n]] }

// Nodes lists the entities of a kind, by id.
func (s *Snapshot) Nodes(k Kind) []Node { return s.kinds[k] }

// Link is link e. Some are kept unpacked, those asked for last.
func (s *Snapshot) Link(e Edge) *MergedLink {
	return s.open.links.get(s, &s.links, int(e), wholeRow, s.unpackLink)
}

// Type is the type of link e.
func (s *Snapshot) Type(e Edge) LinkType { return LinkTypes[s.types[e]] }

// LinkByID finds a link by its id ("link:…").
func (s *Snapshot) LinkByID(id string) (e Edge, ok bool) {
	s.byID.Do(func() { s.linkIDs = newLinkIndex(s) })
	return s.linkIDs.find(s, id)
}

// From is the entity where link e starts.
func (s *Snapshot) From(e Edge) Node { return s.from[e] }

// To is the entity where link e ends.
func (s *Snapshot) To(e Edge) Node { return s.to[e] }

// Out lists the links of type t that start at n, by the id of the other end, then role and year.
func (s *Snapshot) Out(n Node, t LinkType) []Edge { return s.out.of(s.types, n, t) }

// In lists the links of type t that end at n, by the id of the other end, then role and year.
func (s *Snapshot) In(n Node, t LinkType) []Edge { return s.in.of(s.types, n, t) }

// AllOut lists the links that start at n, by type (in the order of LinkTypes), then as Out does.
func (s *Snapshot) AllOut(n Node) []Edge { return s.out.all(n) }

// AllIn lists the links that end at n, by type (in the order of LinkTypes), then as In does.
func (s *Snapshot) AllIn(n Node) []Edge { return s.in.all(n) }

// Passage finds a passage by its id.
func (s *Snapshot) Passage(id string) (p *Passage, ok bool) {
	i, ok := s.passages.number(id)
	if !ok {
		return nil, false
	}
	return s.passageKept(i), true
}

// Passages are all passages, by id.
func (s *Snapshot) Passages() iter.Seq[*Passage] {
	return func(yield func(*Passage) bool) {
		for i := range s.passages.len() {
			if !yield(s.passage(i)) {
				return
			}
		}
	}
}

// Notes lists the notes about the entity with exactly that id ("" for all notes), by id.
func (s *Snapshot) Notes(about string) []Note {
	var out []Note
	if about == "" {
		for i := range s.notes.len() {
			out = append(out, s.note(i))
		}
		return out
	}
	s.byAbout.Do(s.indexNotes)
	for _, i := range s.about[about] {
		out = append(out, s.note(int(i)))
	}
	return out
}

func (s *Snapshot) indexNotes() {
	s.about = map[string][]int32{}
	for i := range s.notes.len() {
		for _, id := range slices.Compact(slices.Sorted(slices.Values(s.note(i).About))) {
			s.about[id] = append(s.about[id], int32(i))
		}
	}
}

// find is the number of the entity with exactly that id, -1 where there is none.
func (s *Snapshot) find(id string) Node {
	if i, found := s.ids.search(id, 0, s.ids.len()); found {
		return Node(i)
	}
	return -1
}

// QuotesKey tells snapshots of one release apart by the quotes that were attached: empty where there are none.
func (s *Snapshot) QuotesKey() string {
	s.quotesOnce.Do(func() {
		if len(s.quotes) == 0 {
			return
		}
		h := sha256.New()
		for _, i := range slices.Sorted(maps.Keys(s.quotes)) {
			fmt.Fprintf(h, "%s\x00%d\x00%s", s.passages.id(int(i)), len(s.quotes[i]), s.quotes[i])
		}
		s.quotesKey = hex.EncodeToString(h.Sum(nil)[:8])
	})
	return s.quotesKey
}
