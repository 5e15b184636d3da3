package graph

import (
	"cmp"
	"fmt"
	"slices"

	"pgregory.net/rapid"
)

// universe are the ids that generated bundles draw from: few, so that reports overlap and contradict each other.
var universe = []string{"group:p:a", "group:p:b", "group:p:c", "institution:i", "institution:j", "institution:k", "institution:l", "person:x",
	"project:p:one", "project:p:two", "session:p:2018:s", "session:p:2018:t", "commitment:p:2018:c", "theme:t", "theme:u", "figure:p:2018:f", "place:o"}

var words = rapid.SampledFrom([]string{"Énergie", "energy", "Québec", "Mining", "Straße", "Œuvre", "ministry of energy", "EWG", "São Paulo"})

// drawBundles draws 1 to 4 valid bundles: language versions of one year among them.
func drawBundles(t *rapid.T) []Bundle {
	editions := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"2017", "2018", "2018-fr", "2019", "2021"}), 1, 4, rapid.ID[string]).Draw(t, "editions")
	var bundles []Bundle
	for _, edition := range editions {
		b := drawBundle(t, edition)
		if ps := Validate(b); len(ps) > 0 {
			t.Fatalf("the generator made an invalid bundle: %v", ps)
		}
		bundles = append(bundles, b)
	}
	return bundles
}

// drawBundle draws a valid bundle, in canonical order.
func drawBundle(t *rapid.T, edition string) Bundle {
	year := 0
	fmt.Sscanf(edition, "%d", &year)
	b := Bundle{Report: Report{ID: "report:p-" + edition, Work: fmt.Sprintf("p-%d", year), Partnership: "partnership:p", Title: Names{"en": "Report " + edition},
		Year: year, Language: "en", SHA256: sha(edition), TextSHA256: sha(edition)}}
	for i := range rapid.IntRange(1, 4).Draw(t, "passages") {
		b.Passages = append(b.Passages, Passage{ID: fmt.Sprintf("passage:p-%s:%d", edition, i), Section: []string{"One"}, Paragraph: i, Start: 10 * i, End: 10*i + 5,
			Line: i + 1, Gist: Names{"en": words.Draw(t, "gist")}})
	}
	ids := rapid.SliceOfNDistinct(rapid.SampledFrom(universe), 0, len(universe), rapid.ID[string]).Draw(t, "ids")
	for _, id := range append([]string{"partnership:p"}, ids...) {
		e := drawEntity(t, &b, id)
		if parent := rapid.SampledFrom(append(ids, id)).Draw(t, "parent"); e.Kind == Institution && parent != id && KindOf(parent) == Institution {
			e.Properties["parent_of_record"] = parent
		}
		b.Entities = append(b.Entities, e)
	}
	drawLinks(t, &b, append(ids, "partnership:p", b.Report.ID))
	if rapid.Bool().Draw(t, "note") {
		b.Notes = append(b.Notes, Note{ID: "note:p-" + edition + ":n", Kind: "gap", About: ids[:min(2, len(ids))], Gist: Names{"en": words.Draw(t, "note")}, Evidence: drawEvidence(t, &b)})
	}
	return b.Canonical()
}

func drawEntity(t *rapid.T, b *Bundle, id string) Entity {
	e := Entity{ID: id, Kind: KindOf(id), Name: Names{}, Properties: Properties{}, Evidence: drawEvidence(t, b)}
	for _, lang := range append([]string{"en"}, rapid.SliceOfDistinct(rapid.SampledFrom([]string{"fr", "es"}), rapid.ID[string]).Draw(t, "languages")...) {
		e.Name[lang] = words.Draw(t, "name")
		if rapid.Bool().Draw(t, "ours") {
			e.NameSource = map[string]string{lang: "ours"}
		}
	}
	e.Aliases = rapid.SliceOfN(words, 0, 3).Draw(t, "aliases")
	for _, p := range EntityProperties[e.Kind] {
		if rapid.Bool().Draw(t, p.Name) {
			if v := drawValue(t, p); v != nil && p.Name != "named" {
				e.Properties[p.Name] = v
			}
		}
	}
	return e
}

