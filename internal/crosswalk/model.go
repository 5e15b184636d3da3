package crosswalk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Options choose what an answer is computed from. The zero value means: the only partnership, its newest edition,
// default parameters, every basis and confidence.
type Options struct {
	Partnership   string
	AsOf          int // year T; 0: the partnership's newest edition
	Parameters    *Parameters
	MinConfidence float64       // in [0,1]; links below it are not seen
	Bases         []graph.Basis // nil: all
}

// Model holds the groups and events of one partnership as of one year. It is immutable and safe for concurrent use.
type Model struct {
	Partnership graph.Node
	AsOf        int
	Parameters  Parameters

	options Options
	snap    *graph.Snapshot // as of AsOf
	groups  []graph.Node    // by id
	active  []bool          // parallel to groups
	chapter []bool          // parallel: some edition of year AsOf has a chapter of it
	years   map[string]int  // report id → year
	events  []*Event        // that make pairs, by channel, then id
	plenary []*Event
	partner partners
	themes  touches
}

// NewModel reads the model from a snapshot. Errors wrap graph.ErrNotFound (no such partnership, no edition by
// that year) or graph.ErrInvalid (several partnerships and none chosen, confidence out of range).
func NewModel(s *graph.Snapshot, o Options) (*Model, error) {
	p, err := choosePartnership(s, o.Partnership)
	if err != nil {
		return nil, err
	}
	if o.MinConfidence < 0 || o.MinConfidence > 1 {
		return nil, fmt.Errorf("min_confidence is %v; it must lie in 0 to 1: %w", o.MinConfidence, graph.ErrInvalid)
	}
	id := s.ID(p)
	m := &Model{AsOf: o.AsOf, options: o, Parameters: Defaults()}
	if o.Parameters != nil {
		m.Parameters = *o.Parameters
	}
	if m.AsOf == 0 {
		m.AsOf = s.Newest(id)
	}
	m.snap = s.AsOf(m.AsOf)
	if m.snap.Newest(id) == 0 {
		return nil, fmt.Errorf("as of %d: the first edition of %s is of %d: %w", m.AsOf, id, firstYear(s, id), graph.ErrNotFound)
	}
	m.Partnership, _ = m.snap.Lookup(id)
	m.years = map[string]int{}
	for _, r := range m.snap.Reports() {
		m.years[r.ID] = r.Year
	}
	m.readGroups(id)
	m.readEvents()
	m.partner = m.readPartners()
	m.themes = m.readThemes()
	return m, nil
}

func choosePartnership(s *graph.Snapshot, id string) (graph.Node, error) {
	all := s.Nodes(graph.Partnership)
	if id != "" {
		if n, ok := s.Lookup(id); ok && s.Kind(n) == graph.Partnership {
			return n, nil
		}
		return 0, fmt.Errorf("partnership %s: no such partnership; known: %s: %w", id, strings.Join(ids(s, all), ", "), graph.ErrNotFound)
	}
	switch len(all) {
	case 1:
		return all[0], nil
	case 0:
		return 0, fmt.Errorf("the store holds no partnership; load a bundle first: %w", graph.ErrNotFound)
	}
	return 0, fmt.Errorf("the store holds several partnerships (%s); choose one with partnership=: %w", strings.Join(ids(s, all), ", "), graph.ErrInvalid)
}

func ids(s *graph.Snapshot, ns []graph.Node) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = s.ID(n)
	}
	return out
}

func firstYear(s *graph.Snapshot, partnership string) int {
	for _, r := range s.Reports() {
		if r.Partnership == partnership {
			return r.Year
		}
	}
	return 0
}

// readGroups lists the partnership's groups: those that a link says are part of it, and those whose id carries its name.
func (m *Model) readGroups(partnership string) {
	_, short, _ := strings.Cut(partnership, ":")
	for _, g := range m.snap.Nodes(graph.WorkingGroup) {
		own := strings.HasPrefix(m.snap.ID(g), "group:"+short+":")
		for _, e := range m.snap.Out(g, graph.PartOf) {
			own = own || m.snap.To(e) == m.Partnership
		}
		if !own {
			continue
		}
		m.groups = append(m.groups, g)
		m.active = append(m.active, m.snap.Entity(g).Properties.Text("status") == "active")
		m.chapter = append(m.chapter, m.hasChapter(g))
	}
}

// hasChapter reports whether the newest edition up to the as-of year has a chapter of the group.
func (m *Model) hasChapter(g graph.Node) bool {
	newest := m.snap.Newest(m.snap.ID(m.Partnership))
	for _, e := range m.snap.In(g, graph.ReportsOn) {
		l := m.snap.Link(e)
		yes, _ := l.Properties.Bool("chapter")
		if yes && slices.Contains(l.Years, newest) {
			return true
		}
	}
	return false
}

// Snapshot is the as-of view that the model reads.
func (m *Model) Snapshot() *graph.Snapshot { return m.snap }

// Groups lists the partnership's groups, by id.
func (m *Model) Groups() []graph.Node { return m.groups }

// Active reports whether group number g has status active.
func (m *Model) Active(g int) bool { return m.active[g] }

// HasChapter reports whether the newest edition has a chapter of group number g.
func (m *Model) HasChapter(g int) bool { return m.chapter[g] }

// GroupNumber is the place of a group in Groups. Errors wrap graph.ErrNotFound, suggest a near id and list the groups.
func (m *Model) GroupNumber(id string) (int, error) {
	n, ok := m.snap.Lookup(id)
	if i := slices.Index(m.groups, n); ok && i >= 0 {
		return i, nil
	}
	known := ids(m.snap, m.groups)
	hint := "its"
	if near := graph.NearestID(id, known); near != "" {
		hint = "did you mean " + near + "? Its"
	}
	return 0, fmt.Errorf("group %s: no such group in %s as of %d; %s groups: %s: %w", id, m.snap.ID(m.Partnership), m.AsOf, hint,
		strings.Join(known, ", "), graph.ErrNotFound)
}

// numActive is the number of active groups.
func (m *Model) numActive() int {
	n := 0
	for _, a := range m.active {
		if a {
			n++
		}
	}
	return n
}

// admits reports whether the options let a link's basis through. Confidence is judged statement by statement.
func (m *Model) admits(l *graph.MergedLink) bool {
	return (len(m.options.Bases) == 0 || slices.Contains(m.options.Bases, l.Basis)) && l.Confidence >= m.options.MinConfidence
}
