package storetest

import (
	"slices"
	"testing"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// testQuotesKey: the key moves with quotes that come without a release, and with nothing else that makes none.
func testQuotesKey(t *testing.T, su *suite) {
	s := su.open(t)
	first := First()
	put(t, s, first.Bundle)
	key := quotesKey(t, s)
	stays := func(when string) {
		t.Helper()
		if now := quotesKey(t, s); now != key {
			t.Errorf("%s: the key moved from %q to %q", when, key, now)
		}
	}
	moves := func(when string) {
		t.Helper()
		now := quotesKey(t, s)
		if now == key {
			t.Errorf("%s: the key stays %q", when, key)
		}
		key = now
	}
	stays("asked again")
	snapshot(t, s)
	stays("a snapshot was read")
	fails(t, "attach another text", s.Attach(t.Context(), first.Report(), []byte("x")), graph.ErrInvalid)
	stays("a text was refused")
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{first.Bundle}}); err != nil || changed {
		t.Fatalf("the same bundle again: changed %v, %v", changed, err)
	}
	stays("the same bundle was loaded")

	brings := first.Bundle
	brings.Passages = slices.Clone(brings.Passages)
	brings.Passages[0].Quote = string(first.Text[brings.Passages[0].Start:brings.Passages[0].End])
	if _, changed, err := s.Apply(t.Context(), graph.Change{Put: []graph.Bundle{brings}}); err != nil || changed {
		t.Fatalf("quotes alone: changed %v, %v", changed, err)
	}
	moves("a loaded bundle brought a quote")
	if err := s.Attach(t.Context(), first.Report(), first.Text); err != nil {
		t.Fatal(err)
	}
	moves("the text was attached")
	stays("asked again after that")
}

// testQuotesBeside: what one process attaches another notices within a second, without a release, as it does a load.
func testQuotesBeside(t *testing.T, su *suite) {
	a := su.open(t)
	b := su.beside(t, a)
	first, second := First(), Second()
	put(t, a, first.Bundle, second.Bundle)
	sameQuotes(t, "before", snapshot(t, b))
	var attached []Edition
	for i, e := range []Edition{first, second} {
		from, to := a, b
		if i == 1 {
			from, to = b, a
		}
		before := quotesKey(t, to)
		if err := from.Attach(t.Context(), e.Report(), e.Text); err != nil {
			t.Fatal(err)
		}
		after := before
		for deadline := time.Now().Add(time.Second); after == before && time.Now().Before(deadline); {
			after = quotesKey(t, to)
		}
		if after == before {
			t.Errorf("a second after %s was attached the other store's key stays %q", e.Report(), before)
		}
		attached = append(attached, e)
		sameQuotes(t, "attached by the other", snapshot(t, to), attached...)
	}
	if r, err := b.Release(t.Context()); err != nil || r.Number != 1 {
		t.Errorf("attaching made release %d, %v", r.Number, err)
	}
}

func quotesKey(t *testing.T, s graph.Store) string {
	t.Helper()
	key, err := s.QuotesKey(t.Context())
	if err != nil {
		t.Fatalf("quotes key: %v", err)
	}
	return key
}
