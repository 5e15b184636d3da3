package graph

import (
	"fmt"
	"maps"
	"slices"
)

// properties checks the properties of one thing against their declarations.
func (v *validator) properties(path string, ps Properties, whose string, declared func(string) (Property, bool)) {
	path += ".properties"
	for _, name := range ps.Names() {
		at := fieldPath(path, name)
		p, ok := declared(name)
		if !ok {
			v.bad(at, "property-unknown", "%s has no such property", whose)
			continue
		}
		v.property(at, p, ps[name])
	}
	v.ordered(path, ps, "start", "end")
	v.ordered(path, ps, "valid_from", "valid_to")
	v.ordered(path, ps, "since", "until")
	from, ok := ps.Number("value")
	if to, also := ps.Number("value_to"); ok && also && to < from {
		v.bad(path+".value_to", "number-range", "%s is less than value, %s", formatNumber(to), formatNumber(from))
	}
}

// ordered checks that one date does not stand wholly after the other; partial dates get the benefit of the doubt.
func (v *validator) ordered(path string, ps Properties, from, to string) {
	a, okA := ParseDate(ps.Text(from))
	b, okB := ParseDate(ps.Text(to))
	if okA && okB && a.First() > b.Last() {
		v.bad(path+"."+to, "date-order", "%s is before %s, %s", b, from, a)
	}
}

// property checks one value: its Go type, then what the type asks of it.
func (v *validator) property(path string, p Property, value any) {
	switch x := value.(type) {
	case string:
		if v.typed(path, p, value, TextType, EnumType, DateType, CountryType, IDType) {
			v.textProperty(path, p, x)
		}
	case bool:
		v.typed(path, p, value, BoolType)
	case float64:
		if v.typed(path, p, value, NumberType) {
			v.number(path, p.Name, x)
		}
	case Amount:
		if v.typed(path, p, value, AmountType) {
			v.amount(path, x)
		}
	case []string:
		if v.typed(path, p, value, CountriesType, IDsType) {
			v.listProperty(path, p, x)
		}
	case Terms:
		if v.typed(path, p, value, TermsType) {
			v.terms(path, x)
		}
	default:
		v.typed(path, p, value)
	}
}

// typed checks that the property's type is one of those that the value's Go type can hold.
func (v *validator) typed(path string, p Property, value any, can ...PropertyType) bool {
	for _, t := range can {
		if p.Type == t {
			return true
		}
	}
	v.bad(path, "property-type", "must be %s, not %T", p.Type, value)
	return false
}

func (v *validator) textProperty(path string, p Property, s string) {
	switch p.Type {
	case EnumType:
		oneOf(v, path, "enum", s, p.Values)
	case DateType:
		if _, ok := ParseDate(s); !ok {
			v.bad(path, "date", "%q is no date: 2019, 2019-03 or 2019-03-14", s)
		}
	case CountryType:
		v.country(path, s)
	case IDType:
		v.reference(path, "reference", s, p.kinds()...)
	default:
		v.filled(path, "name-empty", s)
		v.code(path, p.Name, s)
	}
}

func (v *validator) listProperty(path string, p Property, list []string) {
	seen := map[string]bool{}
	for i, s := range list {
		at := fmt.Sprintf("%s[%d]", path, i)
		if seen[s] {
			v.bad(at, "repeated", "%q stands in this list already", s)
		}
		seen[s] = true
		if p.Type == CountriesType {
			v.country(at, s)
		} else {
			v.reference(at, "reference", s, p.kinds()...)
		}
	}
}

func (p Property) kinds() []Kind {
	if p.Kind == "" {
		return nil
	}
	return []Kind{p.Kind}
}

func (v *validator) terms(path string, t Terms) {
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		at := fieldPath(path, lang)
		v.language(at, lang)
		for i, term := range t[lang] {
			v.named(fmt.Sprintf("%s[%d]", at, i), term)
		}
	}
}

// String is the type as messages name it.
func (t PropertyType) String() string {
	return [...]string{"a text", "a text from a list", "a date", "true or false", "a number", "an amount {value, currency, period}",
		"a list of countries", "a country", "an id", "a list of ids", "terms by language"}[t]
}