// drawValue draws a value for p; nil for what depends on other things.
func drawValue(t *rapid.T, p Property) any {
	switch p.Type {
	case EnumType:
		return rapid.SampledFrom(p.Values).Draw(t, p.Name)
	case DateType:
		if p.Name == "end" || p.Name == "valid_to" || p.Name == "until" {
			return rapid.SampledFrom([]string{"2018", "2018-12", "2019-02-28"}).Draw(t, p.Name)
		}
		return rapid.SampledFrom([]string{"2016", "2017-03", "2017-10-29"}).Draw(t, p.Name)
	case BoolType:
		return rapid.Bool().Draw(t, p.Name)
	case AmountType:
		return Amount{Value: float64(rapid.IntRange(0, 9).Draw(t, "amount")), Currency: "CAD"}
	case CountryType:
		return rapid.SampledFrom([]string{"CA", "MX", "INT"}).Draw(t, p.Name)
	case CountriesType:
		return rapid.SliceOfDistinct(rapid.SampledFrom([]string{"GT", "HN", "US"}), rapid.ID[string]).Draw(t, p.Name)
	case TermsType:
		return Terms{"en": rapid.SliceOfN(words, 0, 2).Draw(t, "terms")}
	case TextType:
		if slices.Contains([]string{"currency", "iso3166_2", "wikidata"}, p.Name) {
			return nil
		}
		return rapid.SampledFrom([]string{"one", "two"}).Draw(t, p.Name)
	}
	return nil
}

func drawEvidence(t *rapid.T, b *Bundle) []string {
	var ids []string
	for _, p := range b.Passages {
		ids = append(ids, p.ID)
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(ids), 1, len(ids), rapid.ID[string]).Draw(t, "evidence")
}

// drawLinks draws links between declared things, each of an allowed type; they go up the universe, so that there is no cycle.
func drawLinks(t *rapid.T, b *Bundle, ids []string) {
	seen := map[string]bool{}
	for range rapid.IntRange(0, 12).Draw(t, "links") {
		from, to := rapid.SampledFrom(ids).Draw(t, "from"), rapid.SampledFrom(ids).Draw(t, "to")
		var can []LinkTypeSpec
		for _, s := range LinkTypeSpecs {
			if from != to && s.Allows(KindOf(from), KindOf(to)) && s.Type != Broader && (KindOf(from) != KindOf(to) || from < to) {
				can = append(can, s)
			}
		}
		if len(can) == 0 {
			continue
		}
		spec := can[rapid.IntRange(0, len(can)-1).Draw(t, "type")]
		l := Link{From: from, Type: spec.Type, To: to, Basis: Stated, Confidence: rapid.SampledFrom([]float64{1, 0.5}).Draw(t, "confidence"), Properties: Properties{},
			Evidence: drawEvidence(t, b)}
		for _, p := range append(slices.Clone(spec.Properties), LinkDates...) {
			if v := drawValue(t, p); v != nil && rapid.Bool().Draw(t, p.Name) {
				l.Properties[p.Name] = v
			}
		}
		if l.Type == RefersTo && KindOf(to) == WorkingGroup {
			l.Properties["about"] = []string{to}
		}
		if key := l.Key(b.Report.Year); !seen[key] {
			seen[key] = true
			b.Links = append(b.Links, l)
		}
	}
}

// drawJudgements draws judgements on institutions and themes; one of the ids may be stated nowhere.
func drawJudgements(t *rapid.T) []Judgement {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Judgement {
		ids := rapid.SampledFrom([][]string{{"institution:i", "institution:j", "institution:k", "institution:l", "institution:nowhere"}, {"theme:t", "theme:u"}}).Draw(t, "kind")
		a, b := rapid.SampledFrom(ids).Draw(t, "a"), rapid.SampledFrom(ids).Draw(t, "b")
		return Judgement{A: a, B: b, Verdict: rapid.SampledFrom([]Verdict{Same, Same, Same, Different, Unsure}).Draw(t, "verdict"),
			At: rapid.SampledFrom([]string{"", "2020-01-01", "2020-01-01T12:00:00Z", "2020-01-01T13:00:00+02:00"}).Draw(t, "at")}
	}), 0, 5).Draw(t, "judgements")
}

// drawDecided draws judgements of which no two give different verdicts on one pair at one moment, so that any order of loading is accepted.
func drawDecided(t *rapid.T) []Judgement {
	type moment struct {
		pair [2]string
		when string
	}
	verdicts := map[moment]Verdict{}
	return slices.DeleteFunc(drawJudgements(t), func(j Judgement) bool {
		at := moment{j.pair(), j.when()}
		v, seen := verdicts[at]
		verdicts[at] = cmp.Or(v, j.Verdict)
		return seen && v != j.Verdict
	})
}
