package graph

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestAsOfEqualsMergingTheEditionsUpToThatYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles, js, g := drawState(t)
		s := NewSnapshot(g, Release{})
		year := rapid.IntRange(2015, 2022).Draw(t, "year")
		var until []Bundle
		for _, b := range bundles {
			if b.Report.Year <= year {
				until = append(until, b)
			}
		}
		v := s.AsOf(year)
		if d := cmp.Diff(mustMerge(t, until, js).text(), v.Graph().text()); d != "" {
			t.Fatal(d)
		}
		newestThen := g.Reports[0].Year - 1
		for _, r := range g.Reports {
			if r.Year <= year {
				newestThen = r.Year
			}
		}
		if newest := s.Newest(""); year >= newest && v.Year() != 0 || year < newest && v.Year() != newestThen {
			t.Fatalf("the view of %d says %d", year, v.Year())
		}
		if s.AsOf(year) != v {
			t.Fatal("the view was made twice")
		}
	})
}

func TestAsOfOfAnEmptySnapshot(t *testing.T) {
	s := NewSnapshot(&Graph{}, Release{})
	if s.AsOf(2018) != s || s.AsOf(-1) != s || s.Newest("") != 0 || s.NumEntities() != 0 {
		t.Error("an empty snapshot is its own view")
	}
}

func TestSnapshotRowsAreCompleteAndSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{})
		out, in := 0, 0
		for n := range Node(s.NumEntities()) {
			var byTypeOut, byTypeIn []Edge
			for _, lt := range LinkTypes {
				byTypeOut, byTypeIn = append(byTypeOut, s.Out(n, lt)...), append(byTypeIn, s.In(n, lt)...)
			}
			if !slices.Equal(byTypeOut, s.AllOut(n)) || !slices.Equal(byTypeIn, s.AllIn(n)) {
				t.Fatal("the rows by type are not the whole row")
			}
			checkRow(t, s, byTypeOut, func(e Edge) (Node, Node) { return s.From(e), s.To(e) }, n)
			checkRow(t, s, byTypeIn, func(e Edge) (Node, Node) { return s.To(e), s.From(e) }, n)
			out, in = out+len(byTypeOut), in+len(byTypeIn)
		}
		if out != len(g.Links) || in != len(g.Links) {
			t.Fatalf("%d links out, %d in, of %d", out, in, len(g.Links))
		}
	})
}

// checkRow checks that every edge of n's row starts at n, and that the row is in its order.
func checkRow(t *rapid.T, s *Snapshot, row []Edge, ends func(Edge) (near, far Node), n Node) {
	for i, e := range row {
		near, far := ends(e)
		l := s.Link(e)
		if near != n || s.ID(s.From(e)) != l.From || s.ID(s.To(e)) != l.To {
			t.Fatalf("%v does not belong to %s", l, s.ID(n))
		}
		if i == 0 {
			continue
		}
		_, before := ends(row[i-1])
		p := s.Link(row[i-1])
		if p.Type.Index() > l.Type.Index() || p.Type == l.Type && (s.ID(before) > s.ID(far) || before == far && p.Key >= l.Key) {
			t.Fatalf("%s stands before %s", p.Key, l.Key)
		}
	}
}

func TestSnapshotFindsEverythingById(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{})
		count := 0
		for _, k := range Kinds {
			for _, n := range s.Nodes(k) {
				count++
				if found, ok := s.Lookup(s.ID(n)); !ok || found != n || s.Kind(n) != k || s.Entity(n).ID != s.ID(n) {
					t.Fatalf("%s is found as %d, not %d", s.ID(n), found, n)
				}
			}
		}
		if count != s.NumEntities() {
			t.Fatalf("%d of %d entities by kind", count, s.NumEntities())
		}
		for e := range Edge(s.NumLinks()) {
			l := s.Link(e)
			if found, ok := s.LinkByID(l.ID); !ok || found != e || l.ID != LinkID(l.Key) {
				t.Fatalf("%s is found as %d, not %d", l.ID, found, e)
			}
		}
		for i := range g.Passages {
			if p, ok := s.Passage(g.Passages[i].ID); !ok || cmp.Diff(*p, g.Passages[i]) != "" {
				t.Fatalf("%s is not found", g.Passages[i].ID)
			}
		}
		for _, id := range []string{"", "link:", "link:ffffffffffffffff", "theme:none", "zzz"} {
			_, entity := s.Lookup(id)
			_, link := s.LinkByID(id)
			_, passage := s.Passage(id)
			if entity || link || passage {
				t.Fatalf("%q is found", id)
			}
		}
	})
}

