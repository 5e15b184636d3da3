package queries

import (
	"maps"
	"slices"
	"strings"
)

// brace is what opened at a curly bracket.
type brace int

const (
	subquery brace = iota
	mapOf          // keys and values of the query's own
	pattern        // keys are properties of a node or relationship
	quantity       // {1,3}
)

// beforePattern are the words after which a bracket begins a pattern; other names are functions.
var beforePattern = []string{"MATCH", "WHERE", "AND", "OR", "NOT", "XOR", "CREATE", "MERGE", "SHORTEST", "PATHS", "GROUPS"}

// names holds labels, types and properties to the schema.
func (c *checker) names() {
	own := c.ownKeys()
	for i := 0; i < len(c.tokens); i++ {
		switch t := c.tokens[i]; {
		case t.Is(":") && !c.isKey(i-1):
			i = c.expression(i+1, c.inRelationship(i)) - 1
		case t.Is(".") && c.at(i+1).IsName() && !c.called(i+1) && (i == 0 || c.leadsToProperty(i)):
			c.property(c.tokens[i+1], own)
		case t.IsName() && c.isKey(i) && c.braceOf(i) == pattern:
			c.property(t, own)
		}
	}
}

// expression checks the names of a label or type expression that begins at i, and gives the place after it.
func (c *checker) expression(i int, relationship bool) int {
	depth := 0
	for ; i < len(c.tokens); i++ {
		switch t := c.tokens[i]; {
		case t.Is("(") && (c.at(i-1).Is("!") || c.at(i-1).Is("&") || c.at(i-1).Is("|") || c.at(i-1).Is(":")):
			depth++
		case t.Is(")") && depth > 0:
			depth--
		case t.Is("|"), t.Is("&"), t.Is("!"), t.Is("%"), t.Is(":"):
		case t.IsName() && (c.at(i-1).Kind == MarkToken):
			c.known(t, relationship, c.at(i-2).IsName() && !c.at(i-3).Is("("))
		default:
			return i
		}
	}
	return i
}

// known checks a name; either a label or a type can stand in a predicate (r:TYPE) or a hint.
func (c *checker) known(t Token, relationship, either bool) {
	labels, what := Labels, "label"
	if relationship {
		labels, what = RelationshipTypes, "relationship type"
	}
	if _, isType := RelationshipTypes[t.Text]; isType && either {
		return
	}
	if _, ok := labels[t.Text]; ok || c.mode == internal && (slices.Contains(keptLabels, t.Text) || relationship) {
		return
	}
	c.bad(t, "the schema has no %s %s: %s", what, t.Text, strings.Join(slices.Sorted(maps.Keys(labels)), ", "))
}

// property checks the name of a property: the schema has it, or the query makes maps with it.
func (c *checker) property(t Token, own map[string]bool) {
	if c.mode != reading || own[t.Text] {
		return
	}
	if !HasProperty(t.Text) {
		c.bad(t, "nothing in the schema has a property %s", t.Text)
	}
}

// InSchema reports whether the schema has a label, a relationship type or a property of that name.
func InSchema(name string) bool {
	return Labels[name] != nil || RelationshipTypes[name] != nil || HasProperty(name)
}

// HasProperty reports whether anything in the schema can have a property of that name.
func HasProperty(name string) bool {
	for _, of := range []map[string][]string{Labels, RelationshipTypes} {
		for _, names := range of {
			if slices.Contains(names, name) {
				return true
			}
		}
	}
	return false
}

// ownKeys are the keys of the maps that the query makes, and the fields of values that Cypher itself has.
func (c *checker) ownKeys() map[string]bool {
	own := map[string]bool{}
	for _, f := range []string{"year", "month", "day", "quarter", "week", "days", "months", "years", "score", "node", "relationship"} {
		own[f] = true
	}
	for i, t := range c.tokens {
		if t.IsName() && c.isKey(i) && c.braceOf(i) == mapOf {
			own[t.Text] = true
		}
	}
	return own
}

// isKey reports whether token i is a key of a map: a name after { or a comma, and before a colon that a value follows.
func (c *checker) isKey(i int) bool {
	return c.at(i).IsName() && c.at(i+1).Is(":") && (c.at(i-1).Is("{") || c.at(i-1).Is(",") && c.open(i, "{") >= 0 && c.open(i, "{") > max(c.open(i, "("), c.open(i, "[")))
}

// open is the place of the last bracket of that sort that is open at i, -1 where none is.
func (c *checker) open(i int, bracket string) int {
	closing, depth := map[string]string{"{": "}", "(": ")", "[": "]"}[bracket], 0
	for k := i - 1; k >= 0; k-- {
		switch {
		case c.tokens[k].Is(closing):
			depth++
		case c.tokens[k].Is(bracket) && depth == 0:
			return k
		case c.tokens[k].Is(bracket):
			depth--
		}
	}
	return -1
}

// braceOf is what the bracket that key i stands in opened.
func (c *checker) braceOf(i int) brace {
	k := c.open(i, "{")
	// What stands between an opening bracket and a pattern's map are a name and labels.
	for j := k - 1; j >= 0; j-- {
		switch t := c.tokens[j]; {
		case t.Is("(") || t.Is("["):
			if c.at(k+1).Is(".") || t.Is("(") && c.at(j-1).IsName() && !slices.ContainsFunc(beforePattern, c.at(j-1).Is) {
				return mapOf // x {.a, b: 1}, f({…})
			}
			if t.Is("[") && !c.at(j-1).Is("-") && !c.at(j-1).Is("<-") {
				return mapOf // [{…}]
			}
			return pattern
		case t.IsName() && (j == k-1 || c.at(j+1).Kind == MarkToken), t.Is(":"), t.Is("|"), t.Is("&"), t.Is("!"):
		default:
			return mapOf
		}
	}
	return mapOf
}

// inRelationship reports whether the colon at i stands in the square brackets of a relationship.
func (c *checker) inRelationship(i int) bool {
	k := c.open(i, "[")
	return k > max(c.open(i, "("), c.open(i, "{")) && (c.at(k-1).Is("-") || c.at(k-1).Is("<-"))
}

// called reports whether the name at i, with the dots and names after it, is a function or procedure.
func (c *checker) called(i int) bool {
	for ; c.at(i).IsName(); i += 2 {
		if c.at(i + 1).Is("(") {
			return true
		}
		if !c.at(i + 1).Is(".") {
			return false
		}
	}
	return false
}

// leadsToProperty reports whether the dot at i follows something that has properties, or begins a map projection's.
func (c *checker) leadsToProperty(i int) bool {
	before := c.at(i - 1)
	return before.IsName() || before.Is(")") || before.Is("]") || before.Is("}") || before.Is("{") || before.Is(",") || before.Kind == ParameterToken
}
