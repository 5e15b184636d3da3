package graph

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Québec": "quebec", "QUÉBEC": "quebec", "Que\u0301bec": "quebec", "Straße": "strasse", "STRASSE": "strasse", "Œuvre": "oeuvre",
		"Ærø": "aero", "Łódź": "lodz", "ﬁrst™": "firsttm", "ℕ": "n", "İzmir": "izmir", "México-Canadá": "mexico-canada", "": "", "日本": "日本"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	if got := fmt.Sprint(Tokens("l’Énergie, 2018-2019 (R&D)")); got != "[l energie 2018 2019 r d]" {
		t.Errorf("tokens %s", got)
	}
}

func TestSearch(t *testing.T) {
	b := sample()
	b.Entities[0].Name = Names{"en": "Energy", "fr": "Énergie", "es": "Energía"}
	b.Entities[13].Name = Names{"fr": "Québec"}
	b.Passages[0].Gist = Names{"en": "The ministry trained people in Quebec."}
	s := NewSnapshot(mustMerge(t, []Bundle{b}, nil), Release{})
	for q, want := range map[string]string{
		"energy":            "4 group:p:energy",
		"ENERGIA":           "4 group:p:energy",
		"ener":              "3 group:p:energy, 1 institution:ministry",
		"québec":            "4 place:ottawa, 1 passage:p-2018:4-1",
		"Quebec":            "4 place:ottawa, 1 passage:p-2018:4-1",
		"que":               "3 place:ottawa, 1 passage:p-2018:4-1",
		"ministry":          "3 institution:ministry, 1 passage:p-2018:4-1",
		"energie ministry":  "2 institution:ministry",
		"EWG":               "4 group:p:energy",
		"theme:skills":      "4 theme:skills",
		"people trained":    "1 passage:p-2018:4-1",
		"uebec":             "",
		"energy zzz":        "",
		" ,;- ":             "",
		"":                  "",
		"mining agencies":   "4 institution:agencies",
		"agencies mining":   "2 institution:agencies",
		"ministry of en":    "3 institution:ministry",
		"me":                "4 institution:ministry, 3 session:p:2018:meeting",
		"government":        "4 institution:crown",
		"institution:crown": "4 institution:crown",
	} {
		var got []string
		for _, h := range s.Search(q, 0) {
			id := ""
			if h.Passage != nil {
				id = h.Passage.ID
			} else {
				id = s.ID(h.Entity)
			}
			got = append(got, fmt.Sprintf("%d %s", h.Score, id))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q finds %q, want %q", q, strings.Join(got, ", "), want)
		}
	}
	if all, two := s.Search("p", 0), s.Search("p", 2); len(all) < 5 || len(two) != 2 || two[0] != all[0] || two[1] != all[1] {
		t.Errorf("%d hits, of which the first two are %v", len(all), two)
	}
}

func TestSearchFindsWhatOnlyAnEarlierEditionCallsAThing(t *testing.T) {
	s := NewSnapshot(mustMerge(t, editionsOfEnergy(), nil), Release{})
	if hits := s.Search("Energy", 0); len(hits) != 1 || hits[0].Score != 4 {
		t.Errorf("got %v", hits)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Québec", "ﬁ™ℕ", "İ", "\xff\xfe", "ẞ", "ǣ", "Ω", "ϓ", "x\u0301\u0302"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Fold(s)
		if utf8.ValidString(s) && Fold(once) != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, Fold(once))
		}
		for _, w := range Tokens(s) {
			if w == "" || strings.ContainsAny(w, " \t\n,;:") {
				t.Errorf("%q has the token %q", s, w)
			}
		}
	})
}

func FuzzSearch(f *testing.F) {
	s := NewSnapshot(mustMerge(f, []Bundle{sample()}, nil), Release{})
	for _, q := range []string{"energy", "énergie p", "theme:skills", " ", "\x00", "ministry of"} {
		f.Add(q, 3)
	}
	f.Fuzz(func(t *testing.T, q string, limit int) {
		hits := s.Search(q, limit)
		if limit > 0 && len(hits) > limit {
			t.Fatalf("%d hits of %d", len(hits), limit)
		}
		for i, h := range hits {
			if (h.Passage == nil) == (h.Entity < 0) || h.Score < 1 || h.Score > 4 {
				t.Fatalf("hit %+v", h)
			}
			if i > 0 && hits[i-1].Passage == nil == (h.Passage == nil) && hits[i-1].Score < h.Score {
				t.Fatal("hits are out of order")
			}
		}
	})
}
