package ui

import (
	"strconv"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// grouped is a number with commas between thousands; what looks like a year in a text never comes here.
func grouped(f float64) string {
	s := graph.FormatValue(f)
	whole, part, cut := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if _, err := strconv.ParseUint(whole, 10, 64); err != nil {
		return s
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if cut {
		whole += "." + part
	}
	return sign + whole
}

// amountText is a sum of money: CAD 1,000,000 (2017-2021).
func amountText(a graph.Amount) string {
	s := strings.TrimSpace(a.Currency + " " + grouped(a.Value))
	if a.Period != "" {
		s += " (" + a.Period + ")"
	}
	return s
}

// figureText is a stated quantity: at least 3 bootcamps.
func figureText(p graph.Properties) string {
	value, _ := p.Number("value")
	out := grouped(value)
	if to, ok := p.Number("value_to"); ok {
		out += " to " + grouped(to)
	}
	if q := p.Text("qualifier"); q != "" && q != "exact" {
		out = q + " " + out
	}
	if c := p.Text("currency"); c != "" {
		out = strings.TrimSpace(c + " " + out)
	}
	if u := p.Text("unit"); u != "" && u != p.Text("currency") {
		out += " " + u
	}
	return out
}

// countryText names a country or a side.
func countryText(code string) string {
	switch code {
	case "both":
		return "both sides"
	case "not stated":
		return "the report names no side"
	}
	if w, ok := countryWords[code]; ok {
		return w
	}
	return code
}
