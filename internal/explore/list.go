package explore

import (
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// Row is one entity in a list.
type Row struct {
	ID           string           `json:"id"`
	Kind         graph.Kind       `json:"kind"`
	Name         graph.Names      `json:"name"`
	Aliases      []string         `json:"aliases"`
	Properties   graph.Properties `json:"properties"`
	Years        []int            `json:"years"`        // of the editions that state it
	Groups       []string         `json:"groups"`       // ids of the groups that it is linked to, directly
	Institutions []string         `json:"institutions"` // ids of the institutions that it is linked to, directly
	Themes       []string         `json:"themes"`       // ids of the themes that it is linked to, directly
	Places       []string         `json:"places"`
	State        string           `json:"state,omitempty"` // of a commitment's date; see DueState
	Passages     []string         `json:"passages"`
}

// ListQuery filters entities. Zero values filter nothing; all filters must hold.
type ListQuery struct {
	Kind        graph.Kind
	Partnership string // of groups: the partnership that they are groups of
	Q           string // words, as Snapshot.Search takes them
	Country     string // of its own, or among its countries
	Theme       string
	Group       string
	Institution string
	Status      string
	Type        string
	Firmness    string
	Side        string     // of a commitment, or of a link such as co-chairing
	Role        string     // of a link; co-chair too. With Side, of one link that has both
	Target      *bool      // of figures
	DueBefore   graph.Date // due, for all that is told, before this date may begin
	Today       string     // 2006-01-02; dates are judged against it; empty: none is
}

// List lists the entities that q chooses, by kind, then id. Errors wrap graph.ErrInvalid for a kind, value or date that is none,
// and graph.ErrNotFound for a group, theme or institution that is unknown; all are named at once.
func List(s *graph.Snapshot, q ListQuery) ([]Row, error) {
	if err := q.check(s); err != nil {
		return nil, err
	}
	among, near := q.among(s), q.near(s)
	out := []Row{}
	for _, k := range graph.Kinds {
		if q.Kind != "" && k != q.Kind {
			continue
		}
		nodes := s.Nodes(k)
		if near != nil {
			nodes = near
		}
		for _, n := range nodes {
			if s.Kind(n) != k || among != nil && !among[n] {
				continue
			}
			if r := RowOf(s, n, q.Today); q.admits(s, n, r) {
				out = append(out, r)
			}
		}
	}
	return out, nil
}

// among are the entities that the words find and that are groups of the partnership; nil where neither is asked for.
func (q ListQuery) among(s *graph.Snapshot) map[graph.Node]bool {
	if q.Q == "" && q.Partnership == "" {
		return nil
	}
	in := map[graph.Node]bool{}
	if q.Q != "" {
		for _, h := range s.Search(q.Q, 0) {
			if h.Passage == nil {
				in[h.Entity] = true
			}
		}
	}
	if n, ok := s.Lookup(q.Partnership); ok {
		groups := map[graph.Node]bool{}
		for _, g := range crosswalk.GroupsOf(s, n) {
			groups[g] = q.Q == "" || in[g]
		}
		return groups
	}
	return in
}

// near lists by id the entities that are linked to the group, institution or theme asked for, the one with the fewest links of
// several; nil where none is asked for.
func (q ListQuery) near(s *graph.Snapshot) []graph.Node {
	least := graph.Node(-1)
	for _, id := range []string{q.Group, q.Institution, q.Theme} {
		if n, ok := s.Lookup(id); ok && (least < 0 || degree(s, n) < degree(s, least)) {
			least = n
		}
	}
	if least < 0 {
		return nil
	}
	out := []graph.Node{}
	for _, e := range slices.Concat(s.AllOut(least), s.AllIn(least)) {
		out = append(out, other(s, e, least))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// RowOf is entity n as a row; today is 2006-01-02, or empty where no date is judged.
func RowOf(s *graph.Snapshot, n graph.Node, today string) Row {
	e := s.Entity(n)
	r := Row{ID: e.ID, Kind: e.Kind, Name: e.Name, Aliases: orEmpty(e.Aliases), Properties: e.Properties, Years: yearsOf(s, e),
		Groups: linked(s, n, graph.WorkingGroup), Institutions: linked(s, n, graph.Institution), Themes: linked(s, n, graph.Theme),
		Places: linked(s, n, graph.Place), Passages: orEmpty(e.Evidence)}
	if r.Properties == nil {
		r.Properties = graph.Properties{}
	}
	if e.Kind == graph.Commitment && today != "" {
		r.State = DueState(s, e, today)
	}
	return r
}

// yearsOf lists the years of the editions that state e, ascending, without repeats.
func yearsOf(s *graph.Snapshot, e *graph.MergedEntity) []int {
	out := []int{}
	for _, st := range e.Statements { // in the order of editions
		if r, _ := s.Report(st.Report); !slices.Contains(out, r.Year) {
			out = append(out, r.Year)
		}
	}
	return out
}

// linked lists the ids of the entities of a kind that n is linked to, either way, sorted.
func linked(s *graph.Snapshot, n graph.Node, k graph.Kind) []string {
	out := []string{}
	for _, e := range slices.Concat(s.AllOut(n), s.AllIn(n)) {
		if o := other(s, e, n); s.Kind(o) == k {
			out = append(out, s.ID(o))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func orEmpty(l []string) []string {
	if l == nil {
		return []string{}
	}
	return l
}
