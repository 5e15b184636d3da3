package graph

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// edition is a valid bundle that states the given institutions, each with its id's last word as its name, and nothing else.
func edition(name string, year int, institutions ...string) Bundle {
	b := Bundle{Format: BundleFormat, Report: Report{ID: "report:" + name, Work: name, Partnership: "partnership:p", Title: Names{"en": name}, Year: year,
		Language: "en", SHA256: sha(name), TextSHA256: sha(name)}}
	passage := "passage:" + name + ":1"
	b.Passages = []Passage{{ID: passage, Section: []string{}, Start: 0, End: 1, Gist: Names{"en": name}}}
	for _, id := range append([]string{"partnership:p"}, institutions...) {
		_, word, _ := strings.Cut(id, ":")
		b.Entities = append(b.Entities, Entity{ID: id, Kind: KindOf(id), Name: Names{"en": word}, Evidence: []string{passage}})
	}
	return b.Canonical()
}

func same(a, b string) Judgement { return Judgement{A: a, B: b, Verdict: Same} }

const i, j, k = "institution:i", "institution:j", "institution:k"

func TestOfOnesThatAreTheSameTheEarliestIdIsKept(t *testing.T) {
	for _, c := range []struct {
		name    string
		bundles []Bundle
		js      []Judgement
		want    map[string]string
	}{
		{"the smallest of one edition", []Bundle{edition("a", 2018, i, j)}, []Judgement{same(j, i)}, map[string]string{j: i}},
		{"the earliest of two", []Bundle{edition("a", 2018, j), edition("b", 2019, i, j)}, []Judgement{same(i, j)}, map[string]string{i: j}},
		{"by way of a third", []Bundle{edition("a", 2018, i, j, k)}, []Judgement{same(k, j), same(j, i)}, map[string]string{j: i, k: i}},
		{"by way of one that is nowhere", []Bundle{edition("a", 2018, i, k)}, []Judgement{same(k, j), same(j, i)}, map[string]string{j: i, k: i}},
		{"an id that was renamed", []Bundle{edition("a", 2018, k)}, []Judgement{same(i, k)}, map[string]string{i: k}},
		{"both nowhere", []Bundle{edition("a", 2018, k)}, []Judgement{same(i, j)}, map[string]string{}},
		{"taken back", []Bundle{edition("a", 2018, i, j)}, []Judgement{{A: i, B: j, Verdict: Same, At: "2020-01-01"}, {A: j, B: i, Verdict: Different, At: "2020-01-02"}}, map[string]string{}},
		{"taken back within a day of another time zone", []Bundle{edition("a", 2018, i, j)}, []Judgement{{A: i, B: j, Verdict: Same, At: "2020-01-02T01:00:00+05:00"},
			{A: i, B: j, Verdict: Unsure, At: "2020-01-01T21:00:00Z"}}, map[string]string{}},
		{"different alone", []Bundle{edition("a", 2018, i, j)}, []Judgement{{A: i, B: j, Verdict: Different}}, map[string]string{}},
		{"of itself", []Bundle{edition("a", 2018, i)}, []Judgement{same(i, i)}, map[string]string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := mustMerge(t, c.bundles, c.js)
			if len(g.Redirects) != len(c.want) || !slices.IsSortedFunc(g.Redirects, func(a, b Redirect) int { return strings.Compare(a.Old, b.Old) }) {
				t.Errorf("redirects %v, want %v", g.Redirects, c.want)
			}
			s := NewSnapshot(g, Release{})
			for old, now := range c.want {
				n, ok := s.Lookup(old)
				if to, is := s.Redirect(old); !ok || s.ID(n) != now || !is || to != now {
					t.Errorf("%s leads to %s, want %s", old, to, now)
				}
			}
			if now, is := s.Redirect("partnership:p"); is {
				t.Errorf("the partnership leads to %s", now)
			}
		})
	}
}

func TestMergedAwayNamesAreKeptAsAliasesAndFound(t *testing.T) {
	g := mustMerge(t, []Bundle{edition("a", 2018, i, j), edition("b", 2019, k)}, []Judgement{same(i, j), same(i, k)})
	s := NewSnapshot(g, Release{})
	n, _ := s.Lookup(k)
	e := s.Entity(n)
	if e.Name["en"] != "k" || !slices.Equal(e.Aliases, []string{"j"}) || len(e.Statements) != 2 {
		t.Errorf("got name %v, aliases %v, %d statements", e.Name, e.Aliases, len(e.Statements))
	}
	if first := e.Statements[0]; first.Name["en"] != "i" {
		t.Errorf("of two ids of one report the one kept names the thing, not %q", first.Name["en"])
	}
	for _, name := range []string{"i", "j", "k"} {
		if hits := s.Search(name, 0); len(hits) == 0 || hits[0].Entity != n || hits[0].Score != 4 {
			t.Errorf("%q finds %v", name, hits)
		}
	}
}

