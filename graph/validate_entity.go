package graph

import "fmt"

// entities checks every entity.
func (v *validator) entities() {
	first := map[string]int{}
	for i := range v.b.Entities {
		e, path := &v.b.Entities[i], fmt.Sprintf("$.entities[%d]", i)
		oneOf(v, path+".kind", "kind", e.Kind, Kinds)
		v.id(path+".id", e.ID, e.Kind)
		if e.ID == v.b.Report.ID {
			v.bad(path+".id", "duplicate-id", "%q is declared by the report block already", e.ID)
		}
		v.once(first, path+".id", "entities", e.ID, i)
		v.translated(path+".name", "name-empty", e.Name)
		v.sources(path+".name_source", e.NameSource, e.Name)
		for k, a := range e.Aliases {
			v.named(fmt.Sprintf("%s.aliases[%d]", path, k), a)
		}
		if e.Kind.Known() {
			v.properties(path, e.Properties, e.Kind.article(), func(name string) (Property, bool) { return EntityProperty(e.Kind, name) })
			v.institution(path, e)
		}
		v.evidence(path, e.Evidence)
	}
}

// institution checks what binds two properties: a body known only by description has no name that a register could hold,
// and nothing is its own parent.
func (v *validator) institution(path string, e *Entity) {
	if e.Kind != Institution {
		return
	}
	if named, stated := e.Properties.Bool("named"); stated && !named {
		for _, name := range []string{"acronym", "wikidata", "ror"} {
			if e.Properties.Text(name) != "" {
				v.bad(path+".properties."+name, "unnamed", "a body that is known only by description (named: false) has no %s", name)
			}
		}
	}
	if e.Properties.Text("parent_of_record") == e.ID && e.ID != "" {
		v.bad(path+".properties.parent_of_record", "self-link", "a body is not its own parent")
	}
}
