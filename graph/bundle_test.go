package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sha(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}

func TestSampleIsValid(t *testing.T) {
	if ps := Validate(sample()); len(ps) > 0 {
		t.Fatal(ps)
	}
	kinds, types := map[Kind]bool{ReportKind: true}, map[LinkType]bool{}
	for _, e := range sample().Entities {
		kinds[e.Kind] = true
	}
	for _, l := range sample().Links {
		types[l.Type] = true
	}
	if len(kinds) != len(Kinds) || len(types) < 14 {
		t.Errorf("the sample has %d of %d kinds and %d types of link", len(kinds), len(Kinds), len(types))
	}
}

func TestCanonicalBytesDoNotDependOnOrder(t *testing.T) {
	want := sample().Encode()
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		b := sample()
		random.Shuffle(len(b.Passages), func(i, k int) { b.Passages[i], b.Passages[k] = b.Passages[k], b.Passages[i] })
		random.Shuffle(len(b.Entities), func(i, k int) { b.Entities[i], b.Entities[k] = b.Entities[k], b.Entities[i] })
		random.Shuffle(len(b.Links), func(i, k int) { b.Links[i], b.Links[k] = b.Links[k], b.Links[i] })
		for i := range b.Entities {
			e := &b.Entities[i]
			random.Shuffle(len(e.Evidence), func(i, k int) { e.Evidence[i], e.Evidence[k] = e.Evidence[k], e.Evidence[i] })
			random.Shuffle(len(e.Aliases), func(i, k int) { e.Aliases[i], e.Aliases[k] = e.Aliases[k], e.Aliases[i] })
		}
		before := fmt.Sprint(b)
		if got := b.Encode(); !bytes.Equal(got, want) {
			t.Fatal(cmp.Diff(string(want), string(got)))
		}
		if fmt.Sprint(b) != before {
			t.Fatal("Encode changed the bundle")
		}
	}
}

func TestBundleReadsBackAsItWas(t *testing.T) {
	b := sample().Canonical()
	back, err := ReadBundle(bytes.NewReader(b.Encode()), "sample.json")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(b, back); d != "" {
		t.Error(d)
	}
	if back.Hash() != b.Hash() {
		t.Error("another hash")
	}
}

func TestGoodBundlesAreValidAndFitTheSchema(t *testing.T) {
	golden(t, "testdata/good/sample.json", sample().Encode())
	files, _ := filepath.Glob("testdata/good/*.json")
	if len(files) < 3 {
		t.Fatalf("only %d files", len(files))
	}
	s := compiledSchema(t)
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadBundle(bytes.NewReader(text), filepath.Base(f)); err != nil {
			t.Error(err)
		}
		if err := fits(t, s, text); err != nil {
			t.Errorf("%s does not fit the schema: %v", f, err)
		}
	}
}

func TestAttachFillsQuotesAndChangesNoHash(t *testing.T) {
	b := sample()
	quoted, err := Attach(b, []byte(sampleText))
	if err != nil {
		t.Fatal(err)
	}
	if got := quoted.Passages[3].Quote; got != "The Énergie group met the Mining group." {
		t.Errorf("quote %q", got)
	}
	if b.Passages[3].Quote != "" {
		t.Error("Attach changed its argument")
	}
	if ps := Validate(quoted); len(ps) > 0 {
		t.Error(ps)
	}
	if quoted.Hash() != b.Hash() || bytes.Equal(quoted.Encode(), b.Encode()) {
		t.Error("the hash must not hold the quotes, the bytes must")
	}
	if mustMerge(t, []Bundle{quoted}, nil).Digest() != mustMerge(t, []Bundle{b}, nil).Digest() {
		t.Error("another digest")
	}
	if !cmp.Equal(quoted.WithoutQuotes(), b) {
		t.Error("WithoutQuotes does not undo Attach")
	}
}

func TestAttachRefusesWhatItCannotQuote(t *testing.T) {
	other := sample()
	other.Report.SHA256, other.Report.TextSHA256 = sha("the file"), sha("its text")
	cut := sample()
	cut.Passages[0].Start, cut.Passages[0].End = 4, 5 // É has two bytes
	late := sample()
	late.Passages[0].Start, late.Passages[0].End = 5, 12
	beyond := sample()
	beyond.Passages[0].End = len(sampleText) + 1
	invalid := sample()
	invalid.Report.TextSHA256 = sha("\xff")
	for _, c := range []struct {
		b           Bundle
		text        string
		rule, words string
	}{
		{other, sampleText, "hash", sha("its text")},
		{other, sampleText, "hash", sha(sampleText)},
		{other, "the file", "hash", "original file"},
		{cut, sampleText, "rune-boundary", "[4, 5)"},
		{late, sampleText, "rune-boundary", "[5, 12)"},
		{beyond, sampleText, "span", "passage:p-2018:4-1"},
		{invalid, "\xff", "encoding", "UTF-8"},
	} {
		_, err := Attach(c.b, []byte(c.text))
		var ps Problems
		if !errors.As(err, &ps) || len(ps) != 1 || ps[0].Rule != c.rule || !strings.Contains(ps[0].Message, c.words) || !errors.Is(err, ErrInvalid) {
			t.Errorf("got %v, want rule %s with %q", err, c.rule, c.words)
		}
	}
}