func TestMergeRewritesEveryIdAndDropsWhatLeadsToItself(t *testing.T) {
	b := edition("a", 2018, i, j, k)
	add := func(from string, lt LinkType, to string, p Properties) {
		b.Links = append(b.Links, Link{From: from, Type: lt, To: to, Properties: p, Basis: Stated, Confidence: 0.5, Evidence: []string{"passage:a:1"}})
	}
	add(j, PartOf, i, nil)
	add(j, PartOf, k, Properties{"since": "2010"})
	add(i, PartOf, k, Properties{"until": "2020"})
	b.Entities[1].Properties = Properties{"parent_of_record": k}
	b.Entities[0].Properties = Properties{"parent_of_record": j}
	b.Notes = []Note{{ID: "note:a:n", Kind: "gap", About: []string{j}, Gist: Names{"en": "Gap."}, Evidence: []string{"passage:a:1"}}}
	if ps := Validate(b); len(ps) > 0 {
		t.Fatal(ps)
	}
	g := mustMerge(t, []Bundle{b}, []Judgement{same(i, j)})
	if len(g.Links) != 1 || g.Links[0].From != i || g.Links[0].To != k || len(g.Links[0].Properties) != 2 {
		t.Errorf("links %+v", g.Links)
	}
	if got := g.Entities[0].Properties.Text("parent_of_record"); g.Entities[0].ID != i || got != k {
		t.Errorf("%s has the parent %q", g.Entities[0].ID, got)
	}
	if !slices.Equal(g.Notes[0].About, []string{i}) {
		t.Errorf("the note is about %v", g.Notes[0].About)
	}
	if b.Entities[0].Properties.Text("parent_of_record") != j {
		t.Error("Merge changed its bundle")
	}
}

func TestJudgementsThatCannotStand(t *testing.T) {
	unnamed := edition("a", 2018, i, j)
	unnamed.Entities[0].Properties = Properties{"named": false}
	for rule, c := range map[string]struct {
		b  Bundle
		js []Judgement
	}{
		"same-kind":  {edition("a", 2018, i), []Judgement{same(i, "theme:t")}},
		"named":      {unnamed, []Judgement{same(j, i)}},
		"consistent": {edition("a", 2018, i, j, k), []Judgement{same(i, j), same(j, k), {A: k, B: i, Verdict: Different}}},
	} {
		_, err := Merge([]Bundle{c.b}, c.js)
		var ps Problems
		if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Rule != rule || !strings.HasPrefix(ps[0].Path, "judgement ") {
			t.Errorf("got %v, want one problem of rule %s", err, rule)
		}
	}
}

func TestMergeRefusesOneIdWithTwoKindsAndOneReportTwice(t *testing.T) {
	odd := edition("b", 2019, i)
	odd.Entities[0].Kind = Theme // as only unvalidated bundles can have it
	for rule, bundles := range map[string][]Bundle{"one-kind": {edition("a", 2018, i), odd}, "one-bundle-a-report": {edition("a", 2018, i), edition("a", 2018, j)}} {
		_, err := Merge(bundles, nil)
		var ps Problems
		if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Rule != rule {
			t.Errorf("got %v, want one problem of rule %s", err, rule)
		}
	}
	_, err := State{}.Apply(Change{Put: []Bundle{odd, odd}})
	if !errors.Is(err, ErrInvalid) {
		t.Errorf("a change that puts a report twice: %v", err)
	}
}

func TestMergingJudgementsIsASetUnion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawJudgements(t), drawJudgements(t)
		ab, ba := MergeJudgements(a, b), MergeJudgements(b, a)
		if !slices.Equal(ab, ba) || !slices.Equal(ab, MergeJudgements(ab, ab)) {
			t.Fatalf("%v and %v", ab, ba)
		}
		for _, j := range append(a, b...) {
			if !slices.Contains(ab, j) {
				t.Fatalf("%v is lost", j)
			}
		}
	})
}

func TestEncodedJudgementsReadBackAndHashAlikeInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var js []Judgement
		for _, j := range drawJudgements(t) {
			if j.A != j.B {
				js = append(js, j)
			}
		}
		back, err := DecodeJudgements(bytes.NewReader(EncodeJudgements(js)), "")
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(back, MergeJudgements(js, nil)) || HashJudgements(back) != HashJudgements(rapid.Permutation(js).Draw(t, "order")) {
			t.Fatalf("%v became %v", js, back)
		}
	})
}

// Two partnerships that are one have the editions of both.
func TestMergedPartnershipsHaveTheEditionsOfBoth(t *testing.T) {
	a, b := edition("a", 2018), edition("b", 2019)
	for k := range b.Entities {
		if b.Entities[k].ID == "partnership:p" {
			b.Entities[k].ID = "partnership:q"
		}
	}
	b.Report.Partnership = "partnership:q"
	g := mustMerge(t, []Bundle{a, b.Canonical()}, []Judgement{same("partnership:p", "partnership:q")})
	s := NewSnapshot(g, Release{})
	if s.Newest("partnership:p") != 2019 || s.Newest("partnership:q") != 0 {
		t.Errorf("the newest edition is of %d, of the old id %d", s.Newest("partnership:p"), s.Newest("partnership:q"))
	}
	if r, ok := s.Report("report:b"); !ok || r.Partnership != "partnership:p" || s.Reports()[1].Partnership != "partnership:p" {
		t.Errorf("report b is of %s", r.Partnership)
	}
	if s.Graph().Digest() != g.Digest() || g.Reports[1].Partnership != "partnership:q" {
		t.Error("what was loaded is another")
	}
}
