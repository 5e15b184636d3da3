package neo4jstore

import (
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// properties are what a node or relationship holds in Neo4j: nested values flattened, numbers of the model always
// floats, whole numbers of the format always integers.
type properties map[string]any

func (p properties) text(name string) string { s, _ := p[name].(string); return s }

func (p properties) integer(name string) int { n, _ := p[name].(int64); return int(n) }

// list is a list of strings; nil where it is absent, empty where it is empty.
func (p properties) list(name string) []string {
	raw, ok := p[name].([]any)
	if !ok {
		return nil
	}
	out := make([]string, len(raw))
	for i, v := range raw {
		out[i], _ = v.(string)
	}
	return out
}

// setText leaves out what is empty, as the format does.
func (p properties) setText(name, value string) {
	if value != "" {
		p[name] = value
	}
}

// setList leaves out what is nil.
func (p properties) setList(name string, value []string) {
	if value != nil {
		p[name] = value
	}
}

// setNames flattens a text in several languages: name_en, name_fr.
func (p properties) setNames(prefix string, names map[string]string) {
	for lang, text := range names {
		p[prefix+"_"+lang] = text
	}
}

// names gathers what setNames flattened; nil where there is nothing. Properties that begin with not are others.
func (p properties) names(prefix, not string) map[string]string {
	var out map[string]string
	for name, v := range p {
		lang, ok := strings.CutPrefix(name, prefix+"_")
		if text, is := v.(string); ok && is && (not == "" || !strings.HasPrefix(name, not)) {
			if out == nil {
				out = map[string]string{}
			}
			out[lang] = text
		}
	}
	return out
}

// setOwn flattens the own properties of an entity or a link.
func (p properties) setOwn(own graph.Properties) error {
	for name, value := range own {
		switch v := value.(type) {
		case string, bool, float64, []string:
			p[name] = v
		case graph.Amount:
			p[name+"_value"] = v.Value
			p.setText(name+"_currency", v.Currency)
			p.setText(name+"_period", v.Period)
		case graph.Terms:
			if len(v) == 0 {
				p[name] = []string{}
			}
			for lang, terms := range v {
				p[name+"_"+lang] = terms
			}
		default:
			return fmt.Errorf("property %s is a %T, which the model does not know: %w", name, value, graph.ErrInvalid)
		}
	}
	return nil
}

// own gathers the own properties that the vocabulary declares; nil where there are none.
func (p properties) own(declared ...[]graph.Property) graph.Properties {
	out := graph.Properties{}
	for _, list := range declared {
		for _, d := range list {
			if v, ok := p.value(d); ok {
				out[d.Name] = v
			}
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// value is the value of one declared property.
func (p properties) value(d graph.Property) (any, bool) {
	switch d.Type {
	case graph.CountriesType, graph.IDsType:
		l := p.list(d.Name)
		return l, l != nil
	case graph.AmountType:
		v, ok := p[d.Name+"_value"].(float64)
		return graph.Amount{Value: v, Currency: p.text(d.Name + "_currency"), Period: p.text(d.Name + "_period")}, ok
	case graph.TermsType:
		return p.terms(d.Name)
	case graph.BoolType:
		v, ok := p[d.Name].(bool)
		return v, ok
	case graph.NumberType:
		v, ok := p[d.Name].(float64)
		return v, ok
	}
	v, ok := p[d.Name].(string)
	return v, ok
}

func (p properties) terms(name string) (any, bool) {
	out := graph.Terms{}
	_, stated := p[name]
	for key := range p {
		if lang, ok := strings.CutPrefix(key, name+"_"); ok {
			out[lang] = p.list(key)
		}
	}
	return out, stated || len(out) > 0
}
