package queries

import (
	"fmt"
	"strconv"
	"strings"
)

// Migration is one numbered step of the schema. Its statements can be repeated without harm.
type Migration struct {
	Number     int
	Name       string // the file's name without number and ending
	Statements []Query
}

// Migrations lists the schema's steps by number, from 1 without a gap.
var Migrations = func() []Migration {
	ms, err := migrations(All)
	if err != nil {
		panic(fmt.Sprintf("queries: %v", err)) // a test reads the same files
	}
	return ms
}()

func migrations(c Catalogue) ([]Migration, error) {
	var out []Migration
	for _, q := range c.Under("schema") { // by name, hence by number
		file, _, _ := strings.Cut(strings.TrimPrefix(q.name, "schema/"), ".")
		digits, name, _ := strings.Cut(file, "_")
		n, err := strconv.Atoi(digits)
		if err != nil {
			return nil, fmt.Errorf("schema/%s.cypher: the name must begin with a number", file)
		}
		switch k := len(out); {
		case k > 0 && out[k-1].Number == n && out[k-1].Name == name:
			out[k-1].Statements = append(out[k-1].Statements, q)
		case n == k+1:
			out = append(out, Migration{n, name, []Query{q}})
		default:
			return nil, fmt.Errorf("schema/%s.cypher: number %d stands where %d should", file, n, k+1)
		}
	}
	return out, nil
}
