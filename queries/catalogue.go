package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed schema load snapshot read
var files embed.FS

// Catalogue is every query of the files, by full name.
type Catalogue struct {
	byName map[string]Query
	names  []string // sorted
}

// All is the catalogue that the program carries.
var All = func() Catalogue {
	c, err := read(files)
	if err != nil {
		panic(fmt.Sprintf("queries: %v", err)) // a test reads the same files
	}
	return c
}()

// Named is the query with that full name. It panics where there is none: names in the program are constants.
func Named(name string) Query {
	q, ok := All.Lookup(name)
	if !ok {
		panic(fmt.Sprintf("queries: there is no query %s", name))
	}
	return q
}

// Lookup finds a query by its full name.
func (c Catalogue) Lookup(name string) (Query, bool) {
	q, ok := c.byName[name]
	return q, ok
}

// Under lists the queries whose full names begin with folder and a slash, by name.
func (c Catalogue) Under(folder string) []Query {
	var out []Query
	for _, n := range c.names {
		if strings.HasPrefix(n, folder+"/") {
			out = append(out, c.byName[n])
		}
	}
	return out
}

// parseFile reads the queries of one file: one under a strict header in the folder read, any number elsewhere.
func parseFile(path, text string) ([]Query, error) {
	if strings.HasPrefix(path, "read/") {
		return parseRead(path, text)
	}
	return parse(path, text)
}

// read parses every .cypher file of a tree. The error joins all problems of all files.
func read(tree fs.FS) (Catalogue, error) {
	c := Catalogue{byName: map[string]Query{}}
	var problems []error
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".cypher") {
			return err
		}
		text, err := fs.ReadFile(tree, path)
		if err != nil {
			return err
		}
		qs, err := parseFile(path, string(text))
		problems = append(problems, err)
		for _, q := range qs {
			if _, twice := c.byName[q.name]; twice {
				problems = append(problems, fmt.Errorf("%s: %s stands twice", path, q.name))
			}
			c.byName[q.name] = q
			c.names = append(c.names, q.name)
		}
		return nil
	})
	slices.Sort(c.names)
	return c, errors.Join(append(problems, err)...)
}
