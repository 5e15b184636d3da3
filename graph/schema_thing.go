package graph

func reportSchema() schema {
	return of[Report](schema{
		"id": pattern(idPattern("report", 2)), "work": pattern("^" + segment + "$"), "partnership": pattern(anyID(Partnership)), "title": ref("names"),
		"year": schema{"type": "integer", "minimum": 1000, "maximum": 9999}, "language": pattern(languagePattern), "url": pattern("^https?://.+"),
		"sha256": pattern(hashPattern), "text_sha256": pattern(hashPattern), "text_bytes": atLeast(0),
	})
}

func passageSchema() schema {
	return of[Passage](schema{
		"id": pattern(idPattern("passage", 3)), "section": list(filledText), "paragraph": atLeast(0), "chapter": pattern(anyID(WorkingGroup, Partnership)),
		"start": atLeast(0), "end": atLeast(1), "line": atLeast(0), "page": atLeast(0), "gist": ref("names"),
	})
}

func noteSchema() schema {
	return of[Note](schema{
		"id": pattern(idPattern("note", 3)), "kind": choice(NoteKinds), "about": list(pattern(anyID(Kinds...))), "gist": ref("names"), "evidence": evidenceSchema(),
	})
}

func evidenceSchema() schema { return someOf(pattern(idPattern("passage", 3))) }

func amountSchema() schema {
	return of[Amount](schema{"value": schema{"type": "number", "minimum": 0}, "currency": pattern("^[A-Z]{3}$")})
}

// entitySchema asks of each kind its prefix and its properties.
func entitySchema() schema {
	s := of[Entity](schema{
		"id": pattern(anyID(Kinds...)), "kind": choice(Kinds), "name": ref("names"), "aliases": list(filledText), "evidence": evidenceSchema(),
		"name_source": schema{"type": "object", "additionalProperties": schema{"const": "ours"}},
	})
	s["required"] = append(s["required"].([]string), "evidence")
	var rules []schema
	for _, k := range Kinds {
		rules = append(rules, schema{
			"if":   schema{"properties": schema{"kind": schema{"const": k}}, "required": []string{"kind"}},
			"then": schema{"properties": schema{"id": pattern(anyID(k)), "properties": propertiesSchema(EntityProperties[k])}},
		})
	}
	s["allOf"] = rules
	return s
}

// linkSchema asks of each type its ends and its properties.
func linkSchema() schema {
	s := of[Link](schema{
		"from": pattern(anyID(Kinds...)), "type": choice(LinkTypes), "to": pattern(anyID(Kinds...)), "basis": choice(Bases),
		"confidence": schema{"type": "number", "exclusiveMinimum": 0, "maximum": 1}, "evidence": evidenceSchema(),
	})
	rules := []schema{{
		"if":   schema{"properties": schema{"basis": schema{"const": Inferred}}},
		"then": schema{"required": []string{"rule"}, "properties": schema{"rule": schema{"minLength": 1}}},
	}}
	for _, spec := range LinkTypeSpecs {
		var ends []schema
		for _, e := range spec.Ends {
			ends = append(ends, schema{"properties": schema{"from": pattern(anyID(e.From)), "to": pattern(anyID(e.To))}})
		}
		all := append(append([]Property{}, spec.Properties...), LinkDates...)
		rules = append(rules, schema{
			"if":   schema{"properties": schema{"type": schema{"const": spec.Type}}, "required": []string{"type"}},
			"then": schema{"anyOf": ends, "properties": schema{"properties": propertiesSchema(all)}},
		})
	}
	s["allOf"] = rules
	return s
}

func propertiesSchema(ps []Property) schema {
	fields := schema{}
	for _, p := range ps {
		fields[p.Name] = p.schema()
	}
	return schema{"type": "object", "properties": fields, "additionalProperties": false}
}

// schema is what files may hold for p.
func (p Property) schema() schema {
	switch p.Type {
	case EnumType:
		return choice(p.Values)
	case DateType:
		return ref("date")
	case BoolType:
		return schema{"type": "boolean"}
	case NumberType:
		return schema{"type": "number"}
	case AmountType:
		return ref("amount")
	case CountryType:
		return ref("country")
	case CountriesType:
		return schema{"type": "array", "items": ref("country"), "uniqueItems": true}
	case IDType:
		return pattern(anyID(p.kinds()...))
	case IDsType:
		return schema{"type": "array", "items": pattern(anyID(p.kinds()...)), "uniqueItems": true}
	case TermsType:
		return schema{"type": "object", "propertyNames": pattern(languagePattern), "additionalProperties": list(filledText)}
	}
	return filledText
}
