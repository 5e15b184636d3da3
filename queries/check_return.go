package queries

import "strings"

// ends are the words that end the list of what is returned.
var ends = []string{"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"}

// returned holds the columns of the last RETURN that stands outside brackets to those declared, in their order.
func (c *checker) returned(q Query) {
	last, depth := -1, 0
	for i, t := range c.tokens {
		switch {
		case t.Is("{") || t.Is("(") || t.Is("["):
			depth++
		case t.Is("}") || t.Is(")") || t.Is("]"):
			depth--
		case t.Is("RETURN") && depth == 0 && c.begins(i):
			last = i
		}
	}
	if last < 0 {
		c.bad(c.at(0), "%s returns nothing", q.name)
		return
	}
	if got := c.columns(last + 1); strings.Join(got, ", ") != strings.Join(q.columns, ", ") {
		c.bad(c.tokens[last], "returns %s; its header declares %s", strings.Join(got, ", "), strings.Join(q.columns, ", "))
	}
}

// columns are the names of what is returned from i on: what stands after AS, else the expression.
func (c *checker) columns(i int) []string {
	var out []string
	depth, name := 0, ""
	if c.at(i).Is("DISTINCT") {
		i++
	}
	for ; i < len(c.tokens); i++ {
		t := c.tokens[i]
		if depth == 0 && (t.Is(",") || c.ends(i)) {
			out, name = append(out, name), ""
			if c.ends(i) {
				return out
			}
			continue
		}
		switch {
		case t.Is("{") || t.Is("(") || t.Is("["):
			depth++
		case t.Is("}") || t.Is(")") || t.Is("]"):
			depth--
		case t.Is("AS") && depth == 0:
			name = ""
			continue
		}
		name += t.Text
	}
	return append(out, name)
}

func (c *checker) ends(i int) bool {
	if c.at(i).Is(";") {
		return true
	}
	for _, word := range ends {
		if after := c.at(i + 1); c.at(i).Is(word) && !c.at(i-1).Is(".") && !c.at(i-1).Is("AS") && !after.Is(",") && !after.Is(".") && after.Kind >= 0 {
			return true
		}
	}
	return false
}
