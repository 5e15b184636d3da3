package editions_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/opportunity"
)

func ranking2018(t *testing.T) *crosswalk.Ranking {
	t.Helper()
	b, err := editions.Load("cmp-2018")
	if err != nil {
		t.Fatal(err)
	}
	g, err := graph.Merge([]graph.Bundle{b}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m, err := crosswalk.NewModel(graph.NewSnapshot(g, graph.Release{}), crosswalk.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return m.Rank()
}

// TestTies2018 holds the list of links to what the 2018 report states: every tie, and none that it does not state.
func TestTies2018(t *testing.T) {
	xs, err := ranking2018(t).List(crosswalk.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]crosswalk.Explanation{}
	for _, x := range xs {
		got[short(x.Members[0].ID)+" "+short(x.Members[1].ID)] = x
	}
	for _, tc := range []struct {
		pair  string
		score float64
		band  crosswalk.Band
		event string // an event that must be among its items
	}{
		{"energy human-capital", 0.450, crosswalk.Strong, "session:cmp:2018:human-capital-energy"},
		{"creativity-and-culture trade-investment-innovation", 0.432, crosswalk.Strong, "session:cmp:2018:creativity-trade"},
		{"environment mining", 0.283, crosswalk.Established, "project:cmp:indigenous-consultation-joint-project"},
		{"energy environment", 0.170, crosswalk.Emerging, "project:cmp:indigenous-consultation-joint-project"},
		{"energy mining", 0.080, crosswalk.Emerging, "project:cmp:indigenous-consultation-joint-project"},
		{"energy trade-investment-innovation", 0.034, crosswalk.Emerging, "session:cmp:2018:environment-mining-energy-trade-clean-technology"},
		{"environment trade-investment-innovation", 0.034, crosswalk.Emerging, "session:cmp:2018:environment-mining-energy-trade-clean-technology"},
		{"mining trade-investment-innovation", 0.034, crosswalk.Emerging, "session:cmp:2018:environment-mining-energy-trade-clean-technology"},
		{"labour-mobility mining", 0.062, crosswalk.Emerging, ""},
	} {
		x, ok := got[tc.pair]
		if !ok {
			t.Errorf("%s: the report ties them, the list does not", tc.pair)
			continue
		}
		delete(got, tc.pair)
		if math.Abs(*x.Score-tc.score) > 0.002 || x.Band != tc.band {
			t.Errorf("%s: %.3f %s, close reading gives %.3f %s", tc.pair, *x.Score, x.Band, tc.score, tc.band)
		}
		if tc.event != "" && !slices.ContainsFunc(items(x), func(i crosswalk.Item) bool { return i.Entity == tc.event }) {
			t.Errorf("%s: %s is not among its items", tc.pair, tc.event)
		}
	}
	for pair, x := range got {
		t.Errorf("%s (%.3f, %s): no passage that ties them is known to this test; read its passages %v", pair, *x.Score, x.Band, passages(x))
	}
}

func short(id string) string { return id[strings.LastIndexByte(id, ':')+1:] }

func items(x crosswalk.Explanation) []crosswalk.Item {
	var out []crosswalk.Item
	for _, p := range x.Parts {
		out = append(out, p.Items...)
	}
	return out
}

func passages(x crosswalk.Explanation) []string {
	var out []string
	for _, p := range x.Parts {
		if p.Direct {
			for _, i := range p.Items {
				out = append(out, i.Passages...)
			}
		}
	}
	return out
}

// TestEveryItemResolves: every item of every explanation leads to a passage.
func TestEveryItemResolves(t *testing.T) {
	r := ranking2018(t)
	s := r.Model().Snapshot()
	xs, err := r.List(crosswalk.Filter{Bands: crosswalk.Bands})
	if err != nil {
		t.Fatal(err)
	}
	g := opportunity.OfGroups(r, opportunity.Defaults(), nil)
	for _, size := range []int{2, 3} {
		os, err := g.List(opportunity.Query{Size: size})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range os {
			xs = append(xs, o.Explanation)
		}
	}
	for _, x := range xs {
		for _, i := range items(x) {
			if len(i.Passages) == 0 {
				t.Errorf("%s: %s%s leads to no passage", x.ID, i.Entity, i.Link)
			}
			for _, p := range i.Passages {
				if _, ok := s.Passage(p); !ok {
					t.Errorf("%s: %s does not resolve", x.ID, p)
				}
			}
		}
	}
}

// TestGeneralWords: the co-chairs' general words about all groups link no pair, and nothing proposed is called new.
func TestGeneralWords(t *testing.T) {
	r := ranking2018(t)
	xs, err := r.List(crosswalk.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range xs {
		for _, id := range passages(x) {
			p, ok := r.Model().Snapshot().Passage(id)
			if !ok {
				t.Fatalf("%s does not resolve", id)
			}
			if strings.HasPrefix(p.Section[0], "Part I") && p.Section[0] == "Part I" {
				t.Errorf("%s rests on the co-chairs' message: %s", x.ID, id)
			}
		}
	}
	os, err := opportunity.OfGroups(r, opportunity.Defaults(), nil).List(opportunity.Query{Kind: opportunity.New})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range os {
		if len(o.NextSteps) > 0 || o.Band != crosswalk.Latent && o.Band != crosswalk.Mentioned && o.Band != crosswalk.None {
			t.Errorf("%s is called new, yet the report tells of joint work or proposes some (%s)", o.ID, o.Band)
		}
	}
}
