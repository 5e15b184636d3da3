package storetest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testBundle: a bundle comes back byte for byte in canonical order, in whatever order it was given, without quotes.
func testBundle(t *testing.T, su *suite) {
	s := su.open(t)
	var all []graph.Bundle
	for _, e := range []Edition{First(), FirstFrench(), Second()} {
		quoted, err := graph.Attach(e.Bundle, e.Text)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, reversed(quoted))
	}
	put(t, s, all...)
	apply(t, s, graph.Change{Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}})
	for _, b := range all {
		got, err := s.Bundle(t.Context(), b.Report.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(b.WithoutQuotes().Encode()), string(got.Encode())); diff != "" {
			t.Errorf("%s came back otherwise (-loaded +read):\n%s", b.Report.ID, diff)
		}
		if diff := cmp.Diff(got.Canonical(), got); diff != "" {
			t.Errorf("%s came back in an order that is not canonical:\n%s", b.Report.ID, diff)
		}
		if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{got}}); err != nil || changed {
			t.Errorf("%s loaded as it came back: changed %v, %v", b.Report.ID, changed, err)
		}
	}
	for _, id := range []string{"report:never-loaded", water, ""} {
		_, err := s.Bundle(t.Context(), id)
		fails(t, "bundle of "+id, err, graph.ErrNotFound)
	}
}

// reversed is b with its lists the other way round, where order says nothing.
func reversed(b graph.Bundle) graph.Bundle {
	b.Passages, b.Entities, b.Links, b.Notes = slices.Clone(b.Passages), slices.Clone(b.Entities), slices.Clone(b.Links), slices.Clone(b.Notes)
	slices.Reverse(b.Passages)
	slices.Reverse(b.Entities)
	slices.Reverse(b.Links)
	slices.Reverse(b.Notes)
	for i := range b.Entities {
		e := &b.Entities[i]
		e.Aliases, e.Evidence = slices.Clone(e.Aliases), slices.Clone(e.Evidence)
		slices.Reverse(e.Aliases)
		slices.Reverse(e.Evidence)
	}
	return b
}
