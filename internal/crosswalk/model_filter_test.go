package crosswalk_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// toldTwice is an edition that is sure of a session of a and b, and the next one, which is not; only the second
// infers that c was there.
func toldTwice() (first, second *graphtest.World) {
	first = graphtest.NewWorld(2018, "a", "b", "c")
	p := first.Session("x", "held", graph.Properties{"start": "2018"}, "a", "b")
	first.Entity("theme:water", nil, p)
	first.Link("session:test:x", graph.Addresses, "theme:water", graph.Properties{"stance": "touches"}, p)
	second = graphtest.NewWorld(2019, "a", "b", "c")
	second.Session("x", "held", graph.Properties{"start": "2018"}, "a", "b", "c")
	for i := range second.Bundle.Links {
		l := &second.Bundle.Links[i]
		if l.Type != graph.Holds {
			continue
		}
		l.Confidence = 0.6
		if l.From == graphtest.GroupID("c") {
			l.Basis, l.Rule = graph.Inferred, "attendance"
		}
	}
	return first, second
}

// TestOptionsReachEveryStatement: confidence and basis are judged by what each edition states, not by the newest one alone.
func TestOptionsReachEveryStatement(t *testing.T) {
	for _, tc := range []struct {
		name     string
		options  crosswalk.Options
		q        float64 // of a with b
		passages int
		groups   int
	}{
		{"all", crosswalk.Options{}, 1, 2, 3},
		{"sure", crosswalk.Options{MinConfidence: 0.8}, 1, 1, 2},
		{"stated", crosswalk.Options{Bases: []graph.Basis{graph.Stated}}, 1, 2, 2},
		{"stated or inferred", crosswalk.Options{Bases: []graph.Basis{graph.Stated, graph.Inferred}}, 1, 2, 3},
	} {
		first, second := toldTwice()
		x := pairOf(t, rank(t, tc.options, first, second), "a", "b")
		if len(x.Parts) == 0 || len(x.Parts[0].Items) != 1 {
			t.Errorf("%s: the session does not count: %+v", tc.name, x.Parts)
			continue
		}
		i := x.Parts[0].Items[0]
		if i.Confidence != tc.q || len(i.Passages) != tc.passages || len(i.Groups) != tc.groups {
			t.Errorf("%s: confidence %v, %d passages, %d groups; want %v, %d, %d", tc.name, i.Confidence, len(i.Passages), len(i.Groups), tc.q, tc.passages, tc.groups)
		}
	}
	first, second := toldTwice()
	x := pairOf(t, rank(t, crosswalk.Options{Bases: []graph.Basis{graph.Reviewed}}, first, second), "a", "b")
	if *x.Score != 0 || *x.Context != 0 || x.Band != crosswalk.None {
		t.Errorf("nothing is reviewed, yet score %v, context %v, band %s", *x.Score, *x.Context, x.Band)
	}
}

// TestOptionsLeaveTheRecord: which groups, chapters and coordinating bodies there are does not depend on the links looked at.
func TestOptionsLeaveTheRecord(t *testing.T) {
	w := graphtest.NewWorld(2018, "a", "b")
	p := w.Passage("partnership:test")
	w.Entity("institution:ministry", graph.Properties{"type": "department", "country": "CA"}, p)
	w.Link("institution:ministry", graph.CoChairs, "partnership:test", graph.Properties{"side": "CA"}, p)
	w.Entity("group:other:c", graph.Properties{"status": "active"}, p)
	w.Link("group:other:c", graph.PartOf, "partnership:test", nil, p)
	for _, g := range []string{"a", "b"} {
		l := w.Link("institution:ministry", graph.ParticipatesIn, graphtest.GroupID(g), graph.Properties{"role": "participant"}, w.Passage(graphtest.GroupID(g)))
		l.Basis, l.Rule = graph.Inferred, "signature"
	}
	m, err := crosswalk.NewModel(graphtest.Snapshot(t, w), crosswalk.Options{Bases: []graph.Basis{graph.Inferred}})
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Groups()) != 3 {
		t.Errorf("%d groups, want 3: part of the partnership on record", len(m.Groups()))
	}
	r := m.Rank()
	x := pairOf(t, r, "a", "b")
	if *x.Context != 0 || len(x.LeftOut) != 1 || x.LeftOut[0].ID != "institution:ministry" {
		t.Errorf("context %v, left out %+v; the coordinating ministry does not count", *x.Context, x.LeftOut)
	}
	for _, a := range x.Against {
		if a.Code == "no-chapter" {
			t.Errorf("both groups have a chapter, whatever the links looked at: %+v", a)
		}
	}
}

