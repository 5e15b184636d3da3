package queries

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Bind gives the parameters of a query under read the values that a person chose, defaults for those left out. A value is of its
// parameter's type, or a text that says one as Type.Parse reads it; an int may come as a whole float64 or json.Number, a list as
// []any. The error joins every value that does not fit and every name that is no parameter, by name.
func (q Query) Bind(values map[string]any) (map[string]any, error) {
	out := q.Defaults()
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(values)) {
		i := slices.Index(q.parameters, name)
		if i < 0 || i >= len(q.typed) {
			problems = append(problems, &ParameterError{name, fmt.Sprintf("%s has no parameter %s; it has: %s", q.name, name, q.parameterNames())})
			continue
		}
		v, err := q.typed[i].Type.value(values[name])
		if err != nil {
			problems = append(problems, &ParameterError{name, fmt.Sprintf("parameter %s: %v", name, err)})
		}
		out[name] = v
	}
	return out, errors.Join(problems...)
}

// ParameterError is a value that a query does not take.
type ParameterError struct {
	Name, Problem string
}

// Error is the problem, which names the parameter.
func (e *ParameterError) Error() string { return e.Problem }

func (q Query) parameterNames() string {
	if len(q.parameters) == 0 {
		return "none"
	}
	return strings.Join(q.parameters, ", ")
}

// value is v as the type has it.
func (t Type) value(v any) (any, error) {
	switch x := v.(type) {
	case string:
		return t.Parse(x)
	case json.Number:
		return t.Parse(x.String())
	case bool:
		if t == BoolType {
			return x, nil
		}
	case int64:
		if t == IntType {
			return x, nil
		}
		return t.number(float64(x), v)
	case int:
		return t.number(float64(x), v)
	case float64:
		return t.number(x, v)
	case []string:
		if t == ListType {
			return x, nil
		}
	case []any:
		if t == ListType {
			return texts(x)
		}
	}
	return nil, fmt.Errorf("%v is no value of type %s", v, t)
}

// exactInts is up to where every whole number is a float64.
const exactInts = 1 << 53

func (t Type) number(x float64, v any) (any, error) {
	switch {
	case t == FloatType && !math.IsNaN(x) && !math.IsInf(x, 0):
		return x, nil
	case t == IntType && x == math.Trunc(x) && math.Abs(x) <= exactInts:
		return int64(x), nil
	}
	return nil, fmt.Errorf("%v is no value of type %s", v, t)
}

func texts(items []any) (any, error) {
	out := make([]string, len(items))
	for i, item := range items {
		s, ok := item.(string)
		if !ok {
			return nil, fmt.Errorf("%v, at place %d, is no text", item, i+1)
		}
		out[i] = s
	}
	return out, nil
}
