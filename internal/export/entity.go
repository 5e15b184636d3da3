package export

import (
	"slices"
	"strconv"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/explore"
)

// Entities has one row an entity, with a column for every property of the kinds given, whatever stands in it; of none, of the kinds
// that do.
func Entities(rows []explore.Row, kinds ...graph.Kind) Table {
	if len(kinds) == 0 {
		kinds = kindsOf(rows)
	}
	props := propertiesOf(kinds)
	t := Table{Columns: columns("id", "kind", nameColumns, "aliases")}
	for _, p := range props {
		t.Columns = append(t.Columns, propertyColumns(p)...)
	}
	t.Columns = append(t.Columns, "state", "years", "groups", "institutions", "themes", "places", "passages")
	for _, r := range rows {
		out := row(r.ID, string(r.Kind), nameCells(r.Name), r.Aliases)
		for _, p := range props {
			out = append(out, propertyCells(p, r.Properties[p.Name])...)
		}
		t.Rows = append(t.Rows, append(out, r.State, ints(r.Years), r.Groups, r.Institutions, r.Themes, r.Places, r.Passages))
	}
	return t
}

// kindsOf lists the kinds in rows, in the order of the vocabulary.
func kindsOf(rows []explore.Row) []graph.Kind {
	present := map[graph.Kind]bool{}
	for _, r := range rows {
		present[r.Kind] = true
	}
	return slices.DeleteFunc(slices.Clone(graph.Kinds), func(k graph.Kind) bool { return !present[k] })
}

// propertiesOf lists the properties of kinds, each name once.
func propertiesOf(kinds []graph.Kind) []graph.Property {
	seen := map[string]bool{}
	var out []graph.Property
	for _, k := range kinds {
		for _, p := range graph.EntityProperties[k] {
			if !seen[p.Name] && p.Type != graph.TermsType {
				seen[p.Name] = true
				out = append(out, p)
			}
		}
	}
	return out
}

func propertyColumns(p graph.Property) []string {
	if p.Type == graph.AmountType {
		return []string{p.Name + "_value", p.Name + "_currency", p.Name + "_period"}
	}
	return []string{p.Name}
}

func propertyCells(p graph.Property, v any) []any {
	if p.Type != graph.AmountType {
		return []any{v}
	}
	a, ok := v.(graph.Amount)
	if !ok {
		return []any{nil, nil, nil}
	}
	return []any{a.Value, a.Currency, a.Period}
}

func ints(ns []int) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = strconv.Itoa(n)
	}
	return out
}
