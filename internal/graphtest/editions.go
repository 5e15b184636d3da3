// Package graphtest holds what tests of several packages share: a fictional second edition of the packaged partnership, and a
// real Neo4j.
package graphtest

import (
	"embed"
	"io/fs"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/editions/reading"
)

//go:embed cmp-2019
var fictional embed.FS

// Edition2018 is the packaged 2018 edition.
func Edition2018(t testing.TB) graph.Bundle {
	t.Helper()
	b, err := editions.Load("cmp-2018")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Source2019 is the text of the fictional 2019 edition.
func Source2019(t testing.TB) []byte {
	t.Helper()
	b, err := fictional.ReadFile("cmp-2019/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Edition2019 is a fictional 2019 edition of the same partnership: groups come, go and rename, co-chairs change, a proposed
// session was held, a commitment done, others are not mentioned again. Nothing in it happened.
func Edition2019(t testing.TB) graph.Bundle {
	t.Helper()
	dir, err := fs.Sub(fictional, "cmp-2019")
	if err != nil {
		t.Fatal(err)
	}
	b, err := reading.Compile(dir, Source2019(t))
	if err != nil {
		t.Fatal(err)
	}
	return b
}
