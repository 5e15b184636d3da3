package explore_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// TestNeighboursReconcile: of every thing, the links listed are those counted, by type, outgoing first, and each is found again
// by its id, with passages that resolve.
func TestNeighboursReconcile(t *testing.T) {
	s := both(t)
	for _, k := range graph.Kinds {
		for _, n := range s.Nodes(k) {
			want := map[graph.LinkType]explore.TypeCount{}
			for _, c := range explore.CountNeighbours(s, n) {
				want[c.Type] = c
			}
			for _, x := range explore.Neighbours(s, n, "") {
				c := want[x.Type]
				if x.Direction == "out" {
					c.Out--
				} else {
					c.In--
				}
				want[x.Type] = c
				l, err := explore.LinkDetailOf(s, x.Link)
				if err != nil || len(l.Evidence) != len(x.Passages) || l.From.ID != s.ID(n) && l.To.ID != s.ID(n) || x.Properties == nil {
					t.Fatalf("%s: link %+v is %+v, %v", s.ID(n), x, l, err)
				}
			}
			for typ, c := range want {
				if c.In != 0 || c.Out != 0 {
					t.Fatalf("%s: %s counts and lists differ by %+v", s.ID(n), typ, c)
				}
				one := explore.Neighbours(s, n, typ)
				if len(one) != len(s.Out(n, typ))+len(s.In(n, typ)) || slices.ContainsFunc(one, func(x explore.Neighbour) bool { return x.Type != typ }) {
					t.Fatalf("%s: %d neighbours of type %s", s.ID(n), len(one), typ)
				}
			}
		}
	}
}

// TestLinkType: names are taken in either case and with hyphens; an unknown one lists those known.
func TestLinkType(t *testing.T) {
	for _, name := range []string{"REFERS_TO", "refers-to", "Refers_To"} {
		if got, err := explore.LinkType(name); err != nil || got != graph.RefersTo {
			t.Errorf("%s is %s, %v", name, got, err)
		}
	}
	if _, err := explore.LinkType("REFERS"); !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "REFERS_TO") {
		t.Errorf("an unknown type gives %v", err)
	}
}

// TestDetails: a thing shows what each edition said, a passage what rests on it; what is unknown is said to be.
func TestDetails(t *testing.T) {
	s := both(t)
	n, err := explore.Find(s, "group:cmp:forestry")
	if err != nil {
		t.Fatal(err)
	}
	d := explore.DetailOf(s, n, "2020-01-01")
	if !slices.ContainsFunc(d.Older, func(o graph.OlderValue) bool { return o.Property == "name_en" && o.Report == "report:cmp-2018" }) || len(d.Statements) != 2 || len(d.Evidence) != len(d.Passages) {
		t.Errorf("the renamed group shows %d statements, older values %v", len(d.Statements), d.Older)
	}
	p, err := explore.PassageDetailOf(s, d.Evidence[0].ID)
	if err != nil || !slices.ContainsFunc(p.Entities, func(x explore.Thing) bool { return x.ID == d.ID }) || !slices.IsSorted(p.Links) {
		t.Errorf("passage %s names %v, %v", d.Evidence[0].ID, p.Entities, err)
	}
	if _, err := explore.PassageDetailOf(s, "passage:none:1-1"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("an unknown passage gives %v", err)
	}
	if _, err := explore.LinkDetailOf(s, "link:0"); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("an unknown link gives %v", err)
	}
}
