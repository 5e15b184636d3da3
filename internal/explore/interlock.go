package explore

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Interlock is one thing that at least two of a chosen set are linked to.
type Interlock struct {
	Thing   Thing          `json:"thing"`
	Members []InterlockTie `json:"members"` // of the chosen set, by id
	Overlap string         `json:"overlap"` // in time: yes, no, unknown
	Shared  int            `json:"shared"`  // number of chosen things that share it
}

// InterlockTie is how one of the chosen set is linked to the thing.
type InterlockTie struct {
	ID       string           `json:"id"`
	Types    []graph.LinkType `json:"types"`
	Roles    []string         `json:"roles"`           // that its links name, sorted: a member that only mentions a project does not run it
	Since    graph.Date       `json:"since,omitempty"` // of the first link; empty where one has no date
	Until    graph.Date       `json:"until,omitempty"` // of the last link; empty where one has no date
	Years    []int            `json:"years"`           // of the editions that tell it
	Passages []string         `json:"passages"`

	spans []span // of each link
}

// MaxInterlock is the most things that one question may choose.
const MaxInterlock = 20

// Interlocks lists what at least two of the chosen things share, most shared first, then by kind and id. Reports are left out.
// Overlap compares what passages date: yes where all were linked to the thing on one day for certain, no where they cannot have
// been, else unknown; editions say only when a link was told. Errors wrap graph.ErrInvalid (fewer than two things, too many, one twice) or graph.ErrNotFound.
func Interlocks(s *graph.Snapshot, ids []string) ([]Interlock, error) {
	if len(ids) < 2 || len(ids) > MaxInterlock {
		return nil, fmt.Errorf("ids names %d things; choose 2 to %d: %w", len(ids), MaxInterlock, graph.ErrInvalid)
	}
	members := make([]graph.Node, 0, len(ids))
	chosen := map[graph.Node]bool{}
	for _, id := range ids {
		n, err := Find(s, strings.TrimSpace(id))
		if err != nil {
			return nil, err
		}
		if chosen[n] {
			return nil, fmt.Errorf("ids names %s twice: %w", s.ID(n), graph.ErrInvalid)
		}
		chosen[n] = true
		members = append(members, n)
	}
	shared := sharedBy(s, members)
	ties := map[graph.Node]map[string]*InterlockTie{}
	for _, n := range members {
		for _, t := range graph.LinkTypes {
			for _, e := range slices.Concat(s.Out(n, t), s.In(n, t)) {
				if o := other(s, e, n); shared[o] && !chosen[o] {
					addTie(ties, o, s.ID(n), s.Link(e))
				}
			}
		}
	}
	out := []Interlock{}
	for n, by := range ties {
		out = append(out, interlock(s, n, by))
	}
	sort.Slice(out, func(i, k int) bool {
		a, b := out[i], out[k]
		if a.Shared != b.Shared {
			return a.Shared > b.Shared
		}
		if a.Thing.Kind != b.Thing.Kind {
			return slices.Index(graph.Kinds, a.Thing.Kind) < slices.Index(graph.Kinds, b.Thing.Kind)
		}
		return a.Thing.ID < b.Thing.ID
	})
	return out, nil
}

// sharedBy are the things that at least two of members are linked to, but for reports.
func sharedBy(s *graph.Snapshot, members []graph.Node) map[graph.Node]bool {
	last, shared := map[graph.Node]graph.Node{}, map[graph.Node]bool{}
	for _, n := range members {
		for _, row := range [][]graph.Edge{s.AllOut(n), s.AllIn(n)} {
			for _, e := range row {
				o := other(s, e, n)
				if before, met := last[o]; met && before != n && s.Kind(o) != graph.ReportKind {
					shared[o] = true
				}
				last[o] = n
			}
		}
	}
	return shared
}

func addTie(ties map[graph.Node]map[string]*InterlockTie, n graph.Node, id string, l *graph.MergedLink) {
	if ties[n] == nil {
		ties[n] = map[string]*InterlockTie{}
	}
	t := ties[n][id]
	if t == nil {
		t = &InterlockTie{ID: id, Roles: []string{}}
		ties[n][id] = t
	}
	if k := len(t.Types); k == 0 || t.Types[k-1] != l.Type {
		t.Types = append(t.Types, l.Type)
	}
	if role := l.Properties.Text("role"); role != "" {
		t.Roles = append(t.Roles, role)
	}
	t.spans = append(t.spans, span{l.Properties.Date("since"), l.Properties.Date("until")})
	t.Years = mergeYears(t.Years, l.Years)
	t.Passages = append(t.Passages, l.Evidence...)
}

func interlock(s *graph.Snapshot, n graph.Node, by map[string]*InterlockTie) Interlock {
	x := Interlock{Thing: ThingOf(s, n), Shared: len(by)}
	for _, t := range by {
		slices.Sort(t.Passages)
		t.Passages = slices.Compact(t.Passages)
		slices.Sort(t.Roles)
		t.Roles = slices.Compact(t.Roles)
		t.Since, t.Until = hull(t.spans)
		x.Members = append(x.Members, *t)
	}
	sort.Slice(x.Members, func(i, k int) bool { return x.Members[i].ID < x.Members[k].ID })
	x.Overlap = overlap(x.Members)
	return x
}

func mergeYears(a, b []int) []int {
	all := append(append([]int{}, a...), b...) // never nil
	slices.Sort(all)
	return slices.Compact(all)
}
