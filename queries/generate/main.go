// Command generate writes the queries that exist once per entity kind or link type, from the lists of package graph:
// Cypher names labels and types in its text, and a type given at run time is slow (tried: 10,000 links timed out,
// 20,000 of a type in the text took 2 s). It runs in the folder queries, by go generate; a test holds the files to it.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/crosswalk-kg/crosswalk/queries/generate/files"
)

func main() {
	for path, text := range files.All() {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			fail(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "generate:", err)
	os.Exit(1)
}
