package graph

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// fataler is a test or a property.
type fataler interface {
	Helper()
	Fatal(...any)
}

func mustMerge(t fataler, bundles []Bundle, js []Judgement) *Graph {
	t.Helper()
	canonical := make([]Bundle, len(bundles))
	for i, b := range bundles {
		canonical[i] = b.Canonical()
	}
	g, err := Merge(canonical, js)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// text is everything that g holds, in its order.
func (g *Graph) text() string {
	b, err := json.MarshalIndent(g, "", " ")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// drawState draws bundles and judgements that can stand together.
func drawState(t *rapid.T) ([]Bundle, []Judgement, *Graph) {
	bundles, js := drawBundles(t), drawDecided(t)
	g, err := Merge(bundles, js)
	if err != nil {
		js = nil
		g = mustMerge(t, bundles, js)
	}
	return bundles, js, g
}

func TestMergeIsTheSameInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles, js := drawBundles(t), drawJudgements(t)
		want, wantErr := Merge(bundles, js)
		got, err := Merge(rapid.Permutation(bundles).Draw(t, "order"), rapid.Permutation(js).Draw(t, "judgement order"))
		if wantErr != nil {
			if err == nil || !errors.Is(err, ErrInvalid) || err.Error() != wantErr.Error() {
				t.Fatalf("error %v in one order, %v in another", wantErr, err)
			}
			return
		}
		if d := cmp.Diff(want.text(), got.text()); d != "" {
			t.Fatal(d)
		}
		if want.Digest() != got.Digest() {
			t.Fatal("another digest")
		}
	})
}

func TestMergeDoesNotChangeItsBundles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles, js := drawBundles(t), drawJudgements(t)
		var before [][]byte
		for _, b := range bundles {
			before = append(before, b.Encode())
		}
		g, err := Merge(bundles, js)
		if err == nil {
			NewSnapshot(g, Release{}).AsOf(2018)
		}
		for i, b := range bundles {
			if !bytes.Equal(before[i], b.Encode()) {
				t.Fatalf("%s was changed", b.Report.ID)
			}
		}
	})
}

func TestWithdrawingLeavesWhatTheOthersSay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles, js, _ := drawState(t)
		all, err := State{}.Apply(Change{Put: bundles, Judge: js})
		if err != nil {
			t.Fatal(err)
		}
		gone := rapid.IntRange(0, len(bundles)-1).Draw(t, "gone")
		left, err := all.Apply(Change{Withdraw: []string{bundles[gone].Report.ID}})
		if err != nil {
			t.Fatal(err)
		}
		g, err := left.Graph()
		if err != nil {
			t.Fatal(err)
		}
		rest := append(append([]Bundle{}, bundles[:gone]...), bundles[gone+1:]...)
		if d := cmp.Diff(mustMerge(t, rest, js).text(), g.text()); d != "" {
			t.Fatal(d)
		}
		if _, err := left.Apply(Change{Withdraw: []string{bundles[gone].Report.ID}}); !errors.Is(err, ErrNotFound) {
			t.Fatalf("withdrawn twice: %v", err)
		}
	})
}

func TestLoadingStepByStepInAnyOrderEqualsLoadingAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		bundles, js, want := drawState(t)
		var s State
		apply := func(c Change) {
			next, err := s.Apply(c)
			if err != nil {
				t.Fatal(err)
			}
			s = next
		}
		for _, b := range rapid.Permutation(bundles).Draw(t, "order") {
			apply(Change{Put: []Bundle{drawBundle(t, b.Report.ID[len("report:p-"):])}}) // an earlier text of the report, replaced
			apply(Change{Put: []Bundle{b}})
		}
		for _, j := range rapid.Permutation(js).Draw(t, "judgement order") {
			apply(Change{Judge: []Judgement{j}})
			apply(Change{Judge: []Judgement{j}})
		}
		g, err := s.Graph()
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want.text(), g.text()); d != "" {
			t.Fatal(d)
		}
		apply(Change{Put: bundles, Judge: js})
		again, err := s.Graph()
		if err != nil {
			t.Fatal(err)
		}
		if d := Diff(g, again); !d.Empty() || d.Digest != g.Digest() {
			t.Fatalf("loading the same again changes %v", d.Counts)
		}
	})
}

func TestDeltaLeadsFromOldToNew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, old := drawState(t)
		_, _, next := drawState(t)
		d := Diff(old, next)
		if d.Digest != next.Digest() {
			t.Fatal("the delta's digest is not the new graph's")
		}
		rows, digest := rowsOf(old), old.Digest()
		for _, g := range []*Graph{&d.Removed, &d.Changed, &d.Added} {
			for r := range g.Rows {
				if was, ok := rows[r.key()]; ok {
					digest = digest.Subtract(was.Hash)
					delete(rows, r.key())
				} else if g != &d.Added {
					t.Fatalf("%v is not in the old graph", r)
				}
				if g != &d.Removed {
					digest = digest.Add(r.Hash)
					rows[r.key()] = r
				}
			}
		}
		if digest != next.Digest() {
			t.Fatal("the digest kept up by the delta is not the one computed anew")
		}
		if diff := cmp.Diff(rowsOf(next), rows); diff != "" {
			t.Fatal(diff)
		}
		if n := total(d.Counts.Added) - total(d.Counts.Removed); n != len(rowsOf(next))-len(rowsOf(old)) {
			t.Fatalf("counts %v do not add up", d.Counts)
		}
		if d.Empty() != (old.Digest() == next.Digest()) {
			t.Fatal("Empty and the digests differ")
		}
	})
}

func rowsOf(g *Graph) map[string]Row {
	rows := map[string]Row{}
	for r := range g.Rows {
		if _, twice := rows[r.key()]; twice {
			panic(fmt.Sprintf("%v comes twice", r))
		}
		rows[r.key()] = r
	}
	return rows
}

func total(counts map[string]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

func TestGeneratedBundlesReadBackAndFitTheSchema(t *testing.T) {
	s := compiledSchema(t)
	rapid.Check(t, func(r *rapid.T) {
		b := drawBundle(r, "2018")
		back, err := ReadBundle(bytes.NewReader(b.Encode()), "")
		if err != nil {
			r.Fatal(err)
		}
		if d := cmp.Diff(b, back.Canonical()); d != "" {
			r.Fatal(d)
		}
		if err := fits(t, s, b.Encode()); err != nil {
			r.Fatal(err)
		}
	})
}
