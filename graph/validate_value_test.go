package graph

import (
	"math"
	"strings"
	"testing"
)

// What only a program can put into a bundle, because decoding would have refused it.
func TestValidateChecksTypesOfValues(t *testing.T) {
	b := sample()
	for name, value := range map[string]any{"acronym": 3.0, "status": true, "valid_from": []string{"2010"}, "valid_to": nil, "closing_side": 7} {
		b.Entities[0].Properties[name] = value
	}
	b.Entities[7].Properties = Properties{"amount": "1 CAD", "countries": "CA", "type": Terms{}, "status": Amount{}}
	b.Entities[12].Properties["value"] = math.NaN()
	b.Links[0].Properties["chapter"] = "yes"
	b.Links[9].Properties["amount"] = Amount{Value: math.Inf(1)}
	b.Links[2].Confidence = math.NaN()
	b.Entities[6].Name = Names{"en": "\xff"}
	var got []string
	for _, p := range Validate(b) {
		got = append(got, strings.TrimPrefix(p.Path, "$.")+" "+p.Rule)
	}
	want := `entities[0].properties.acronym property-type
entities[0].properties.closing_side property-type
entities[0].properties.status property-type
entities[0].properties.valid_from property-type
entities[0].properties.valid_to property-type
entities[6].name.en control-character
entities[7].properties.amount property-type
entities[7].properties.countries property-type
entities[7].properties.status property-type
entities[7].properties.type property-type
entities[12].properties.value number-range
links[0].properties.chapter property-type
links[2].confidence confidence
links[9].properties.amount.value amount`
	if strings.Join(got, "\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}

func TestValidateOfNothingNamesWhatIsMissing(t *testing.T) {
	var got []string
	for _, p := range Validate(Bundle{}) {
		got = append(got, p.Path+" "+p.Rule)
	}
	want := "$.format format, $.report.id id-form, $.report.work work, $.report.partnership reference, $.report.title name-empty, $.report.year year, " +
		"$.report.language language, $.report.sha256 hash, $.report.text_sha256 hash"
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
}
