package graph

import (
	"reflect"
	"strings"
)

// fieldShape is how one struct field stands in files.
type fieldShape struct {
	name     string
	index    int
	typ      reflect.Type
	required bool
}

// shape is how a struct stands in files: its fields in the order of the declaration.
type shape []fieldShape

func (s shape) find(name string) (fieldShape, bool) {
	for _, f := range s {
		if f.name == name {
			return f, true
		}
	}
	return fieldShape{}, false
}

func (s shape) names() []string {
	out := make([]string, len(s))
	for i, f := range s {
		out[i] = f.name
	}
	return out
}

// shapeOf reads the json and bundle tags of a struct type.
func shapeOf(t reflect.Type) shape {
	if s, ok := shapes[t]; ok {
		return s
	}
	return tagged(t)
}

func tagged(t reflect.Type) shape {
	var out shape
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch tag := f.Tag.Get("bundle"); tag {
		case "-":
		default:
			out = append(out, fieldShape{name, i, f.Type, options != "omitempty" && tag != "optional"})
		}
	}
	return out
}

var propertiesType = reflect.TypeFor[Properties]()

// shapes holds the types that files are full of; it is never written to after this.
var shapes = func() map[reflect.Type]shape {
	made := map[reflect.Type]shape{}
	for _, t := range []reflect.Type{reflect.TypeFor[Passage](), reflect.TypeFor[Entity](), reflect.TypeFor[Link](), reflect.TypeFor[Note](),
		reflect.TypeFor[Amount](), reflect.TypeFor[Judgement]()} {
		made[t] = tagged(t)
	}
	return made
}()
