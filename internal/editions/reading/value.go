package reading

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// value reads a YAML value as the property's type. Plain scalars are taken as written, so that NO is a
// country and 2018-10 a date.
func value(p graph.Property, n yaml.Node) (any, error) {
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
		f, err := strconv.ParseFloat(n.Value, 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %q is no number", p.Name, n.Value)
		}
		return f, nil
	case graph.AmountType:
		var a struct {
			Value    float64 `yaml:"value"`
			Currency string  `yaml:"currency"`
			Period   string  `yaml:"period"`
		}
		if err := n.Decode(&a); err != nil {
			return nil, fmt.Errorf("%s: %w", p.Name, err)
		}
		return graph.Amount{Value: a.Value, Currency: a.Currency, Period: a.Period}, nil
	case graph.CountriesType, graph.IDsType:
		list := []string{}
		for _, c := range n.Content {
			list = append(list, c.Value)
		}
		if n.Kind != yaml.SequenceNode || len(list) == 0 {
			return nil, fmt.Errorf("%s: expected a list", p.Name)
		}
		return list, nil
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
