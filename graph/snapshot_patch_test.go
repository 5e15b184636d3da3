package graph

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
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
			if followed, was, is, ok := s.Follow(Release{}, gone, put); !ok || was != p.Before.Digest() || is != p.After.Digest() || followed.Graph().text() != want.text() {
				t.Fatalf("following says otherwise than patching (%v)", ok)
			}
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
			if d := cmp.Diff(want.text(), p.Next.Repacked().Graph().text()); d != "" {
				t.Fatal(d)
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

// Reports whose passages' ids stand among each other's are patched rightly or not at all, however often.
func TestPatchingReportsThatStandMixed(t *testing.T) {
	told := func(name string, tails ...string) Bundle {
		b := edition(name, 2018+len(name))
		for n, tail := range tails {
			id := "passage:" + name + ":" + tail
			b.Passages = append(b.Passages, Passage{ID: id, Section: []string{}, Start: n + 1, End: n + 2, Gist: Names{"en": tail}})
			b.Entities = append(b.Entities, Entity{ID: "institution:" + name[:1] + tail, Kind: Institution, Name: Names{"en": tail}, Evidence: []string{id}})
		}
		return b.Canonical()
	}
	all := []Bundle{told("a", "aa", "c", "e"), told("a:b", "x"), told("a:d", "y", "z"), told("c", "k")}
	yes, no := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		loaded := map[string]Bundle{}
		s := NewSnapshot(&Graph{}, Release{})
		for range 4 {
			gone, put := map[string]bool{}, []Bundle(nil)
			next := maps.Clone(loaded)
			for _, b := range all {
				id := b.Report.ID
				switch _, there := loaded[id]; {
				case rapid.Bool().Draw(t, "stays"):
				case there:
					gone[id] = true
					delete(next, id)
				default:
					put = append(put, b)
					next[id] = b
				}
			}
			want := mustMerge(t, slices.Collect(maps.Values(next)), nil)
			p, ok := s.Patch(Release{}, gone, put)
			if s = p.Next; ok {
				yes++
				if d := cmp.Diff(want.text(), s.Graph().text()); d != "" {
					t.Fatal(d)
				}
			} else {
				no++
				s = NewSnapshot(want, Release{})
			}
			loaded = next
		}
	})
	if yes == 0 || no == 0 {
		t.Errorf("patched %d times, refused %d times", yes, no)
	}
}

// A graph of which one report is loaded again and again does not grow.
func TestPatchingDoesNotGrow(t *testing.T) {
	var others []Bundle
	for n := range 10 {
		others = append(others, edition(fmt.Sprint("o", n), 2000+n))
	}
	s := NewSnapshot(mustMerge(t, others, nil), Release{})
	refused := 0
	for n := range 2000 {
		b := edition("again", 2018, i)
		b.Passages[0].Section = []string{fmt.Sprint("heading ", n, strings.Repeat("x", 100))}
		p, ok := s.Patch(Release{}, map[string]bool{"report:again": n > 0}, []Bundle{b})
		if !ok {
			refused++
			p.Next = NewSnapshot(mustMerge(t, append(slices.Clone(others), b), nil), Release{})
		}
		s = p.Next
		if len(s.words.all) > 1<<17 || len(s.slots) > 200 {
			t.Fatalf("after %d loads there are %d bytes of words and %d slots", n, len(s.words.all), len(s.slots))
		}
	}
	if refused == 0 || refused > 100 {
		t.Errorf("built anew %d times", refused)
	}
}

// What was taken out leaves no word behind once the snapshot is packed again.
func TestRepackedHoldsNoWordOfWhatIsGone(t *testing.T) {
	b := edition("a", 2018, i)
	b.Entities[1].Properties = Properties{"country": "CA", "type": "agency", "acronym": "SECRETWORD"}
	b.Passages[0].Section = []string{"SECRETHEADING"}
	s := NewSnapshot(mustMerge(t, []Bundle{b, edition("b", 2019, i)}, nil), Release{})
	if s.Repacked() != s {
		t.Error("what nothing was taken out of is packed again")
	}
	p, ok := s.Patch(Release{}, map[string]bool{"report:a": true}, nil)
	if !ok {
		t.Fatal("it cannot be patched")
	}
	for _, word := range []string{"SECRETWORD", "SECRETHEADING"} {
		if strings.Contains(string(encoded(t, p.Next.Repacked())), word) {
			t.Errorf("%s is still there", word)
		}
	}
}
