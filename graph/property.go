package graph

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
)

// PropertyType is what a property's value may be.
type PropertyType int

// The types and the Go value that Properties hold for each.
const (
	TextType      PropertyType = iota // string
	EnumType                          // string, one of Property.Values
	DateType                          // string, a Date
	BoolType                          // bool
	NumberType                        // float64
	AmountType                        // Amount
	CountriesType                     // []string, ISO 3166-1 alpha-2 or INT, in order of the text
	CountryType                       // string, ISO 3166-1 alpha-2 or INT
	IDType                            // string, an entity id of Property.Kind
	IDsType                           // []string, entity ids of Property.Kind
	TermsType                         // Terms
)

// Property declares one property of an entity kind or a link type.
type Property struct {
	Name   string
	Type   PropertyType
	Values []string // for EnumType
	Kind   Kind     // for IDType and IDsType; empty: any kind
}

// Amount is a sum of money; Currency is ISO 4217, Period free text such as 2017-2021 (or empty).
type Amount struct {
	Value    float64 `json:"value"`
	Currency string  `json:"currency,omitempty"`
	Period   string  `json:"period,omitempty"`
}

// Terms are matching terms by language.
type Terms map[string][]string

// Properties are an entity's or a link's own properties by name. After validation
// a value has the Go type that its PropertyType names; an absent one is unknown.
type Properties map[string]any

// Text is the string property name, empty where it is absent.
func (p Properties) Text(name string) string { s, _ := p[name].(string); return s }

// Bool is the truth of property name and whether it is stated at all.
func (p Properties) Bool(name string) (value, stated bool) { b, ok := p[name].(bool); return b, ok }

// Number is the number property name and whether it is stated at all.
func (p Properties) Number(name string) (value float64, stated bool) {
	f, ok := p[name].(float64)
	return f, ok
}

// Date is the date property name, empty where unknown.
func (p Properties) Date(name string) Date { return Date(p.Text(name)) }

// List is the list property name, nil where it is absent. The caller must not change it.
func (p Properties) List(name string) []string { l, _ := p[name].([]string); return l }

// Amount is the property amount and whether it is stated.
func (p Properties) Amount() (Amount, bool) { a, ok := p["amount"].(Amount); return a, ok }

// Names lists the property names, sorted.
func (p Properties) Names() []string {
	names := make([]string, 0, len(p))
	for n := range p {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// FormatValue writes a property value as people read it: numbers without trailing zeros, lists joined by "; ",
// terms as "en: a; b | fr: c".
func FormatValue(v any) string {
	switch v := v.(type) {
	case []string:
		return strings.Join(v, "; ")
	case Terms:
		var languages []string
		for _, lang := range slices.Sorted(maps.Keys(v)) {
			languages = append(languages, lang+": "+strings.Join(v[lang], "; "))
		}
		return strings.Join(languages, " | ")
	case float64:
		return formatNumber(v)
	case Amount:
		s := formatNumber(v.Value)
		if v.Currency != "" {
			s += " " + v.Currency
		}
		if v.Period != "" {
			s += " (" + v.Period + ")"
		}
		return s
	case nil:
		return ""
	}
	return fmt.Sprint(v)
}
