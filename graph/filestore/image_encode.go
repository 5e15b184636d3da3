package filestore

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// An image's body is a table of texts, each of which stands once, then the values: texts by their number in the table, whole
// numbers as varints, lists and maps as their length plus one (0: nil) and their elements, maps by key, structs by field.
// A value of type any has a byte before it that tells its type.

// anyTypes are the types of property values, in the order of the bytes that tell them.
var anyTypes = []reflect.Type{0: reflect.TypeFor[struct{}](), 1: reflect.TypeFor[string](), 2: reflect.TypeFor[bool](), 3: reflect.TypeFor[float64](),
	4: reflect.TypeFor[[]string](), 5: reflect.TypeFor[graph.Amount](), 6: reflect.TypeFor[graph.Terms]()}

type encoder struct {
	number map[string]int
	texts  []string
	body   []byte
}

func (e *encoder) uint(n int) { e.body = binary.AppendUvarint(e.body, uint64(n)) }

func (e *encoder) text(s string) {
	n, ok := e.number[s]
	if !ok {
		if e.number == nil {
			e.number = map[string]int{}
		}
		n = len(e.texts)
		e.number[s] = n
		e.texts = append(e.texts, s)
	}
	e.uint(n)
}

func (e *encoder) encode(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		e.text(v.String())
	case reflect.Bool:
		e.uint(map[bool]int{true: 1}[v.Bool()])
	case reflect.Int:
		e.body = binary.AppendVarint(e.body, v.Int())
	case reflect.Float64:
		e.body = binary.LittleEndian.AppendUint64(e.body, math.Float64bits(v.Float()))
	case reflect.Slice:
		return e.slice(v)
	case reflect.Map:
		return e.mapping(v)
	case reflect.Struct:
		for i := range v.NumField() {
			if err := e.encode(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Interface:
		return e.any(v.Elem())
	default:
		return fmt.Errorf("an image cannot hold a %s", v.Type())
	}
	return nil
}

func (e *encoder) slice(v reflect.Value) error {
	if v.IsNil() {
		e.uint(0)
		return nil
	}
	e.uint(v.Len() + 1)
	for i := range v.Len() {
		if err := e.encode(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) mapping(v reflect.Value) error {
	if v.IsNil() {
		e.uint(0)
		return nil
	}
	values := map[string]reflect.Value{}
	for it := v.MapRange(); it.Next(); {
		values[it.Key().String()] = it.Value()
	}
	e.uint(len(values) + 1)
	for _, key := range slices.Sorted(maps.Keys(values)) {
		e.text(key)
		if err := e.encode(values[key]); err != nil {
			return err
		}
	}
	return nil
}

func (e *encoder) any(v reflect.Value) error {
	if !v.IsValid() {
		e.uint(0)
		return nil
	}
	tag := slices.Index(anyTypes, v.Type())
	if tag < 1 {
		return fmt.Errorf("an image cannot hold a property of type %s", v.Type())
	}
	e.uint(tag)
	return e.encode(v)
}

// bytes is the table of texts (how many, the length of each, all of them), then the values.
func (e *encoder) bytes() []byte {
	out := binary.AppendUvarint(nil, uint64(len(e.texts)))
	for _, s := range e.texts {
		out = binary.AppendUvarint(out, uint64(len(s)))
	}
	for _, s := range e.texts {
		out = append(out, s...)
	}
	return append(out, e.body...)
}
