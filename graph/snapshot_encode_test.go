package graph

import (
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func encoded(t interface{ Fatal(...any) }, s *Snapshot) []byte {
	var out bytes.Buffer
	if err := s.Encode(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSnapshotComesBackFromItsBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		s := NewSnapshot(g, Release{Number: 3})
		bytesOf := encoded(t, s)
		got, err := DecodeSnapshot(bytes.NewReader(bytesOf), int64(len(bytesOf)), s.Release())
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(g.text(), got.Graph().text()); d != "" {
			t.Fatal(d)
		}
		if !bytes.Equal(bytesOf, encoded(t, got)) {
			t.Fatal("encoded again, the bytes are others")
		}
		if got.Release().Number != 3 || len(got.Nodes(Institution)) != len(s.Nodes(Institution)) {
			t.Fatal("the release or the kinds are lost")
		}
		for n := range Node(s.NumEntities()) {
			if !cmp.Equal(s.AllOut(n), got.AllOut(n)) || !cmp.Equal(s.AllIn(n), got.AllIn(n)) {
				t.Fatalf("the links of %s are others", s.ID(n))
			}
		}
		cut := rapid.IntRange(0, len(bytesOf)-1).Draw(t, "cut")
		if _, err := DecodeSnapshot(bytes.NewReader(bytesOf[:cut]), int64(cut), Release{}); err == nil {
			t.Fatalf("%d of %d bytes are accepted", cut, len(bytesOf))
		}
		if _, err := DecodeSnapshot(bytes.NewReader(append(bytesOf, 0)), int64(len(bytesOf)+1), Release{}); err == nil {
			t.Fatal("a byte more is accepted")
		}
		if _, err := DecodeSnapshot(bytes.NewReader(bytesOf[:cut]), int64(len(bytesOf)), Release{}); err == nil {
			t.Fatal("a reader that ends early is accepted")
		}
	})
}

func TestAViewIsNotEncoded(t *testing.T) {
	s := NewSnapshot(mustMerge(t, []Bundle{sample().Canonical(), edition("b", 2030)}, nil), Release{})
	if err := s.AsOf(sample().Report.Year).Encode(io.Discard); err == nil {
		t.Error("a view of an earlier year is encoded")
	}
}

// FuzzDecodeSnapshot: any bytes are a snapshot whose arrays fit each other, or an error.
func FuzzDecodeSnapshot(f *testing.F) {
	b := sample().Canonical()
	g, err := Merge([]Bundle{b}, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(encoded(f, NewSnapshot(g, Release{})))
	f.Add(encoded(f, NewSnapshot(&Graph{}, Release{})))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := DecodeSnapshot(bytes.NewReader(text), int64(len(text)), Release{})
		if err != nil {
			return
		}
		for n := range Node(s.NumEntities()) {
			_, _, _ = s.ID(n), s.Kind(n), len(s.AllOut(n))
		}
		for e := range Edge(s.NumLinks()) {
			_, _, _ = s.From(e), s.To(e), s.Type(e)
		}
		for i := range s.NumPassages() {
			_, _ = s.passages.number(s.passages.id(i))
		}
	})
}
