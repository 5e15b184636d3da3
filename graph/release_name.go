package graph

import "strconv"

// idDigits is the length of a release's id.
const idDigits = 16

// Named reports whether name means r: its id, or its number in decimal, without leading zeros. Several releases may have one id, that of the graph
// they hold; a number with as many digits as an id is none.
func (r Release) Named(name string) bool {
	if len(name) == idDigits {
		return r.ID() == name
	}
	return len(name) < idDigits && name == strconv.Itoa(r.Number)
}
