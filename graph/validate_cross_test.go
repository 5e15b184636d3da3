package graph

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawThemes draws a bundle of n themes with BROADER and ADDRESSES links among them, cycles and all.
func drawThemes(t *rapid.T) Bundle {
	n := rapid.IntRange(2, 7).Draw(t, "themes")
	b := edition("a", 2018, "group:p:g")
	b.Passages = append(b.Passages, Passage{ID: "passage:a:2", Section: []string{}, Start: 1, End: 2, Gist: Names{"en": "Two."}})
	theme := func(i int) string { return fmt.Sprintf("theme:t%d", i) }
	link := func(from string, lt LinkType, to string, evidence ...string) {
		b.Links = append(b.Links, Link{From: from, Type: lt, To: to, Basis: Stated, Confidence: 1, Evidence: evidence})
	}
	for i := range n {
		b.Entities = append(b.Entities, Entity{ID: theme(i), Kind: Theme, Name: Names{"en": theme(i)}, Evidence: []string{"passage:a:1"}})
		for k := range n {
			if i != k && rapid.IntRange(0, 4).Draw(t, "broader") == 0 {
				link(theme(i), Broader, theme(k), "passage:a:1")
			}
		}
		if p := rapid.SampledFrom([]string{"", "passage:a:1", "passage:a:2"}).Draw(t, "addressed"); p != "" {
			link("group:p:g", Addresses, theme(i), p)
		}
	}
	return b
}

// reach follows BROADER links from a theme, the slow and plain way.
func reach(b Bundle, from string) map[string]bool {
	found := map[string]bool{}
	for grew := true; grew; {
		grew = false
		for _, l := range b.Links {
			if l.Type == Broader && (l.From == from || found[l.From]) && !found[l.To] {
				found[l.To], grew = true, true
			}
		}
	}
	return found
}

func TestCyclesAndBroaderThemesAreFoundAsThePlainWayFindsThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := drawThemes(t)
		var want []string
		for i, l := range b.Links {
			if l.Type == Broader && reach(b, l.To)[l.From] {
				want = append(want, fmt.Sprintf("$.links[%d] cycle", i))
			}
			for _, narrow := range b.Links {
				if l.Type == Addresses && narrow.Type == Addresses && l.To != narrow.To && l.Evidence[0] == narrow.Evidence[0] && reach(b, narrow.To)[l.To] {
					want = append(want, fmt.Sprintf("$.links[%d].to theme-and-broader", i))
				}
			}
		}
		var got []string
		for _, p := range Validate(b) {
			got = append(got, p.Path+" "+p.Rule)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func TestALongChainIsNoCycle(t *testing.T) {
	b := edition("a", 2018)
	for n := range 20000 {
		id := fmt.Sprintf("session:p:s%d", n)
		b.Entities = append(b.Entities, Entity{ID: id, Kind: Session, Name: Names{"en": id}, Evidence: []string{"passage:a:1"}})
		if n > 0 {
			b.Links = append(b.Links, Link{From: id, Type: Follows, To: fmt.Sprintf("session:p:s%d", n-1), Basis: Stated, Confidence: 1, Evidence: []string{"passage:a:1"}})
		}
	}
	if ps := Validate(b); len(ps) > 0 {
		t.Fatal(ps[0])
	}
}
