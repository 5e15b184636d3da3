package neo4jstore_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/graphtest"
)

// quotes gives the quotes that a snapshot has, by passage.
func quotes(t *testing.T, snap *graph.Snapshot, err error) map[string]string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, p := range snap.Graph().Passages {
		if p.Quote != "" {
			out[p.ID] = p.Quote
		}
	}
	return out
}

func TestQuotesOutliveLoadsOfTheSameText(t *testing.T) {
	cfg := graphtest.Neo4j(t)
	s := reopen(t, cfg)
	b := rapid.Custom(func(t *rapid.T) graph.Bundle { return drawn(t, 0) }).Example(7)
	first := put(t, s, b)
	if err := s.Attach(t.Context(), b.Report.ID, []byte("another text")); !errors.Is(err, graph.ErrInvalid) || !contains(err, textHash()) {
		t.Errorf("%v; want both hashes named", err)
	}
	if err := s.Attach(t.Context(), "report:none", []byte(text)); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("%v, want ErrNotFound", err)
	}
	if err := s.Attach(t.Context(), b.Report.ID, []byte(text)); err != nil {
		t.Fatal(err)
	}
	snap, err := s.Snapshot(t.Context())
	if got := quotes(t, snap, err); len(got) != len(b.Passages) || got[b.Passages[1].ID] != text[11:21] {
		t.Errorf("quotes %q", got)
	}
	if snap.Release().LoadID != first.LoadID {
		t.Error("attaching made a release")
	}
	more := b
	more.Passages = append(slices.Clone(b.Passages), graph.Passage{ID: "passage:cmp-2018:new", Section: []string{"A"}, Paragraph: 9, Start: 110, End: 114, Gist: graph.Names{"en": "New."}})
	more.Passages[0].Gist = graph.Names{"en": "Changed."}
	put(t, s, more)
	snap, err = s.Snapshot(t.Context())
	if got := quotes(t, snap, err); len(got) != len(more.Passages) || got["passage:cmp-2018:new"] != text[110:114] {
		t.Errorf("quotes after a later load %q", got)
	}
	byHand(t, cfg, `MATCH (p:Passage {id: 'passage:cmp-2018:new'}) SET p.gist_en = 'By hand.', p.quote = 'by hand'`)
	if _, changed, err := s.Repair(t.Context(), "test"); err != nil || !changed {
		t.Fatalf("repair: %v %v", changed, err)
	}
	snap, err = s.Snapshot(t.Context())
	if got := quotes(t, snap, err); len(got) != len(more.Passages) || got["passage:cmp-2018:new"] != text[110:114] {
		t.Errorf("quotes after a repair %q", got)
	}
	snap, err = s.PastSnapshot(t.Context(), first.ID())
	if got := quotes(t, snap, err); len(got) != len(b.Passages) {
		t.Errorf("quotes of the past %q", got)
	}
	outside := more
	outside.Passages = slices.Clone(more.Passages)
	outside.Report.TextBytes, outside.Passages[0].End = 0, len(text)+1
	if _, err := s.Plan(t.Context(), graph.Change{Put: []graph.Bundle{outside}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a passage outside the attached text: %v", err)
	}
	other := more
	other.Report.TextSHA256 = other.Report.TextSHA256[1:] + "0"
	put(t, s, other)
	snap, err = s.Snapshot(t.Context())
	if got := quotes(t, snap, err); len(got) != 0 {
		t.Errorf("quotes of another text %q", got)
	}
}

func TestQuotesThatABundleBringsAreKept(t *testing.T) {
	s := open(t)
	b := rapid.Custom(func(t *rapid.T) graph.Bundle { return drawn(t, 0) }).Example(7)
	put(t, s, b)
	brings := b
	brings.Passages = slices.Clone(b.Passages)
	brings.Passages[2].Quote = text[22:32]
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{brings}}); err != nil || changed {
		t.Fatalf("quotes alone: changed %v, %v", changed, err)
	}
	later := b
	later.Passages = slices.Clone(b.Passages)
	later.Passages[2].Gist = graph.Names{"en": "Changed."}
	put(t, s, later)
	snap, err := s.Snapshot(t.Context())
	if got := quotes(t, snap, err); len(got) != 1 || got[b.Passages[2].ID] != text[22:32] {
		t.Errorf("quotes %q", got)
	}
	if got, err := s.Bundle(t.Context(), b.Report.ID); err != nil || string(got.Encode()) != string(later.WithoutQuotes().Encode()) {
		t.Errorf("the bundle came back otherwise: %v", err)
	}
}
