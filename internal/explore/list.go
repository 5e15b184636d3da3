package explore

import (
	"fmt"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
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
	Q           string // words, as Snapshot.Search takes them
	Country     string
	Theme       string
	Group       string
	Institution string
	Status      string
	Type        string
	Firmness    string
	Side        string // of a commitment; of a person's co-chairing
	Role        string // of any link of a person
	Target      *bool  // of figures
	DueBefore   graph.Date
	Today       string // 2006-01-02; dates are judged against it
}

// List lists the entities that q chooses, by kind, then id. Errors wrap graph.ErrInvalid for a kind or date that is none, and
// graph.ErrNotFound for a group, theme or institution that is unknown.
func List(s *graph.Snapshot, q ListQuery) ([]Row, error) {
	if q.Kind != "" && !q.Kind.Known() {
		return nil, fmt.Errorf("kind %q is unknown; known: %v: %w", q.Kind, graph.Kinds, graph.ErrInvalid)
	}
	for _, id := range []string{q.Theme, q.Group, q.Institution} {
		if id == "" {
			continue
		}
		if _, err := Find(s, id); err != nil {
			return nil, err
		}
	}
	found := map[graph.Node]bool{}
	if q.Q != "" {
		for _, h := range s.Search(q.Q, 0) {
			if h.Passage == nil {
				found[h.Entity] = true
			}
		}
	}
	out := []Row{}
	for _, k := range graph.Kinds {
		if q.Kind != "" && k != q.Kind {
			continue
		}
		for _, n := range s.Nodes(k) {
			if q.Q != "" && !found[n] {
				continue
			}
			if r := RowOf(s, n, q.Today); q.admits(s, n, r) {
				out = append(out, r)
			}
		}
	}
	return out, nil
}

func (q ListQuery) admits(s *graph.Snapshot, n graph.Node, r Row) bool {
	p := r.Properties
	for _, f := range []struct{ want, got string }{
		{q.Country, p.Text("country")}, {q.Status, p.Text("status")}, {q.Type, p.Text("type")}, {q.Firmness, p.Text("firmness")},
	} {
		if f.want != "" && !strings.EqualFold(f.want, f.got) {
			return false
		}
	}
	for _, f := range []struct {
		want string
		got  []string
	}{{q.Theme, r.Themes}, {q.Group, r.Groups}, {q.Institution, r.Institutions}} {
		if f.want != "" && !slices.Contains(f.got, canonical(s, f.want)) {
			return false
		}
	}
	if q.Target != nil {
		if t, _ := p.Bool("target"); t != *q.Target {
			return false
		}
	}
	if q.DueBefore != "" {
		if due := p.Date("due"); due == "" || due.First() >= q.DueBefore.First() {
			return false
		}
	}
	return q.admitsLinks(s, n, p)
}

// admitsLinks judges side and role, which a person has by links.
func (q ListQuery) admitsLinks(s *graph.Snapshot, n graph.Node, p graph.Properties) bool {
	if q.Side == "" && q.Role == "" {
		return true
	}
	side, role := q.Side == "" || strings.EqualFold(q.Side, p.Text("side")), q.Role == ""
	for _, e := range slices.Concat(s.AllOut(n), s.AllIn(n)) {
		l := s.Link(e)
		side = side || strings.EqualFold(q.Side, l.Properties.Text("side"))
		role = role || strings.EqualFold(q.Role, l.Properties.Text("role")) || q.Role == "co-chair" && l.Type == graph.CoChairs
	}
	return side && role
}

func canonical(s *graph.Snapshot, id string) string {
	if now, old := s.Redirect(id); old {
		return now
	}
	return id
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

// DueState says in one word how a commitment stands against today (2006-01-02): done, dropped, undated, to-come,
// date-passed (no later edition is loaded) or not-mentioned-since (one is, and does not tell of it). Never more: that a
// report is silent does not say that nothing was done.
func DueState(s *graph.Snapshot, e *graph.MergedEntity, today string) string {
	switch st := e.Properties.Text("status"); st {
	case "done", "dropped":
		return st
	}
	years := yearsOf(s, e)
	if newest := s.Newest(""); len(years) > 0 && years[len(years)-1] < newest {
		return "not-mentioned-since"
	}
	due := e.Properties.Date("due")
	switch {
	case due == "":
		return "undated"
	case due.Last() < today:
		return "date-passed"
	}
	return "to-come"
}

// yearsOf lists the years of the editions that state e, ascending, without repeats.
func yearsOf(s *graph.Snapshot, e *graph.MergedEntity) []int {
	out := []int{}
	for _, r := range s.Reports() {
		for _, st := range e.Statements {
			if st.Report == r.ID && !slices.Contains(out, r.Year) {
				out = append(out, r.Year)
			}
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
