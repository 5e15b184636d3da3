package graph

import (
	"math"
	"reflect"
	"strconv"
	"strings"
)

// jsonDecoder fills Go values from JSON nodes by their json tags, strictly: names match exactly, a field without
// omitempty is required, null is no value. It goes on after a problem, so that all are told at once.
//
// A tag `bundle:"optional"` lets a field without omitempty be absent; `bundle:"-"` is a field that files do not have.
type jsonDecoder struct{ problems Problems }

func (d *jsonDecoder) bad(p *jsonPath, rule, format string, args ...any) {
	d.problems = d.problems.with(func() Problem { return Problem{Path: p.String(), Rule: rule, Message: sentence(format, args...)} })
}

// want reports whether n is of kind k, and tells the problem where it is not.
func (d *jsonDecoder) want(n *jsonNode, k jsonKind, p *jsonPath) bool {
	if n.kind != k {
		d.bad(p, "wrong-type", "must be %s, not %s", k, n.kind)
	}
	return n.kind == k
}

// decode fills v from n.
func (d *jsonDecoder) decode(n *jsonNode, v reflect.Value, p *jsonPath) {
	switch v.Kind() {
	case reflect.Struct:
		d.object(n, v, p)
	case reflect.Slice:
		d.list(n, v, p)
	case reflect.Map:
		d.table(n, v, p)
	case reflect.String:
		if d.want(n, jsonString, p) {
			v.SetString(n.text)
		}
	case reflect.Bool:
		if d.want(n, jsonBool, p) {
			v.SetBool(n.text == "true")
		}
	case reflect.Int:
		v.SetInt(d.integer(n, p))
	case reflect.Float64:
		v.SetFloat(d.number(n, p))
	default:
		panic("graph: no JSON form for " + v.Type().String())
	}
}

func (d *jsonDecoder) number(n *jsonNode, p *jsonPath) float64 {
	if !d.want(n, jsonNumber, p) {
		return 0
	}
	f, err := strconv.ParseFloat(n.text, 64)
	if err != nil {
		d.bad(p, "wrong-type", "%s is too large for a number", n.text)
		return 0
	}
	return f
}

func (d *jsonDecoder) integer(n *jsonNode, p *jsonPath) int64 {
	f := d.number(n, p)
	if f != math.Trunc(f) || math.Abs(f) > 1<<53 {
		d.bad(p, "wrong-type", "must be a whole number, not %s", n.text)
		return 0
	}
	return int64(f)
}

func (d *jsonDecoder) list(n *jsonNode, v reflect.Value, p *jsonPath) {
	if !d.want(n, jsonArray, p) {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.items), len(n.items)))
	for i := range n.items {
		d.decode(&n.items[i], v.Index(i), p.item(i))
	}
}

// table fills a map with string keys.
func (d *jsonDecoder) table(n *jsonNode, v reflect.Value, p *jsonPath) {
	if !d.want(n, jsonObject, p) {
		return
	}
	d.repeated(n, p)
	v.Set(reflect.MakeMapWithSize(v.Type(), len(n.fields)))
	for i := range n.fields {
		f := &n.fields[i]
		elem := reflect.New(v.Type().Elem()).Elem()
		d.decode(&f.value, elem, p.field(f.name))
		v.SetMapIndex(reflect.ValueOf(f.name), elem)
	}
}

func (d *jsonDecoder) repeated(n *jsonNode, p *jsonPath) {
	seen := make(map[string]bool, len(n.fields))
	for _, f := range n.fields {
		if seen[f.name] {
			d.bad(p.field(f.name), "duplicate-key", "the key %q stands twice in this object", f.name)
		}
		seen[f.name] = true
	}
}

// object fills a struct; properties come last, because their types depend on the thing that has them.
func (d *jsonDecoder) object(n *jsonNode, v reflect.Value, p *jsonPath) {
	if !d.want(n, jsonObject, p) {
		return
	}
	d.repeated(n, p)
	shape := shapeOf(v.Type())
	for i := range n.fields {
		f := &n.fields[i]
		s, ok := shape.find(f.name)
		if !ok {
			d.bad(p.field(f.name), "unknown-field", "no such field here; the fields are %s", strings.Join(shape.names(), ", "))
		} else if s.typ != propertiesType {
			d.decode(&f.value, v.Field(s.index), p.field(f.name))
		}
	}
	for _, s := range shape {
		if value, ok := n.field(s.name); !ok && s.required {
			d.bad(p.field(s.name), "missing-field", "the field %q is missing", s.name)
		} else if ok && s.typ == propertiesType {
			v.Field(s.index).Set(reflect.ValueOf(d.properties(value, declarations(v.Interface()), p.field(s.name))))
		}
	}
}
