package filestore

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// randomBundle is a bundle of one of few reports that states some of few entities and links, so that bundles share many. It is
// canonical; it need not be valid, since merging is what is tested.
func randomBundle(t *rapid.T, report int) graph.Bundle {
	year := 2000 + report/2
	id := fmt.Sprintf("r%d", report)
	b := graph.Bundle{Report: graph.Report{ID: "report:" + id, Work: id, Partnership: "partnership:p", Title: graph.Names{"en": id}, Year: year, Language: "en"}}
	n := rapid.IntRange(0, 4)
	for i := range n.Draw(t, "passages") {
		b.Passages = append(b.Passages, graph.Passage{ID: fmt.Sprintf("passage:%s:%d", id, i), Start: i, End: i + 1, Gist: graph.Names{"en": fmt.Sprint(n.Draw(t, "gist"))}})
	}
	for i := range 4 {
		if rapid.Bool().Draw(t, "entity") {
			e := graph.Entity{ID: fmt.Sprintf("theme:%d", i), Kind: graph.Theme, Name: graph.Names{rapid.SampledFrom([]string{"en", "fr"}).Draw(t, "language"): fmt.Sprint(n.Draw(t, "name"))},
				Properties: graph.Properties{rapid.SampledFrom([]string{"x", "y"}).Draw(t, "property"): fmt.Sprint(n.Draw(t, "value"))}, Evidence: []string{"passage:" + id + ":0"}}
			if rapid.IntRange(0, 30).Draw(t, "kind") == 0 {
				e.Kind = graph.Place
			}
			b.Entities = append(b.Entities, e)
		}
		if rapid.Bool().Draw(t, "link") {
			b.Links = append(b.Links, graph.Link{From: fmt.Sprintf("theme:%d", i), Type: rapid.SampledFrom([]graph.LinkType{graph.Broader, graph.RefersTo}).Draw(t, "type"), To: "theme:9",
				Basis: graph.Stated, Confidence: float64(1+n.Draw(t, "confidence")) / 5, Evidence: []string{"passage:" + id + ":0"}})
		}
	}
	if rapid.Bool().Draw(t, "note") {
		b.Notes = append(b.Notes, graph.Note{ID: "note:" + id + ":n", Kind: "gap", Gist: graph.Names{"en": fmt.Sprint(n.Draw(t, "note gist"))}})
	}
	return b.Canonical()
}

// TestSplice: putting and withdrawing by splicing gives what merging everything anew gives, and the same delta.
func TestSplice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		state := map[string]graph.Bundle{}
		old := &graph.Graph{}
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			next := maps.Clone(state)
			gone := map[string]bool{}
			var put []graph.Bundle
			for report := range 5 {
				id := fmt.Sprintf("report:r%d", report)
				_, there := state[id]
				switch rapid.IntRange(0, 3).Draw(t, "what") {
				case 0:
					put = append(put, randomBundle(t, report))
					next[id], gone[id] = put[len(put)-1], there
				case 1:
					delete(next, id)
					gone[id] = there
				}
			}
			want, err := graph.Merge(slices.Collect(maps.Values(next)), nil)
			got, ok, spliceErr := splice(old, gone, put)
			if err != nil {
				if ok && spliceErr == nil {
					t.Fatalf("merging refuses what splicing takes: %v", err)
				}
				continue
			}
			if spliceErr != nil || !ok {
				t.Fatalf("splicing: ok %v, %v; merging takes it", ok, spliceErr)
			}
			if diff := cmp.Diff(want, got.next); diff != "" {
				t.Fatalf("spliced otherwise than merged:\n%s", diff)
			}
			part, whole := graph.Diff(got.before, got.after), graph.Diff(old, want)
			digest := old.Digest().Replace(got.before.Digest(), part.Digest)
			part.Digest = digest
			if diff := cmp.Diff(whole, part); diff != "" {
				t.Fatalf("another delta than that of the whole graphs:\n%s", diff)
			}
			state, old = next, got.next
		}
	})
}
