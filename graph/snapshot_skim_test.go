package graph

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSkim: what is read without unpacking is what unpacking gives.
func TestSkim(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{})
		passages := slices.Collect(s.Passages())
		for i := range s.NumEntities() {
			n, e := Node(i), s.Entity(Node(i))
			var reports []string
			for _, r := range s.StatedBy(n) {
				reports = append(reports, s.Reports()[r].ID)
			}
			for i, r := range s.Reports() {
				one := make([]bool, len(s.Reports()))
				one[i] = true
				if s.StatedByAny(n, one) != slices.Contains(reports, r.ID) {
					t.Fatalf("%s: stated by %s: %v", e.ID, r.ID, s.StatedByAny(n, one))
				}
			}
			if !slices.Equal(reports, e.Reports()) || s.NumNamesOfOurs(n) != len(e.NameSource) {
				t.Fatalf("%s: stated by %v, %d names of ours; unpacked %+v", e.ID, reports, s.NumNamesOfOurs(n), e)
			}
			if got := named(passages, func(yield func(int)) { s.EachEntityPassage(n, yield) }); !slices.Equal(got, sortedSet(e.Evidence)) {
				t.Fatalf("%s: told by %v, not %v", e.ID, got, e.Evidence)
			}
		}
		for i := range s.NumLinks() {
			e, l := Edge(i), s.Link(Edge(i))
			for i, r := range s.Reports() {
				one := make([]bool, len(s.Reports()))
				one[i] = true
				if s.LinkStatedByAny(e, one) != slices.Contains(l.Reports(), r.ID) {
					t.Fatalf("%s: stated by %s: %v", l.Key, r.ID, s.LinkStatedByAny(e, one))
				}
			}
			if got := named(passages, func(yield func(int)) { s.EachLinkPassage(e, yield) }); s.Basis(e) != l.Basis || !slices.Equal(got, sortedSet(l.Evidence)) {
				t.Fatalf("%s: %s, told by %v; unpacked %+v", l.Key, s.Basis(e), got, l)
			}
		}
		for i, note := range s.Notes("") {
			if got := named(passages, func(yield func(int)) { s.EachNotePassage(i, yield) }); !slices.Equal(got, sortedSet(note.Evidence)) {
				t.Fatalf("%s: told by %v, not %v", note.ID, got, note.Evidence)
			}
		}
		s.EachPassageReport(func(i, report int, quote bool) {
			if p := passages[i]; p.Report != s.Reports()[report].ID || quote != (p.Quote != "") {
				t.Fatalf("%s: of %s, quote %v; unpacked %+v", p.ID, s.Reports()[report].ID, quote, p)
			}
		})
	})
}

// named are the ids of the passages whose numbers each gives, sorted, without repeats.
func named(passages []*Passage, each func(func(int))) []string {
	var ids []string
	each(func(i int) { ids = append(ids, passages[i].ID) })
	return sortedSet(ids)
}
