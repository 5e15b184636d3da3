package crosswalk

import "github.com/crosswalk-kg/crosswalk/graph"

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

// Editions marks, in the order of Snapshot().Reports(), the partnership's own.
func (m *Model) Editions() []bool {
	own := make([]bool, len(m.snap.Reports()))
	for i, r := range m.snap.Reports() {
		own[i] = r.Partnership == m.snap.ID(m.Partnership)
	}
	return own
}

// Snapshot is what the model reads: the view as of its year, with the links alone that its options let through.
func (m *Model) Snapshot() *graph.Snapshot { return m.snap }
