package graph

import (
	"bytes"
	"fmt"
	"testing"
)

// large is a valid bundle of about n links, in canonical order.
func large(n int) Bundle {
	b := edition("a", 2018)
	for i := range n / 10 {
		b.Passages = append(b.Passages, Passage{ID: fmt.Sprintf("passage:a:p%d", i), Section: []string{"One", "Two"}, Paragraph: i, Start: 10 * i, End: 10*i + 9, Line: i + 1,
			Gist: Names{"en": fmt.Sprintf("They told the %d-th thing about energy and mining.", i)}})
	}
	at := func(i int) []string { return []string{fmt.Sprintf("passage:a:p%d", i%(n/10))} }
	for i := range n / 10 {
		name := Names{"en": fmt.Sprintf("Ministry %d", i), "fr": fmt.Sprintf("Ministère %d", i), "es": fmt.Sprintf("Secretaría %d", i)}
		b.Entities = append(b.Entities, Entity{ID: fmt.Sprintf("institution:i%d", i), Kind: Institution, Name: name, Evidence: at(i), Properties: Properties{"country": "CA", "type": "agency"}},
			Entity{ID: fmt.Sprintf("project:p%d", i), Kind: Project, Name: name, Evidence: at(i + 1), Properties: Properties{"status": "done", "start": "2018-01"}})
	}
	for i := range n {
		b.Links = append(b.Links, Link{From: fmt.Sprintf("institution:i%d", i%(n/10)), Type: InvolvedIn, To: fmt.Sprintf("project:p%d", (i*7+i/(n/10))%(n/10)),
			Properties: Properties{"role": []string{"lead", "partner", "funder"}[i%3]}, Basis: Stated, Confidence: 1, Evidence: at(i * 3)})
	}
	return b.Canonical()
}

const benchmarkLinks = 20_000

func BenchmarkReadBundle(b *testing.B) {
	text := large(benchmarkLinks).Encode()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadBundle(bytes.NewReader(text), ""); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCanonical(b *testing.B) {
	large := large(benchmarkLinks)
	b.ReportAllocs()
	for b.Loop() {
		large.Canonical()
	}
}

func BenchmarkMerge(b *testing.B) {
	bundles := []Bundle{large(benchmarkLinks), sample().Canonical()}
	b.ReportAllocs()
	for b.Loop() {
		mustMerge(b, bundles, nil)
	}
}

func BenchmarkDigest(b *testing.B) {
	g := mustMerge(b, []Bundle{large(benchmarkLinks)}, nil)
	b.ReportAllocs()
	for b.Loop() {
		g.Digest()
	}
}

func BenchmarkDiff(b *testing.B) {
	g := mustMerge(b, []Bundle{large(benchmarkLinks)}, nil)
	b.ReportAllocs()
	for b.Loop() {
		Diff(&Graph{}, g)
	}
}

func BenchmarkNewSnapshot(b *testing.B) {
	g := mustMerge(b, []Bundle{large(benchmarkLinks)}, nil)
	b.ReportAllocs()
	for b.Loop() {
		NewSnapshot(g, Release{})
	}
}

func BenchmarkOut(b *testing.B) {
	s := NewSnapshot(mustMerge(b, []Bundle{large(benchmarkLinks)}, nil), Release{})
	n := s.Nodes(Institution)[0]
	b.ReportAllocs()
	for b.Loop() {
		s.Out(n, InvolvedIn)
	}
}

func BenchmarkSearch(b *testing.B) {
	s := NewSnapshot(mustMerge(b, []Bundle{large(benchmarkLinks)}, nil), Release{})
	s.Search("warm", 1)
	b.ReportAllocs()
	for b.Loop() {
		s.Search("ministere 12", 20)
	}
}

func BenchmarkSearchIndex(b *testing.B) {
	s := NewSnapshot(mustMerge(b, []Bundle{large(benchmarkLinks)}, nil), Release{})
	b.ReportAllocs()
	for b.Loop() {
		newTextIndex(s)
	}
}

func BenchmarkPatch(b *testing.B) {
	s := NewSnapshot(mustMerge(b, []Bundle{large(10 * benchmarkLinks)}, nil), Release{})
	small := []Bundle{sample().Canonical()}
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.Patch(Release{}, nil, small); !ok {
			b.Fatal("cannot be patched")
		}
	}
}

func BenchmarkDecodeSnapshot(b *testing.B) {
	var text bytes.Buffer
	if err := NewSnapshot(mustMerge(b, []Bundle{large(10 * benchmarkLinks)}, nil), Release{}).Encode(&text); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := DecodeSnapshot(bytes.NewReader(text.Bytes()), int64(text.Len()), Release{}); err != nil {
			b.Fatal(err)
		}
	}
}