// TestOptionsAreChecked: each message says what is wrong, where it lies and what would be right.
func TestOptionsAreChecked(t *testing.T) {
	one := graphtest.NewWorld(2018, "a", "b")
	two := graphtest.NewWorld(2018, "a", "b")
	two.Bundle.Report.ID, two.Bundle.Report.Work, two.Bundle.Report.Partnership = "report:other-2018", "other-2018", "partnership:other"
	for i := range two.Bundle.Passages {
		two.Bundle.Passages[i].ID = strings.Replace(two.Bundle.Passages[i].ID, "test", "other", 1)
	}
	for i := range two.Bundle.Entities {
		two.Bundle.Entities[i].Evidence = []string{two.Bundle.Passages[0].ID}
	}
	two.Bundle.Links = nil
	two.Entity("partnership:other", nil, two.Bundle.Passages[0].ID)
	mentioned := graphtest.NewWorld(2018, "a", "b")
	mentioned.Entity("partnership:other", nil, mentioned.Passage("partnership:test"))
	for _, tc := range []struct {
		name    string
		worlds  []*graphtest.World
		options crosswalk.Options
		err     error
		words   []string
	}{
		{"confidence", []*graphtest.World{one}, crosswalk.Options{MinConfidence: 1.5}, graph.ErrInvalid, []string{"min_confidence is 1.5", "0 to 1"}},
		{"no number", []*graphtest.World{one}, crosswalk.Options{MinConfidence: math.NaN()}, graph.ErrInvalid, []string{"min_confidence is NaN"}},
		{"basis", []*graphtest.World{one}, crosswalk.Options{Bases: []graph.Basis{"sated"}}, graph.ErrInvalid, []string{`"sated"`, "stated, inferred, reviewed"}},
		{"unknown partnership", []*graphtest.World{one}, crosswalk.Options{Partnership: "partnership:x"}, graph.ErrNotFound, []string{"partnership:x", "known: partnership:test"}},
		{"too early", []*graphtest.World{one}, crosswalk.Options{AsOf: 2017}, graph.ErrNotFound, []string{"as of 2017", "of 2018", "that year or a later one"}},
		{"before all years", []*graphtest.World{one}, crosswalk.Options{AsOf: -3}, graph.ErrNotFound, []string{"as of -3", "of 2018"}},
		{"several", []*graphtest.World{one, two}, crosswalk.Options{}, graph.ErrInvalid, []string{"partnership:other, partnership:test", "partnership="}},
		{"no edition", []*graphtest.World{mentioned}, crosswalk.Options{Partnership: "partnership:other"}, graph.ErrNotFound, []string{"partnership:other has no edition", "load"}},
		{"empty", nil, crosswalk.Options{}, graph.ErrNotFound, []string{"no edition", "load a bundle"}},
	} {
		_, err := crosswalk.NewModel(graphtest.Snapshot(t, tc.worlds...), tc.options)
		if !errors.Is(err, tc.err) {
			t.Errorf("%s: error %v, want %v", tc.name, err, tc.err)
			continue
		}
		for _, w := range tc.words {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%s: %q does not say %q", tc.name, err, w)
			}
		}
	}
	m, err := crosswalk.NewModel(graphtest.Snapshot(t, mentioned), crosswalk.Options{})
	if err != nil || m.Snapshot().ID(m.Partnership) != "partnership:test" {
		t.Errorf("one partnership alone has an edition, and it is not chosen: %v", err)
	}
}