// What a snapshot packs, it gives back as it was.
func TestSnapshotGivesTheGraphBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		for i := range g.Links { // also what no bundle of the tests states
			l := &g.Links[i]
			l.Statements = slices.Clone(l.Statements)
			st := &l.Statements[rapid.IntRange(0, len(l.Statements)-1).Draw(t, "statement")]
			st.Confidence = rapid.SampledFrom([]float64{1, 0.99, 0.5, 0.07, 0.123456789, 1e-9}).Draw(t, "confidence")
			st.Basis, st.Rule = rapid.SampledFrom(Bases).Draw(t, "basis"), rapid.SampledFrom([]string{"", "shared-funder"}).Draw(t, "rule")
			*l = NewMergedLink(l.Key, l.Statements)
		}
		if d := cmp.Diff(g.text(), NewSnapshot(g, Release{}).Graph().text()); d != "" {
			t.Fatal(d)
		}
	})
}

// Of many views some are kept, those asked for last.
func TestSomeViewsAreKept(t *testing.T) {
	var bundles []Bundle
	for year := 2000; year <= 2020; year++ {
		bundles = append(bundles, edition(fmt.Sprint("y", year), year))
	}
	s := NewSnapshot(mustMerge(t, bundles, nil), Release{})
	first := s.AsOf(2000)
	for year := 2001; year < 2020; year++ {
		if s.AsOf(year).Newest("") != year || s.AsOf(2000) != first {
			t.Fatalf("as of %d", year)
		}
	}
	if len(s.views) != mostViews {
		t.Errorf("%d views are kept", len(s.views))
	}
	if again := s.AsOf(2005); again.Newest("") != 2005 || len(again.Reports()) != 6 {
		t.Error("a view that was let go is another when it is made again")
	}
}

// What rests on a passage is what names it.
func TestSnapshotFindsWhatRestsOnAPassage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{})
		for i := range g.Passages {
			id := g.Passages[i].ID
			var want, got []string
			for i := range g.Entities {
				if slices.Contains(g.Entities[i].Evidence, id) {
					want = append(want, g.Entities[i].ID)
				}
			}
			for i := range g.Links {
				if slices.Contains(g.Links[i].Evidence, id) {
					want = append(want, g.Links[i].Key)
				}
			}
			for _, n := range g.Notes {
				if slices.Contains(n.Evidence, id) {
					want = append(want, n.ID)
				}
			}
			on := s.RestingOn(id)
			for _, n := range on.Entities {
				got = append(got, s.ID(n))
			}
			for _, e := range on.Links {
				got = append(got, s.Link(e).Key)
			}
			for _, n := range on.Notes {
				got = append(got, n.ID)
			}
			if !slices.Equal(want, got) {
				t.Fatalf("on %s rest %q, not %q", id, want, got)
			}
		}
		if on := s.RestingOn("passage:none:1"); on.Entities != nil || on.Links != nil || on.Notes != nil {
			t.Fatal("something rests on what does not exist")
		}
	})
}

func TestSnapshotMayBeReadByManyAtOnce(t *testing.T) {
	old, newer := sample(), sample()
	newer.Report.ID, newer.Report.Year = "report:p-2020", 2020
	newer.Passages, newer.Notes = nil, nil
	s := NewSnapshot(mustMerge(t, []Bundle{old, newer}, nil), Release{})
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for year := 2016; year < 2021; year++ {
				v := s.AsOf(year)
				_, _, _ = v.Search("energie", 3), v.QuotesKey(), v.Notes("")
			}
		})
	}
	all.Wait()
}

func TestSnapshotRefusesAGraphThatMergeDidNotMake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a link without an end was taken")
		}
	}()
	NewSnapshot(&Graph{Links: []MergedLink{{ID: "link:x", Link: Link{From: "theme:a", Type: Broader, To: "theme:b"}}}}, Release{})
}
