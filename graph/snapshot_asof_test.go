package graph

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestViewByCopyIsTheViewMadeAnew: a view of an earlier year that was made by copying what later editions do not state is, in all that
// can be asked of it, the one made from every statement; quotes included. Nothing is reserved for what was left out.
func TestViewByCopyIsTheViewMadeAnew(t *testing.T) {
	copied := 0
	rapid.Check(t, func(t *rapid.T) {
		bundles := drawBundles(t)
		s := NewSnapshot(mustMerge(t, bundles, nil), Release{Number: 7})
		for i := range s.NumPassages() {
			if rapid.Bool().Draw(t, "quoted") {
				s.quotes[int32(i)] = fmt.Sprint("quote ", i)
			}
		}
		for _, r := range s.reports {
			by, ok := s.without(r.Year)
			if !ok || r.Year == s.Newest("") {
				continue
			}
			copied++
			anew := s.upTo(r.Year)
			if d := cmp.Diff(anew.Graph().text(), by.Graph().text()); d != "" {
				t.Fatal(d)
			}
			if by.QuotesKey() != anew.QuotesKey() || by.Release().Number != anew.Release().Number {
				t.Fatalf("quotes %q and %q", by.QuotesKey(), anew.QuotesKey())
			}
			sameSkimmed(t, by, anew)
			if cap(by.links.ends) > len(by.links.ends) || cap(by.from) > len(by.from) {
				t.Fatalf("room for %d links is kept, of %d", cap(by.links.ends), len(by.links.ends))
			}
		}
	})
	if copied < 20 {
		t.Errorf("%d views were made by copying", copied)
	}
}

// sameSkimmed compares what is read of two snapshots without unpacking it.
func sameSkimmed(t *rapid.T, a, b *Snapshot) {
	for n := range Node(a.NumEntities()) {
		if !slices.Equal(a.StatedBy(n), b.StatedBy(n)) || a.NumNamesOfOurs(n) != b.NumNamesOfOurs(n) || !slices.Equal(a.AllOut(n), b.AllOut(n)) || !slices.Equal(a.AllIn(n), b.AllIn(n)) {
			t.Fatalf("%s differs: stated by %v and %v", a.ID(n), a.StatedBy(n), b.StatedBy(n))
		}
	}
	for e := range Edge(a.NumLinks()) {
		if a.Basis(e) != b.Basis(e) {
			t.Fatalf("link %d rests on %s and %s", e, a.Basis(e), b.Basis(e))
		}
	}
	reports := func(s *Snapshot) (out []int) {
		s.EachPassageReport(func(_, report int, quote bool) {
			if quote {
				report = -1 - report
			}
			out = append(out, report)
		})
		return out
	}
	if d := cmp.Diff(reports(a), reports(b)); d != "" {
		t.Fatal(d)
	}
	for p := range a.Passages() {
		if d := cmp.Diff(a.RestingOn(p.ID), b.RestingOn(p.ID)); d != "" {
			t.Fatal(d)
		}
	}
	for _, q := range []string{"e", "a", "na"} {
		hits := func(s *Snapshot) (out []string) {
			for _, h := range s.Search(q, 0) {
				out = append(out, fmt.Sprint(h.Entity, h.Passage, h.Score))
			}
			return out
		}
		if d := cmp.Diff(hits(a), hits(b)); d != "" {
			t.Fatal(d)
		}
	}
}
