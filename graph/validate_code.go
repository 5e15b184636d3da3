package graph

import (
	"math"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// code checks texts that follow a standard of their own.
func (v *validator) code(path, name, s string) {
	switch name {
	case "currency":
		v.currency(path, s)
	case "iso3166_2":
		country, part, _ := strings.Cut(s, "-")
		if len(country) != 2 || !upper(country, "") || len(part) < 1 || len(part) > 3 || !upper(part, "0123456789") {
			v.bad(path, "code", "%q is no ISO 3166-2 code such as CA-ON", s)
		}
	case "wikidata":
		if len(s) < 2 || s[0] != 'Q' || s[1] == '0' || strings.Trim(s[1:], "0123456789") != "" {
			v.bad(path, "code", "%q is no Wikidata item such as Q16", s)
		}
	case "role": // of REFERS_TO: part of the link's key
		if !slug(s) {
			v.bad(path, "code", "%q is no topic: a-z, 0-9 and -", s)
		}
	}
}

func (v *validator) number(path, name string, f float64) {
	switch {
	case math.IsNaN(f) || math.IsInf(f, 0):
		v.bad(path, "number-range", "%v is no number", f)
	case name == "ordinal" && (f < 1 || f != math.Trunc(f)):
		v.bad(path, "number-range", "%s is no ordinal: a whole number from 1", formatNumber(f))
	}
}

func (v *validator) amount(path string, a Amount) {
	if math.IsNaN(a.Value) || math.IsInf(a.Value, 0) || a.Value < 0 {
		v.bad(path+".value", "amount", "%v is no sum of money", a.Value)
	}
	if a.Currency != "" {
		v.currency(path+".currency", a.Currency)
	}
	v.text(path+".period", a.Period)
}

func (v *validator) country(path, s string) {
	if s == "INT" {
		return
	}
	region, err := language.ParseRegion(s)
	if len(s) != 2 || !upper(s, "") || err != nil || !region.IsCountry() || region.Canonicalize().String() != s {
		v.bad(path, "country", "%q is no country: two capital letters (ISO 3166-1) or INT", s)
	}
}

func (v *validator) currency(path, s string) {
	if _, err := currency.ParseISO(s); err != nil || !upper(s, "") {
		v.bad(path, "currency", "%q is no currency: three capital letters (ISO 4217)", s)
	}
}

func upper(s, also string) bool { return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"+also) == "" }
