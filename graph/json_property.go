package graph

import "reflect"

// declarations finds the properties that thing, an Entity or a Link whose other fields are set, may have.
func declarations(thing any) func(name string) (Property, bool) {
	switch v := thing.(type) {
	case Entity:
		return func(name string) (Property, bool) { return EntityProperty(v.Kind, name) }
	case Link:
		spec, _ := v.Type.Spec()
		return spec.Property
	}
	return func(string) (Property, bool) { return Property{}, false }
}

// properties reads values by their declarations. A property that is not declared is read by its form alone:
// validation names it.
func (d *jsonDecoder) properties(n *jsonNode, declared func(string) (Property, bool), p *jsonPath) Properties {
	if !d.want(n, jsonObject, p) {
		return nil
	}
	d.repeated(n, p)
	out := make(Properties, len(n.fields))
	for i := range n.fields {
		f := &n.fields[i]
		decl, ok := declared(f.name)
		t := decl.Type.goType()
		if !ok {
			t = f.value.propertyType()
		}
		v := reflect.New(t).Elem()
		before := len(d.problems)
		d.decode(&f.value, v, p.field(f.name))
		if len(d.problems) == before {
			out[f.name] = v.Interface()
		}
	}
	return out
}

// goType is the Go type of a property's value.
func (t PropertyType) goType() reflect.Type {
	switch t {
	case BoolType:
		return reflect.TypeFor[bool]()
	case NumberType:
		return reflect.TypeFor[float64]()
	case AmountType:
		return reflect.TypeFor[Amount]()
	case CountriesType, IDsType:
		return reflect.TypeFor[[]string]()
	case TermsType:
		return reflect.TypeFor[Terms]()
	}
	return reflect.TypeFor[string]()
}

// propertyType guesses the type of a property that nothing declares from its form.
func (n *jsonNode) propertyType() reflect.Type {
	switch n.kind {
	case jsonBool:
		return BoolType.goType()
	case jsonNumber:
		return NumberType.goType()
	case jsonArray:
		return IDsType.goType()
	case jsonObject:
		if _, ok := n.field("value"); ok {
			return AmountType.goType()
		}
		return TermsType.goType()
	}
	return TextType.goType()
}
