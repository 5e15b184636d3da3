package crosswalk

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Options choose what an answer is computed from. The zero value means: the only partnership with an edition, its newest
// edition, default parameters, every basis and confidence.
type Options struct {
	Partnership   string
	AsOf          int // year T; 0: the partnership's newest edition
	Parameters    *Parameters
	MinConfidence float64       // in [0,1]; what editions state of links with less is not seen
	Bases         []graph.Basis // nil: all; what editions state of links on another basis is not seen
}

// Model holds the groups and events of one partnership as of one year. It is immutable and safe for concurrent use.
type Model struct {
	Partnership graph.Node
	AsOf        int
	Parameters  Parameters

	record  *graph.Snapshot // as of AsOf, every link: what is on record of groups, chapters and who coordinates
	snap    *graph.Snapshot // the same entities, with the links alone that the options let through
	groups  []graph.Node    // by id
	active  []bool          // parallel to groups
	chapter []bool          // parallel: the newest edition up to AsOf has a chapter of it
	years   map[string]int  // report id → year
	events  []*Event        // that make pairs, by channel, then id
	of      [][]*Event      // parallel to groups: those of events that tie the group, in their order
	plenary []*Event
	partner partners
	themes  touches
}

// NewModel reads the model from a snapshot. Errors wrap graph.ErrNotFound (no such partnership, no edition by
// that year) or graph.ErrInvalid (several partnerships and none chosen, confidence out of range, unknown basis).
func NewModel(s *graph.Snapshot, o Options) (*Model, error) {
	id, err := choosePartnership(s, o.Partnership)
	if err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	m := &Model{AsOf: o.AsOf, Parameters: Defaults(), years: map[string]int{}}
	if o.Parameters != nil {
		m.Parameters = *o.Parameters
	}
	if m.AsOf == 0 {
		m.AsOf = s.Newest(id)
	}
	m.record = s.AsOf(m.AsOf)
	if m.record.Newest(id) == 0 {
		return nil, noEdition(s, id, m.AsOf)
	}
	m.snap = o.seen(m.record)
	m.Partnership, _ = m.record.Lookup(id)
	for _, r := range m.record.Reports() {
		m.years[r.ID] = r.Year
	}
	m.readGroups()
	m.readEvents()
	m.partner = m.readPartners()
	m.themes = m.readThemes()
	return m, nil
}

// noEdition says why nothing can be answered of a partnership as of a year.
func noEdition(s *graph.Snapshot, partnership string, asOf int) error {
	if first := firstYear(s, partnership); first > 0 {
		return fmt.Errorf("as of %d: the first edition of %s is of %d; ask for that year or a later one: %w", asOf, partnership, first, graph.ErrNotFound)
	}
	return fmt.Errorf("%s has no edition; load a bundle of one of its reports: %w", partnership, graph.ErrNotFound)
}

// choosePartnership is the id of the partnership asked for, else of the only one that has an edition.
func choosePartnership(s *graph.Snapshot, id string) (string, error) {
	var all, reported []string
	for _, n := range s.Nodes(graph.Partnership) {
		all = append(all, s.ID(n))
		if s.Newest(s.ID(n)) > 0 {
			reported = append(reported, s.ID(n))
		}
	}
	if id != "" {
		if n, ok := s.Lookup(id); ok && s.Kind(n) == graph.Partnership {
			return s.ID(n), nil
		}
		return "", fmt.Errorf("partnership %s: no such partnership; known: %s: %w", id, strings.Join(all, ", "), graph.ErrNotFound)
	}
	switch len(reported) {
	case 1:
		return reported[0], nil
	case 0:
		return "", fmt.Errorf("the store holds no edition of a partnership; load a bundle first: %w", graph.ErrNotFound)
	}
	return "", fmt.Errorf("the store holds several partnerships (%s); choose one with partnership=: %w", strings.Join(reported, ", "), graph.ErrInvalid)
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

// GroupsOf lists a partnership's groups, by id: those that a link says are part of it, and those whose id carries its name.
func GroupsOf(s *graph.Snapshot, partnership graph.Node) []graph.Node {
	_, short, _ := strings.Cut(s.ID(partnership), ":")
	var out []graph.Node
	for _, g := range s.Nodes(graph.WorkingGroup) {
		own := strings.HasPrefix(s.ID(g), "group:"+short+":")
		for _, e := range s.Out(g, graph.PartOf) {
			own = own || s.To(e) == partnership
		}
		if own {
			out = append(out, g)
		}
	}
	return out
}

// readGroups reads the partnership's groups, which of them are active, and which have a chapter.
func (m *Model) readGroups() {
	m.groups = GroupsOf(m.record, m.Partnership)
	for _, g := range m.groups {
		m.chapter = append(m.chapter, m.hasChapter(g))
	}
	m.active = m.activeIn(m.AsOf)
}

// activeIn says of each group whether it was active in a year: its status as of the editions up to that year, or as of the
// first edition where the year is older.
func (m *Model) activeIn(year int) []bool {
	year = max(year, firstYear(m.record, m.record.ID(m.Partnership)))
	out := make([]bool, len(m.groups))
	for g, n := range m.groups {
		for _, s := range m.record.Entity(n).Statements { // in the order of editions
			if status := s.Properties.Text("status"); status != "" && m.years[s.Report] <= year {
				out[g] = status == "active"
			}
		}
	}
	return out
}

// hasChapter reports whether the newest edition up to the as-of year has a chapter of the group.
func (m *Model) hasChapter(g graph.Node) bool {
	newest := m.record.Newest(m.record.ID(m.Partnership))
	for _, e := range m.record.In(g, graph.ReportsOn) {
		l := m.record.Link(e)
		yes, _ := l.Properties.Bool("chapter")
		if yes && slices.Contains(l.Years, newest) {
			return true
		}
	}
	return false
}

// Snapshot is what the model reads: the view as of its year, with the links alone that its options let through.
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
