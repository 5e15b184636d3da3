package graph

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// The rows that are hashed without encoding/json are hashed as it writes them, on merged graphs that were drawn.
func TestRowsAreHashedAsTheirJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, g := drawState(t)
		var h rowHasher
		for i := range g.Passages {
			p := g.Passages[i]
			p.Page, p.Chapter = rapid.IntRange(0, 2).Draw(t, "page"), rapid.SampledFrom([]string{"", "group:p:a"}).Draw(t, "chapter")
			got := h.passage(&p)
			if p.Quote = ""; got != hashRow(PassageRow, p) {
				t.Errorf("passage %+v: %s", p, h.b)
			}
		}
		for i := range g.Entities {
			if e := &g.Entities[i]; h.entity(e) != hashRow(EntityRow, e) {
				t.Errorf("entity %+v: %s", e, h.b)
			}
		}
		for i := range g.Links {
			if l := &g.Links[i]; h.link(l) != hashRow(LinkRow, l) {
				t.Errorf("link %+v: %s", l, h.b)
			}
		}
	})
}

// A quote does not change a row's hash.
func TestRowHashLeavesTheQuoteOut(t *testing.T) {
	var h rowHasher
	p := Passage{ID: "passage:p-2018:1", Gist: Names{"en": "Gist"}}
	plain := h.passage(&p)
	if p.Quote = "words"; h.passage(&p) != plain {
		t.Error("a quote changed the hash")
	}
}

// What a merged graph does not hold, yet a row could: nil lists and maps, every sort of value, rare numbers.
func TestRowsOfRareShapes(t *testing.T) {
	var h rowHasher
	for _, v := range []any{"", "a", true, false, 0.0, math.Copysign(0, -1), 1.5, 1e-7, -1e-9, 1e20, 1e21, 1e-300, math.MaxFloat64, []string(nil), []string{}, []string{"<a&b>", "\u2028"},
		Amount{Value: 1, Currency: "CAD"}, Terms(nil), Terms{"fr": {"é"}, "en": nil}} {
		e := &MergedEntity{Entity: Entity{Properties: Properties{"b": v, "a": v, "é": v}}}
		if h.entity(e) != hashRow(EntityRow, e) {
			t.Errorf("%#v: %s", v, h.b)
		}
	}
	for _, e := range []*MergedEntity{{}, {Entity: Entity{Name: Names{}, NameSource: map[string]string{"es": "ours", "en": "ours"}, Aliases: []string{}}, Statements: []EntityStatement{{}, {Report: "r"}}}} {
		if h.entity(e) != hashRow(EntityRow, e) {
			t.Errorf("%+v: %s", e, h.b)
		}
	}
	for _, l := range []*MergedLink{{}, {Years: []int{}, Statements: []LinkStatement{}}, {Link: Link{Rule: "r", Confidence: 0.1 + 0.2, Evidence: []string{}}, Years: []int{-1, 2018}}} {
		if h.link(l) != hashRow(LinkRow, l) {
			t.Errorf("%+v: %s", l, h.b)
		}
	}
}

// FuzzJSONAppend holds texts and numbers to the bytes of encoding/json.
func FuzzJSONAppend(f *testing.F) {
	f.Add("Énergie \"x\" \\ \b\f\n\r\t\x00\x1f\x7f \u2028\u2029 \xff\xe2\x80 😀", 1e-7)
	f.Add("<&>", 123456789.125)
	f.Fuzz(func(t *testing.T, s string, n float64) {
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return
		}
		for _, v := range []any{s, n, []string{s, s}} {
			var want bytes.Buffer
			enc := json.NewEncoder(&want)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(v); err != nil {
				t.Fatal(err)
			}
			if got := append(appendValue(nil, v), '\n'); !bytes.Equal(got, want.Bytes()) {
				t.Errorf("%q, encoding/json writes %q", got, want.Bytes())
			}
		}
	})
}
