package opportunity_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// TestCommonGround: the themes that more than half of the active groups touch, that no joint event addresses, and that are no
// circumstance; by number of groups, then id.
func TestCommonGround(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		events := graphtest.DrawEvents(t)
		c := graphtest.DrawCommon(t, len(events))
		for i, theme := range []string{"t0", "t1", "circumstance"} {
			for k, g := range graphtest.GroupNames[:rapid.IntRange(3, 8).Draw(t, "crowd")] {
				c.Touches = append(c.Touches, graphtest.Touch{Theme: theme, Group: g, Stance: "touches", At: 300 + 10*i + k, Via: "group"})
			}
		}
		d := tell(events, c)
		m := d.ranking(t).Model()
		active := len(graphtest.GroupNames) - len(c.Closing)
		want := map[string]bool{}
		for _, name := range graphtest.ThemeNames[:len(graphtest.ThemeNames)-1] {
			touched := map[string]bool{}
			for _, l := range d.bundle.Links {
				if l.To != "theme:"+name || l.Type != graph.Addresses {
					continue
				}
				for _, h := range d.bundle.Links {
					if h.To == l.From && (h.Type == graph.Holds || h.Type == graph.Runs || h.Type == graph.CommitsTo) {
						touched[h.From] = true
					}
				}
				touched[l.From] = true
			}
			n := 0
			for g := range touched {
				if k, err := m.GroupNumber(g); err == nil && m.Active(k) {
					n++
				}
			}
			joint := slices.ContainsFunc(d.bundle.Links, func(l graph.Link) bool {
				return l.To == "theme:"+name && slices.ContainsFunc(entityEvents(events), func(id string) bool { return id == l.From })
			})
			if 2*n > active && !joint {
				want["theme:"+name] = true
			}
		}
		got := d.groups(t).CommonGround()
		for i, x := range got {
			if !want[x.Theme.ID] || x.Of != active || len(x.Passages) == 0 {
				t.Fatalf("%s (%d of %d) is no common ground; want %v", x.Theme.ID, len(x.Groups), x.Of, want)
			}
			if i > 0 && (len(got[i-1].Groups) < len(x.Groups) || len(got[i-1].Groups) == len(x.Groups) && got[i-1].Theme.ID >= x.Theme.ID) {
				t.Fatalf("%s stands before %s", got[i-1].Theme.ID, x.Theme.ID)
			}
		}
		if len(got) != len(want) {
			t.Fatalf("%d themes are common ground, want %v", len(got), want)
		}
		found += len(got)
	})
	if found == 0 {
		t.Error("no drawn world had common ground")
	}
}

// entityEvents lists the ids of joint events that are entities.
func entityEvents(events []graphtest.Event) []string {
	var out []string
	for i, e := range events {
		if id := eventID(i, e); id != "" {
			out = append(out, id)
		}
	}
	return out
}

// TestNarrowerGround: a theme whose groups all touch it by one narrower theme gives way to that one; a cross-reference on a
// theme addresses it jointly.
func TestNarrowerGround(t *testing.T) {
	world := func(refer bool) []opportunity.Ground {
		w := graphtest.NewWorld(2018, graphtest.GroupNames...)
		p := w.Passage("partnership:test")
		for _, theme := range []string{"theme:wide", "theme:middle", "theme:narrow"} {
			w.Entity(theme, nil, p)
		}
		w.Link("theme:narrow", graph.Broader, "theme:middle", nil, p)
		w.Link("theme:middle", graph.Broader, "theme:wide", nil, p)
		for i, g := range graphtest.GroupNames[:6] {
			to := "theme:narrow"
			if i == 5 {
				to = "theme:wide"
			}
			w.Link(graphtest.GroupID(g), graph.Addresses, to, graph.Properties{"stance": "touches"}, w.Passage(graphtest.GroupID(g)))
		}
		if refer {
			w.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("b"), graph.Properties{"role": "narrow", "kind": "project", "status": "proposed"}, w.Passage(graphtest.GroupID("a")))
		}
		return opportunity.OfGroups(ranked(t, w.Bundle), opportunity.Defaults(), nil).CommonGround()
	}
	got := world(false)
	if len(got) != 2 || got[0].Theme.ID != "theme:wide" || len(got[0].Groups) != 6 || got[1].Theme.ID != "theme:narrow" || len(got[1].Groups) != 5 {
		t.Errorf("common ground is %+v; want the wide theme of six groups and the narrow one of five", got)
	}
	if got := world(true); len(got) != 0 {
		t.Errorf("a reference on the theme leaves %+v as common ground", got)
	}
}
