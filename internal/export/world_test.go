package export_test

import (
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
	"github.com/crosswalk-kg/crosswalk/internal/export"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

// world tells something of every channel between five groups, in two editions.
func world() (old, now *graphtest.World) {
	old, now = graphtest.NewWorld(2018, "a", "b", "c", "d"), graphtest.NewWorld(2019, "a", "b", "c", "d", "e")
	old.Session("mooted", "proposed", nil, "a", "b")
	now.Session("mooted", "held", graph.Properties{"start": "2019-05-04", "dated": true}, "a", "b")
	now.Session("before", "held", graph.Properties{"dated": false}, "a", "b")
	now.Project("works", "running", "b", "c")
	now.Commitment("mapping", "possible", "c", "d")
	now.Link(graphtest.GroupID("a"), graph.RefersTo, graphtest.GroupID("d"), graph.Properties{"role": "water", "kind": "none", "status": "none"}, now.Passage(graphtest.GroupID("a"))).Confidence = 0.9
	for i, x := range []struct{ theme, group, stance string }{
		{"water", "a", "seeks"}, {"water", "c", "offers"}, {"soil", "a", "touches"}, {"soil", "c", "touches"},
		{"air", "a", "touches"}, {"air", "b", "touches"}, {"air", "d", "touches"}, {"air", "e", "touches"},
	} {
		p := now.PassageAt(30+i, graphtest.GroupID(x.group))
		now.Entity("theme:"+x.theme, nil, p)
		now.Link(graphtest.GroupID(x.group), graph.Addresses, "theme:"+x.theme, graph.Properties{"stance": x.stance}, p)
	}
	p := now.Passage(graphtest.GroupID("a"))
	now.Entity("institution:lab", graph.Properties{"acronym": "=LAB()", "country": "CA", "type": "research"}, p)
	now.Entity("institution:office", graph.Properties{"country": "MX", "type": "agency"}, p)
	for _, g := range []string{"a", "c"} {
		for _, z := range []string{"institution:lab", "institution:office"} {
			at := now.Passage(graphtest.GroupID(g))
			now.Link(z, graph.ParticipatesIn, graphtest.GroupID(g), graph.Properties{"role": "participant", "since": "2010", "until": "2019"}, at)
		}
	}
	now.Entity("project:test:fund", graph.Properties{"type": "fund", "status": "planned", "start": "2020-01", "amount": graph.Amount{Value: 1.5e6, Currency: "CAD", Period: "2020-2021"}, "countries": []string{"PE", "CL"}}, p)
	now.Entity("figure:test:trees", graph.Properties{"value": 1200.0, "qualifier": "about", "unit": "trees", "target": true, "as_written": "-some 1,200 trees"}, p)
	now.Link(graphtest.GroupID("a"), graph.States, "figure:test:trees", nil, p)
	now.Bundle.Notes = append(now.Bundle.Notes, graph.Note{ID: "note:test-2019:counts", Kind: "contradiction", About: []string{graphtest.GroupID("a"), graphtest.GroupID("b")},
		Gist: graph.Names{"en": "Two counts, of \"which\" one is wrong."}, Evidence: []string{p}})
	return old, now
}

// tables are all tables of the world by name.
func tables(t *testing.T) map[string]export.Table {
	t.Helper()
	old, now := world()
	s := graphtest.Snapshot(t, old, now)
	ranked := func(year int) *crosswalk.Ranking {
		m, err := crosswalk.NewModel(s, crosswalk.Options{AsOf: year})
		must(t, err)
		return m.Rank()
	}
	r := ranked(2019)
	pairs, err := r.List(crosswalk.Filter{Bands: crosswalk.Bands})
	must(t, err)
	matrix, err := r.Matrix("")
	must(t, err)
	groups := opportunity.OfGroups(r, opportunity.Defaults(), nil)
	two, err := groups.List(opportunity.Query{})
	must(t, err)
	bodies, err := opportunity.OfInstitutions(r, opportunity.Defaults(), nil).List("", "")
	must(t, err)
	rows, err := explore.List(s, explore.ListQuery{Today: "2020-01-01"})
	must(t, err)
	a, err := explore.Find(s, graphtest.GroupID("a"))
	must(t, err)
	paths, err := explore.FindPaths(s, explore.PathQuery{From: graphtest.GroupID("a"), To: graphtest.GroupID("c"), MaxHops: 2})
	must(t, err)
	interlocks, err := explore.Interlocks(s, []string{"institution:lab", "institution:office"})
	must(t, err)
	connectors := explore.Connectors(r, 2, "en")
	return map[string]export.Table{
		"pairs": export.Pairs(pairs), "items": export.Items(s, pairs), "matrix": export.Matrix(matrix), "opportunities": export.Opportunities(append(two, bodies...)),
		"common_ground": export.CommonGround(groups.CommonGround()), "entities": export.Entities(rows), "neighbours": export.Neighbours(explore.Neighbours(s, a, "")),
		"paths": export.Paths(paths), "interlocks": export.Interlocks(interlocks), "connectors": export.Connectors(connectors), "passages": export.Passages(s.Graph().Passages),
		"notes": export.Notes(s.Notes("")), "reports": export.Reports(explore.Summarise(s).Reports), "compare": export.PairChanges(explore.Compare(ranked(2018), r)),
		"releases": export.Releases([]graph.Release{{Number: 2, Digest: "00112233445566778899", By: "=test", Bundles: []graph.BundleRef{{Report: "report:test-2018"}, {Report: "report:test-2019"}}, Counts: graph.Counts{Added: map[string]int{"Theme": 2, "HOLDS": 3}}}}),
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
