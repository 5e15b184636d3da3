package graph

import (
	"slices"
	"strings"
)

// nearEnough is the most edits by which two names are taken for one name and its misspelling.
const nearEnough = 2

// Nearest is the name of known that name was probably meant to be: the one with the fewest edits (a byte put in, left out or
// replaced), the first of several, empty where none is within two edits or half of name's length.
func Nearest(name string, known []string) string {
	best, at := min(nearEnough, len(name)/2)+1, ""
	for _, k := range known {
		if d := editDistance(name, k, best-1); d < best {
			best, at = d, k
		}
	}
	return at
}

// NearestID is the id of known that id was probably meant to be: as Nearest, else one whose last part is nearest to the last part of
// id, so that enrgy leads to group:cmp:energy.
func NearestID(id string, known []string) string {
	if near := Nearest(id, known); near != "" {
		return near
	}
	parts := make([]string, len(known))
	for i, k := range known {
		parts[i] = lastPart(k)
	}
	if near := Nearest(lastPart(id), parts); near != "" {
		return known[slices.Index(parts, near)]
	}
	return ""
}

func lastPart(id string) string { return id[strings.LastIndexByte(id, ':')+1:] }

// editDistance is the Levenshtein distance of a and b in bytes; limit+1 where it is above limit. What cannot come within the
// limit costs little: ids are many, and most differ in length or soon after their common beginning.
func editDistance(a, b string, limit int) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for k := range row {
		row[k] = k
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for k := range len(b) {
			cost := 1
			if a[i] == b[k] {
				cost = 0
			}
			diagonal, row[k+1] = row[k+1], min(row[k+1]+1, row[k]+1, diagonal+cost)
			least = min(least, row[k+1])
		}
		if least > limit {
			return limit + 1
		}
	}
	return row[len(b)]
}
