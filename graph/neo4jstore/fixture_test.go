package neo4jstore_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// text is the source text of every drawn bundle: spans of 10 bytes, one a passage.
var text = strings.Repeat("Neun Écho ", 50)

func textHash() string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// pool is how many entities of each kind drawn bundles share.
const pool = 3

// drawn makes a valid bundle of report number n: of every kind some of a common pool, every property of the vocabulary
// possible, some of the links that the vocabulary allows.
func drawn(t *rapid.T, n int) graph.Bundle {
	id := fmt.Sprintf("report:cmp-%d", 2018+n)
	b := graph.Bundle{Format: graph.BundleFormat, Report: graph.Report{
		ID: id, Work: fmt.Sprintf("work-%d", n), Partnership: "partnership:e0", Title: graph.Names{"en": id}, Year: 2018 + n/2, Language: "en",
		SHA256: textHash(), TextSHA256: textHash(), TextBytes: len(text),
	}}
	for i := range 5 {
		b.Passages = append(b.Passages, graph.Passage{ID: fmt.Sprintf("passage:cmp-%d:p%d", 2018+n, i), Section: []string{"A", words(t)}, Paragraph: i + 1,
			Start: 11 * i, End: 11*i + 10, Line: rapid.IntRange(0, 9).Draw(t, "line"), Gist: names(t)})
	}
	var ids []string
	for _, k := range graph.Kinds {
		for i := range pool {
			eid := fmt.Sprintf("%s:e%d", k.Prefix(), i)
			if eid != "partnership:e0" && !rapid.Bool().Draw(t, "present") {
				continue
			}
			ids = append(ids, eid)
			b.Entities = append(b.Entities, graph.Entity{ID: eid, Kind: k, Name: names(t), Aliases: rapid.SliceOfN(rapid.Custom(wordsGen), 0, 2).Draw(t, "aliases"),
				Properties: own(t, graph.EntityProperties[k]), Evidence: evidence(t, b)})
		}
	}
	for _, spec := range graph.LinkTypeSpecs {
		if spec.Type == graph.Broader {
			continue // beside ADDRESSES it follows rules of its own
		}
		for range 3 {
			ends := rapid.SampledFrom(spec.Ends).Draw(t, "ends")
			from := fmt.Sprintf("%s:e%d", ends.From.Prefix(), rapid.IntRange(0, pool-1).Draw(t, "from"))
			to := fmt.Sprintf("%s:e%d", ends.To.Prefix(), rapid.IntRange(0, pool-1).Draw(t, "to"))
			if slices.Contains(ids, from) && slices.Contains(ids, to) && (from < to || ends.From != ends.To) {
				b.Links = append(b.Links, graph.Link{From: from, Type: spec.Type, To: to, Basis: graph.Stated, Properties: own(t, spec.Properties),
					Confidence: rapid.SampledFrom([]float64{1, 0.5, 1. / 3}).Draw(t, "confidence"), Evidence: evidence(t, b)})
			}
		}
	}
	b.Notes = []graph.Note{{ID: fmt.Sprintf("note:cmp-%d:n", 2018+n), Kind: "gap", About: []string{"partnership:e0"}, Gist: names(t), Evidence: evidence(t, b)}}
	b = distinct(b).Canonical()
	if err := graph.Validate(b).Err(); err != nil {
		t.Fatalf("the drawn bundle is not valid: %v", err)
	}
	return b
}

// distinct drops links that repeat a key.
func distinct(b graph.Bundle) graph.Bundle {
	seen := map[string]bool{}
	links := []graph.Link{}
	for _, l := range b.Links {
		if k := l.Key(b.Report.Year); !seen[k] {
			seen[k] = true
			links = append(links, l)
		}
	}
	b.Links = links
	return b
}

func evidence(t *rapid.T, b graph.Bundle) []string {
	ids := []string{b.Passages[0].ID}
	for _, p := range b.Passages[1:] {
		if rapid.Bool().Draw(t, "evidence") {
			ids = append(ids, p.ID)
		}
	}
	return ids
}

func wordsGen(t *rapid.T) string {
	return rapid.SampledFrom([]string{"Energy", "Énergie <b>", `Ener"gía\`, "能源 $x", "a'b", "0"}).Draw(t, "words")
}

func words(t *rapid.T) string { return wordsGen(t) }

func names(t *rapid.T) graph.Names {
	n := graph.Names{"en": words(t)}
	if rapid.Bool().Draw(t, "french") {
		n["fr"] = words(t)
	}
	return n
}

// own draws some of the declared properties.
func own(t *rapid.T, declared []graph.Property) graph.Properties {
	p := graph.Properties{}
	for _, d := range declared {
		if v := value(t, d); v != nil && rapid.Bool().Draw(t, d.Name) {
			p[d.Name] = v
		}
	}
	if len(p) == 0 {
		return nil
	}
	return p
}

func value(t *rapid.T, d graph.Property) any {
	switch d.Type {
	case graph.EnumType:
		return rapid.SampledFrom(d.Values).Draw(t, "enum")
	case graph.DateType:
		return "2019-03"
	case graph.BoolType:
		return d.Name != "named" || rapid.Bool().Draw(t, "bool") // what is not named has no acronym
	case graph.NumberType:
		if d.Name == "value_to" {
			return 2e15
		}
		return rapid.SampledFrom([]float64{1, 3, 1e15}).Draw(t, "number")
	case graph.AmountType:
		return graph.Amount{Value: rapid.SampledFrom([]float64{0, 0.1, 1e9}).Draw(t, "amount"), Currency: rapid.SampledFrom([]string{"", "CAD"}).Draw(t, "currency")}
	case graph.CountriesType:
		return rapid.SampledFrom([][]string{{}, {"CA"}, {"MX", "CA", "INT"}}).Draw(t, "countries")
	case graph.CountryType:
		return "CA"
	case graph.TermsType:
		return rapid.SampledFrom([]graph.Terms{{}, {"en": {"a", "b"}}, {"en": {}, "es": {"c"}}}).Draw(t, "terms")
	case graph.IDsType, graph.IDType:
		return nil
	}
	return map[string]any{"role": "topic", "currency": "CAD", "iso3166_2": "CA-ON", "as_written": "3 « tres »", "title": "Director"}[d.Name]
}
