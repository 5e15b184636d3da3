package graph

import (
	"bytes"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// A patched snapshot is the one of all bundles merged, however often it is patched.
func TestPatchingEqualsMergingAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loaded := map[string]Bundle{}
		s := NewSnapshot(&Graph{}, Release{})
		for range rapid.IntRange(1, 4).Draw(t, "patches") {
			gone := map[string]bool{}
			for _, id := range slices.Sorted(maps.Keys(loaded)) {
				if rapid.IntRange(0, 2).Draw(t, "gone") == 0 {
					gone[id] = true
				}
			}
			next := maps.Clone(loaded)
			maps.DeleteFunc(next, func(id string, _ Bundle) bool { return gone[id] })
			var put []Bundle
			for _, b := range drawBundles(t) {
				if _, there := next[b.Report.ID]; there {
					gone[b.Report.ID] = true
				}
				put = append(put, b)
				next[b.Report.ID] = b
			}
			before := mustMerge(t, slices.Collect(maps.Values(loaded)), nil)
			want := mustMerge(t, slices.Collect(maps.Values(next)), nil)
			p, ok := s.Patch(Release{Number: 7}, gone, put)
			if !ok {
				t.Fatal("the reports' passages stand together, and it cannot be patched")
			}
			if d := cmp.Diff(want.text(), p.Next.Graph().text()); d != "" {
				t.Fatal(d)
			}
			samePlaces(t, NewSnapshot(want, Release{}), p.Next)
			all, part := Diff(before, want), Diff(p.Before, p.After)
			if !cmp.Equal(all.Counts, part.Counts) || before.Digest().Replace(p.Before.Digest(), part.Digest) != all.Digest {
				t.Fatalf("the part's difference is %v, the whole's %v", part.Counts, all.Counts)
			}
			var out bytes.Buffer
			if err := p.Next.Encode(&out); err != nil {
				t.Fatal(err)
			}
			if s, err := DecodeSnapshot(&out, int64(out.Len()), Release{Number: 7}); err != nil || s.Release().Number != 7 {
				t.Fatal(err)
			}
			s, loaded = p.Next, next
		}
	})
}

// samePlaces checks that numbers and rows are the same in both.
func samePlaces(t *rapid.T, want, got *Snapshot) {
	if !slices.Equal(want.from, got.from) || !slices.Equal(want.to, got.to) || !slices.Equal(want.types, got.types) || !slices.Equal(want.kind, got.kind) || !maps.EqualFunc(want.kinds, got.kinds, slices.Equal) {
		t.Fatal("ends, types or kinds are others")
	}
	for n := range Node(want.NumEntities()) {
		if !slices.Equal(want.AllOut(n), got.AllOut(n)) || !slices.Equal(want.AllIn(n), got.AllIn(n)) {
			t.Fatalf("the links of %s are others", want.ID(n))
		}
	}
	for p := range want.Passages() {
		if q, ok := got.Passage(p.ID); !ok || !cmp.Equal(p, q) {
			t.Fatalf("%s is another", p.ID)
		}
	}
}

// What Patch cannot do, it does not do.
func TestPatchIsRefused(t *testing.T) {
	a, b := edition("a", 2018, i), edition("b", 2019, j)
	judged := NewSnapshot(mustMerge(t, []Bundle{a, edition("c", 2020, j)}, []Judgement{same(i, j)}), Release{})
	if _, ok := judged.Patch(Release{}, nil, []Bundle{b}); ok {
		t.Error("where ids were merged away")
	}
	s := NewSnapshot(mustMerge(t, []Bundle{a}, nil), Release{})
	other := edition("b", 2019, i)
	other.Entities[0].Kind = Theme
	if _, ok := s.Patch(Release{}, nil, []Bundle{other}); ok {
		t.Error("where an id would have two kinds")
	}
	if _, ok := s.Patch(Release{}, map[string]bool{"report:a": true}, []Bundle{other}); !ok {
		t.Error("where the id had the other kind before")
	}
	if _, ok := NewSnapshot(mustMerge(t, []Bundle{a, b}, nil), Release{}).AsOf(2018).Patch(Release{}, nil, []Bundle{edition("c", 2020)}); ok {
		t.Error("of a view of an earlier year")
	}
	between := edition("a:b", 2019)
	for n, id := range []string{"passage:a:aa", "passage:a:c"} {
		a.Passages = append(a.Passages, Passage{ID: id, Section: []string{}, Start: n, End: n + 1, Gist: Names{"en": "x"}})
	}
	a = a.Canonical()
	if _, ok := NewSnapshot(mustMerge(t, []Bundle{a}, nil), Release{}).Patch(Release{}, nil, []Bundle{between}); ok {
		t.Error("where one report's passages would stand among another's")
	}
}
