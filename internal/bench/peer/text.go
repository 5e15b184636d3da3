// Package peer asks Neo4j as one would without Crosswalk: a plain driver session over Bolt, its HTTP query API, raw
// UNWIND … MERGE and raw streaming of rows. The Cypher stands in files beside: one query a file, raw/ holds what moves rows.
package peer

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed *.cypher raw/*.cypher
var files embed.FS

// Partners is the Python program that finds partners of institutions by SciPy and by igraph.
//
//go:embed partners.py
var Partners []byte

// Text is the Cypher of the file of that name, such as pair. The error names a file that is not there.
func Text(name string) (string, error) {
	text, err := files.ReadFile(name + ".cypher")
	if err != nil {
		return "", fmt.Errorf("no query of that name: %w", err)
	}
	return strings.TrimSpace(string(text)), nil
}

// raw is the text of a file of raw/ for a kind or link type, which Cypher takes no parameter for; name is one of graph's own.
func raw(file, name string) (string, error) {
	text, err := Text("raw/" + file)
	return strings.ReplaceAll(text, "{{name}}", name), err
}
