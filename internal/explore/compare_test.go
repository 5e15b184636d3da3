package explore_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// compared sets the packaged edition beside the fictional one, to whose links more are added.
func compared(t *testing.T, from, to int, more ...graph.Link) explore.Comparison {
	t.Helper()
	b := graphtest.Edition2019(t)
	b.Links = append(b.Links, more...)
	s := graphtest.Merged(t, graphtest.Edition2018(t), b)
	return explore.Compare(ranked(t, s, from), ranked(t, s, to))
}

// TestCompareEditions: what the fictional edition was made for: groups come, go and take new names, a possible session was
// held, a commitment done, others are not mentioned, co-chairs change.
func TestCompareEditions(t *testing.T) {
	c := compared(t, 2018, 2019)
	if c.From != 2018 || c.To != 2019 || thingIDs(c.Groups.Came) != "group:cmp:digital-economy" || thingIDs(c.Groups.Went) != "group:cmp:labour-mobility" {
		t.Errorf("groups came: %s; went: %s", thingIDs(c.Groups.Came), thingIDs(c.Groups.Went))
	}
	entities := map[string]explore.ThingChange{}
	for _, e := range c.Entities {
		entities[e.Thing.ID] = e
	}
	for id, want := range map[string]string{
		"group:cmp:digital-economy":                                         "appeared",
		"person:ana-ejemplo":                                                "appeared",
		"group:cmp:mining":                                                  "not-mentioned",
		"project:cmp:indigenous-consultation-joint-project":                 "not-mentioned",
		"group:cmp:forestry":                                                "changed name_en",
		"session:cmp:2018:environment-energy-cmbi-finance":                  "changed dated false true status proposed held",
		"commitment:cmp:2018:trade-creativity-share-project-lists":          "changed status open done",
		"institution:natural-resources-canada":                              "",
		"session:cmp:2019:environment-energy-finance-next":                  "appeared",
		"session:cmp:2018:environment-mining-energy-trade-clean-technology": "not-mentioned",
	} {
		if got := change(entities[id].Change, entities[id].Properties); !strings.HasPrefix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	pairs := map[string]explore.PairChange{}
	for _, p := range c.Pairs {
		pairs[strings.ReplaceAll(p.ID, "group:cmp:", "")] = p
	}
	for id, want := range map[string]string{"crosswalk:digital-economy~trade-investment-innovation": "appeared", "crosswalk:energy~environment": "stronger", "crosswalk:energy~human-capital": "weaker"} {
		if p := pairs[id]; p.Change != want {
			t.Errorf("%s: %q, want %q", id, p.Change, want)
		}
	}
	if p := pairs["crosswalk:energy~environment"]; p.Before == nil || p.After == nil || p.Before.Band != crosswalk.Emerging || p.After.Band != crosswalk.Strong {
		t.Errorf("the held session makes %+v of %+v", p.After, p.Before)
	}
	if p := pairs["crosswalk:digital-economy~trade-investment-innovation"]; p.Before != nil {
		t.Errorf("a pair that appeared was %+v before", p.Before)
	}
}

func thingIDs(ts []explore.Thing) string {
	var out []string
	for _, t := range ts {
		out = append(out, t.ID)
	}
	return strings.Join(out, " ")
}

func change(kind string, ps []explore.PropertyChange) string {
	for _, p := range ps {
		kind += fmt.Sprintf(" %s %v %v", p.Property, p.Before, p.After)
	}
	return kind
}

// linkChange is the change of the links between two things, one word a link.
func linkChange(c explore.Comparison, from string, typ graph.LinkType, to string) string {
	var out []string
	for _, l := range c.Links {
		if l.From.ID == from && l.Type == typ && l.To.ID == to {
			out = append(out, change(l.Change, l.Properties))
		}
	}
	return strings.Join(out, " | ")
}

// TestCompareLinks: a cross-reference has a key in each edition, and is one link all the same: told in both it changed or
// stands, told in one it appeared or is not mentioned.
func TestCompareLinks(t *testing.T) {
	refer := func(role, status string) graph.Link {
		return graph.Link{From: "group:cmp:environment", Type: graph.RefersTo, To: "partnership:cmp", Properties: graph.Properties{"role": role, "kind": "none", "status": status},
			Basis: graph.Stated, Confidence: 1, Evidence: []string{graphtest.Edition2019(t).Passages[0].ID}}
	}
	for _, tc := range []struct {
		name string
		c    explore.Comparison
		want string
	}{
		{"told in 2018 only", compared(t, 2018, 2019), "not-mentioned"},
		{"told in 2019 only", compared(t, 2018, 2019, refer("another-topic", "none")), "appeared | not-mentioned"},
		{"told in both", compared(t, 2018, 2019, refer("cross-cutting-themes", "possible")), ""},
		{"told otherwise", compared(t, 2018, 2019, refer("cross-cutting-themes", "planned")), "changed status possible planned"},
		{"told otherwise, backwards", compared(t, 2019, 2018, refer("cross-cutting-themes", "planned")), "changed status planned possible"},
	} {
		if got := linkChange(tc.c, "group:cmp:environment", graph.RefersTo, "partnership:cmp"); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
	c := compared(t, 2018, 2019, refer("cross-cutting-themes", "planned"))
	for _, l := range c.Links {
		if l.Type == graph.RefersTo && l.Change == "changed" && l.Link != graph.LinkID(refer("cross-cutting-themes", "").Key(2019)) {
			t.Errorf("a changed reference is shown as %s, not by the link of 2019", l.Link)
		}
	}
	for _, want := range []struct{ from, change string }{{"person:ana-ejemplo", "appeared"}, {"institution:alberta-energy-regulator", ""}} {
		if got := linkChange(c, want.from, graph.CoChairs, "group:cmp:energy"); got != want.change {
			t.Errorf("%s: %q, want %q", want.from, got, want.change)
		}
	}
}

// TestCompareWithItself: an edition beside itself has changed nothing.
func TestCompareWithItself(t *testing.T) {
	c := compared(t, 2018, 2018)
	if len(c.Entities)+len(c.Links)+len(c.Pairs)+len(c.Groups.Came)+len(c.Groups.Went) > 0 {
		t.Errorf("2018 differs from itself: %d entities, %d links, %d pairs", len(c.Entities), len(c.Links), len(c.Pairs))
	}
}

// TestCompareBackwards: seen the other way round, what appeared is not mentioned and what came went.
func TestCompareBackwards(t *testing.T) {
	there, back := compared(t, 2018, 2019), compared(t, 2019, 2018)
	turned := map[string]string{"appeared": "not-mentioned", "not-mentioned": "appeared", "changed": "changed"}
	if thingIDs(there.Groups.Came) != thingIDs(back.Groups.Went) || thingIDs(there.Groups.Went) != thingIDs(back.Groups.Came) || len(there.Entities) != len(back.Entities) || len(there.Links) != len(back.Links) {
		t.Fatalf("%d entities and %d links there, %d and %d back", len(there.Entities), len(there.Links), len(back.Entities), len(back.Links))
	}
	for i, e := range there.Entities {
		if b := back.Entities[i]; b.Thing.ID != e.Thing.ID || b.Change != turned[e.Change] {
			t.Errorf("%s %s, back %s %s", e.Thing.ID, e.Change, b.Thing.ID, b.Change)
		}
	}
	if !slices.IsSortedFunc(there.Pairs, func(a, b explore.PairChange) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("pairs stand in no order")
	}
}

// TestTwoReportsOfAYear: what two reports of one year state counts together.
func TestTwoReportsOfAYear(t *testing.T) {
	first, french, next := graphtest.NewWorld(2018, "a"), graphtest.NewWorld(2018, "a"), graphtest.NewWorld(2019, "a")
	french.Bundle.Report.ID = "report:test-2018-fr"
	for i := range french.Bundle.Passages {
		french.Bundle.Passages[i].ID = strings.Replace(french.Bundle.Passages[i].ID, "test-2018", "test-2018-fr", 1)
	}
	for _, things := range []int{0, 1} {
		french.Bundle.Entities[things].Evidence = []string{french.Bundle.Passages[things].ID}
	}
	french.Bundle.Links = nil
	p := first.Passage("partnership:test")
	first.Entity("theme:t", nil, p)
	next.Entity("theme:t", nil, next.Passage("partnership:test"))
	s := graphtest.Snapshot(t, first, french, next)
	if c := explore.Compare(ranked(t, s, 2018), ranked(t, s, 2019)); len(c.Entities) > 0 {
		t.Errorf("the year's other report hides what one states: %+v", c.Entities)
	}
}

// TestHasEdition: a year without an edition is named with those that have one.
func TestHasEdition(t *testing.T) {
	r := ranked(t, both(t), 0)
	if err := explore.HasEdition(r, 2018); err != nil {
		t.Error(err)
	}
	if err := explore.HasEdition(r, 2017); !errors.Is(err, graph.ErrNotFound) || !strings.Contains(err.Error(), "no edition of 2017; editions up to then: [2018 2019]") {
		t.Errorf("2017 gives %v", err)
	}
}
