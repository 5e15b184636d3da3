package reading

import (
	"fmt"
	"math"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// value reads a YAML value as the property's type. Plain scalars are taken as written, so that NO is a
// country and 2018-10 a date.
func value(p graph.Property, n yaml.Node) (any, error) {
	if n.Kind == yaml.AliasNode {
		n = *n.Alias
	}
	switch p.Type {
	case graph.BoolType:
		switch n.Value {
		case "true", "yes":
			return true, nil
		case "false", "no":
			return false, nil
		}
		return nil, fmt.Errorf("%s: %q is neither true nor false", p.Name, n.Value)
	case graph.NumberType:
		return number(p.Name, n)
	case graph.AmountType:
		return amount(p.Name, n)
	case graph.CountriesType, graph.IDsType:
		return list(p.Name, n)
	case graph.TermsType:
		var t graph.Terms
		if err := n.Decode(&t); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		return t, nil
	}
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		return nil, fmt.Errorf("%s: expected a text", p.Name)
	}
	return n.Value, nil
}

func number(name string, n yaml.Node) (float64, error) {
	f, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return 0, fmt.Errorf("%s: %q is no number", name, n.Value)
	}
	return f, nil
}

// amount reads {value: NUMBER, currency: CAD, period: 2017-2021}, of which only the value must stand.
func amount(name string, n yaml.Node) (graph.Amount, error) {
	var parts struct {
		Value    yaml.Node `yaml:"value"`
		Currency string    `yaml:"currency"`
		Period   string    `yaml:"period"`
	}
	if err := decodeStrict(&n, &parts, "value", "currency", "period"); err != nil {
		return graph.Amount{}, fmt.Errorf("%s: %w", name, err)
	}
	v, err := number(name+".value", parts.Value)
	return graph.Amount{Value: v, Currency: parts.Currency, Period: parts.Period}, err
}

func list(name string, n yaml.Node) ([]string, error) {
	out := []string{}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode {
			return nil, fmt.Errorf("%s: expected a list of texts", name)
		}
		out = append(out, c.Value)
	}
	if n.Kind != yaml.SequenceNode || len(out) == 0 {
		return nil, fmt.Errorf("%s: expected a list", name)
	}
	return out, nil
}
