package graph

import (
	"slices"
	"sort"
	"sync"
)

// Node is the number of an entity in one snapshot: entities are numbered by id, from 0.
type Node int32

// Edge is the number of a link in one snapshot: links are numbered by key, from 0.
type Edge int32

// Snapshot is an immutable projection of one release, made for reading: entities and links by number, links
// in compressed sparse rows both ways. All methods may be called at once from many goroutines; nothing that
// they return may be changed.
type Snapshot struct {
	release  Release
	graph    *Graph
	from, to []Node
	types    []uint8 // LinkType.Index of each link
	out, in  rows
	kinds    map[Kind][]Node
	linkIDs  []Edge // edges in the order of link id
	redirect map[string]string
	asOf     int // 0: all editions

	mu    sync.Mutex
	years map[int]*Snapshot // as-of views, made on demand
	once  sync.Once
	index *textIndex

	quotes    sync.Once
	quotesKey string
}

// NewSnapshot projects g, which must come from Merge (sorted, every end there; else it panics) and must not change afterwards.
func NewSnapshot(g *Graph, r Release) *Snapshot {
	s := &Snapshot{release: r, graph: g, kinds: map[Kind][]Node{}, redirect: map[string]string{}, years: map[int]*Snapshot{}}
	for i := range g.Entities {
		k := g.Entities[i].Kind
		s.kinds[k] = append(s.kinds[k], Node(i))
	}
	for _, r := range g.Redirects {
		s.redirect[r.Old] = r.New
	}
	s.from, s.to, s.types = make([]Node, len(g.Links)), make([]Node, len(g.Links)), make([]uint8, len(g.Links))
	for i := range g.Links {
		l := &g.Links[i]
		s.from[i], s.to[i] = s.find(l.From), s.find(l.To)
		if s.from[i] < 0 || s.to[i] < 0 || !l.Type.Known() {
			panic("graph: a snapshot of a graph that Merge did not make: " + l.ID + " has an end or a type that does not exist")
		}
		s.types[i] = uint8(l.Type.Index())
	}
	s.out, s.in = newRows(len(g.Entities), s.from, s.to, s.types), newRows(len(g.Entities), s.to, s.from, s.types)
	s.linkIDs = make([]Edge, len(g.Links))
	for i := range s.linkIDs {
		s.linkIDs[i] = Edge(i)
	}
	sort.Slice(s.linkIDs, func(i, k int) bool { return g.Links[s.linkIDs[i]].ID < g.Links[s.linkIDs[k]].ID })
	return s
}

// Release is the release that the snapshot projects.
func (s *Snapshot) Release() Release { return s.release }

// Graph is the merged graph behind the snapshot. Read only.
func (s *Snapshot) Graph() *Graph { return s.graph }

// Reports lists the editions of the snapshot, by year, then id.
func (s *Snapshot) Reports() []Report { return s.graph.Reports }

// Newest is the year of the newest edition of a partnership ("" for any), 0 where there is none.
func (s *Snapshot) Newest(partnership string) int {
	year := 0
	for _, r := range s.graph.Reports {
		if (partnership == "" || r.Partnership == partnership) && r.Year > year {
			year = r.Year
		}
	}
	return year
}

// NumEntities is the number of entities, reports included.
func (s *Snapshot) NumEntities() int { return len(s.graph.Entities) }

// NumLinks is the number of links.
func (s *Snapshot) NumLinks() int { return len(s.graph.Links) }

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

// Entity is entity n.
func (s *Snapshot) Entity(n Node) *MergedEntity { return &s.graph.Entities[n] }

// ID is the id of entity n.
func (s *Snapshot) ID(n Node) string { return s.graph.Entities[n].ID }

// Kind is the kind of entity n.
func (s *Snapshot) Kind(n Node) Kind { return s.graph.Entities[n].Kind }

// Nodes lists the entities of a kind, by id.
func (s *Snapshot) Nodes(k Kind) []Node { return s.kinds[k] }

// Link is link e.
func (s *Snapshot) Link(e Edge) *MergedLink { return &s.graph.Links[e] }

// LinkByID finds a link by its id ("link:…").
func (s *Snapshot) LinkByID(id string) (e Edge, ok bool) {
	i := sort.Search(len(s.linkIDs), func(i int) bool { return s.graph.Links[s.linkIDs[i]].ID >= id })
	if i == len(s.linkIDs) || s.graph.Links[s.linkIDs[i]].ID != id {
		return -1, false
	}
	return s.linkIDs[i], true
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
	ps := s.graph.Passages
	i := sort.Search(len(ps), func(i int) bool { return ps[i].ID >= id })
	if i == len(ps) || ps[i].ID != id {
		return nil, false
	}
	return &ps[i], true
}

// Notes lists the notes about the entity with exactly that id ("" for all notes), by id.
func (s *Snapshot) Notes(about string) []Note {
	if about == "" {
		return s.graph.Notes
	}
	return keep(s.graph.Notes, func(n Note) bool { return slices.Contains(n.About, about) })
}

// find is the number of the entity with exactly that id, -1 where there is none.
func (s *Snapshot) find(id string) Node {
	es := s.graph.Entities
	i := sort.Search(len(es), func(i int) bool { return es[i].ID >= id })
	if i == len(es) || es[i].ID != id {
		return -1
	}
	return Node(i)
}

// QuotesKey tells snapshots of one release apart by the quotes that were attached: the ids of the reports with any, joined.
func (s *Snapshot) QuotesKey() string {
	s.quotes.Do(func() {
		quoted := map[string]bool{}
		for i := range s.graph.Passages {
			if p := &s.graph.Passages[i]; p.Quote != "" {
				quoted[p.Report] = true
			}
		}
		for _, r := range s.graph.Reports {
			if quoted[r.ID] {
				s.quotesKey += r.ID + " "
			}
		}
	})
	return s.quotesKey
}
