package storetest

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// quotesOf are the quotes of a snapshot by passage, those that are there.
func quotesOf(snap *graph.Snapshot) map[string]string {
	out := map[string]string{}
	for _, p := range snap.Graph().Passages {
		if p.Quote != "" {
			out[p.ID] = p.Quote
		}
	}
	return out
}

// quotesIn are the quotes that the editions' texts give.
func quotesIn(editions ...Edition) map[string]string {
	out := map[string]string{}
	for _, e := range editions {
		for _, p := range e.Bundle.Passages {
			out[p.ID] = string(e.Text[p.Start:p.End])
		}
	}
	return out
}

func sameQuotes(t *testing.T, when string, snap *graph.Snapshot, editions ...Edition) {
	t.Helper()
	if diff := cmp.Diff(quotesIn(editions...), quotesOf(snap)); diff != "" {
		t.Errorf("%s: quotes (-want +got):\n%s", when, diff)
	}
}

// testAttach: the right text gives quotes, another one is refused, and neither makes a release.
func testAttach(t *testing.T, su *suite) {
	s := su.open(t)
	first, second := First(), Second()
	r := put(t, s, first.Bundle, second.Bundle)
	sameQuotes(t, "before", snapshot(t, s))

	wrong := append([]byte("x"), first.Text...)
	err := s.Attach(t.Context(), first.Report(), wrong)
	fails(t, "attach another text", err, graph.ErrInvalid)
	sum := sha256.Sum256(wrong)
	if err != nil && (!strings.Contains(err.Error(), first.Bundle.Report.TextSHA256) || !strings.Contains(err.Error(), hex.EncodeToString(sum[:]))) {
		t.Errorf("the error does not name both hashes: %v", err)
	}
	fails(t, "attach the other edition's text", s.Attach(t.Context(), first.Report(), second.Text), graph.ErrInvalid)
	fails(t, "attach nothing", s.Attach(t.Context(), first.Report(), nil), graph.ErrInvalid)
	fails(t, "attach to what is not loaded", s.Attach(t.Context(), "report:never-loaded", first.Text), graph.ErrNotFound)
	sameQuotes(t, "after what was refused", snapshot(t, s))

	for range 2 {
		if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
			t.Fatal(err)
		}
		sameQuotes(t, "attached", holds(t, s, loaded(t, first.Bundle, second.Bundle)), first)
	}
	now, err := s.Release(t.Context())
	if diff := cmp.Diff(r, now); diff != "" || err != nil {
		t.Errorf("attaching moved the release: %v\n%s", err, diff)
	}
	one := snapshot(t, s).QuotesKey()
	if err := s.Attach(t.Context(), second.Report(), second.Text); err != nil {
		t.Fatal(err)
	}
	sameQuotes(t, "both attached", snapshot(t, s), first, second)
	if both := snapshot(t, s).QuotesKey(); one == "" || both == one {
		t.Errorf("the quotes of one have the key %q, those of both %q", one, both)
	}
}

// testAttachAndReload: quotes last as long as the report counts in the same text, also those of new and moved passages.
func testAttachAndReload(t *testing.T, su *suite) {
	s := su.open(t)
	first, second, revised, retyped := First(), Second(), FirstRevised(), FirstRetyped()
	put(t, s, first.Bundle)
	if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
		t.Fatal(err)
	}
	put(t, s, second.Bundle)
	sameQuotes(t, "another edition loaded", snapshot(t, s), first)
	put(t, s, revised.Bundle)
	sameQuotes(t, "revised", snapshot(t, s), revised)
	apply(t, s, graph.Change{Judge: []graph.Judgement{judged(graph.Same, "2022-01-01")}})
	sameQuotes(t, "judged", snapshot(t, s), revised)
	if snap, err := s.PastSnapshot(t.Context(), "1"); err != nil {
		t.Errorf("release 1: %v", err)
	} else {
		sameQuotes(t, "release 1", snap, first)
	}

	outside := revised.Bundle
	outside.Passages = append([]graph.Passage{}, outside.Passages...)
	outside.Report.TextBytes = 0 // so that only the text itself tells
	outside.Passages[0].End = len(revised.Text) + 1
	_, _, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{outside}})
	fails(t, "a passage outside the attached text", err, graph.ErrInvalid)
	sameQuotes(t, "after what was refused", snapshot(t, s), revised)

	put(t, s, retyped.Bundle)
	sameQuotes(t, "of another text", snapshot(t, s))
	fails(t, "attach the text before", s.Attach(t.Context(), first.Report(), first.Text), graph.ErrInvalid)
	if err := s.Attach(t.Context(), retyped.Report(), retyped.Text); err != nil {
		t.Fatal(err)
	}
	sameQuotes(t, "of another text, attached", snapshot(t, s), retyped)
}

// testQuotesBrought: a bundle that holds quotes is the same bundle, and its quotes are shown.
func testQuotesBrought(t *testing.T, su *suite) {
	s := su.open(t)
	first, second, revised, retyped := First(), Second(), FirstRevised(), FirstRetyped()
	quoted, err := graph.Attach(first.Bundle, first.Text)
	if err != nil {
		t.Fatal(err)
	}
	r := put(t, s, quoted)
	if want := merged(t, loaded(t, first.Bundle)).Digest().String(); r.Digest != want || r.Bundles[0].Hash != first.Bundle.Hash() {
		t.Errorf("quotes changed the digest or the hash: %+v", r)
	}
	sameQuotes(t, "brought", holds(t, s, loaded(t, first.Bundle)), first)
	for _, b := range []graph.Bundle{quoted, first.Bundle} {
		if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{b}}); err != nil || changed {
			t.Errorf("the same bundle again: changed %v, %v", changed, err)
		}
		sameQuotes(t, "brought again", holds(t, s, loaded(t, first.Bundle)), first)
	}
	put(t, s, second.Bundle)
	sameQuotes(t, "another edition loaded", snapshot(t, s), first)
	// The revised bundle brings the one quote that is not known, that of the passage whose span moved.
	brings := revised.Bundle
	brings.Passages = slices.Clone(brings.Passages)
	last := &brings.Passages[len(brings.Passages)-1]
	last.Quote = string(revised.Text[last.Start:last.End])
	put(t, s, brings)
	sameQuotes(t, "revised", snapshot(t, s), revised)
	put(t, s, retyped.Bundle)
	sameQuotes(t, "of another text", snapshot(t, s))
}
