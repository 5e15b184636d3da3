package graph

import (
	"encoding/json"
	"fmt"
)

// UnmarshalJSON reads values into the Go types that the package documents: string, bool, float64,
// []string, Amount (an object with a value) or Terms (an object of lists).
func (p *Properties) UnmarshalJSON(b []byte) error {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	*p = make(Properties, len(raw))
	for name, r := range raw {
		v, err := unmarshalProperty(r)
		if err != nil {
			return fmt.Errorf("property %s: %w", name, err)
		}
		(*p)[name] = v
	}
	return nil
}

func unmarshalProperty(r json.RawMessage) (any, error) {
	switch r[0] {
	case '{':
		var probe map[string]json.RawMessage
		if err := json.Unmarshal(r, &probe); err != nil {
			return nil, err
		}
		if _, ok := probe["value"]; ok {
			var a Amount
			err := json.Unmarshal(r, &a)
			return a, err
		}
		var t Terms
		err := json.Unmarshal(r, &t)
		return t, err
	case '[':
		var l []string
		err := json.Unmarshal(r, &l)
		return l, err
	}
	var v any
	err := json.Unmarshal(r, &v)
	return v, err
}
