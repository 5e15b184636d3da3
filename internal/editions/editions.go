// Package editions holds the packaged editions: bundles made by close reading of published reports. The readings
// themselves stand beside it as files that a person can review (see README.md).
package editions

import (
	"bytes"
	"embed"
	"fmt"
	"os"

	"github.com/crosswalk-kg/crosswalk/graph"
)

//go:embed *.json
var bundles embed.FS

// sources names the published file that each packaged edition was read from.
var sources = []struct{ name, file string }{
	{"cmp-2018", "cmp-2018-annual-report-en.txt"},
}

// Names lists the packaged editions, oldest first.
func Names() []string {
	names := make([]string, len(sources))
	for i, s := range sources {
		names[i] = s.name
	}
	return names
}

// SourceFile is the file name of the report that a packaged edition was read from, empty for an unknown edition.
func SourceFile(name string) string {
	for _, s := range sources {
		if s.name == name {
			return s.file
		}
	}
	return ""
}

// SourceFolder is where the published reports are: the folder given, else CROSSWALK_REPORTS, else ../shared/reports.
func SourceFolder(given string) string {
	if given != "" {
		return given
	}
	if env := os.Getenv("CROSSWALK_REPORTS"); env != "" {
		return env
	}
	return "../shared/reports"
}

// Load is a packaged edition's bundle by name. Errors wrap graph.ErrNotFound for a name that is not packaged.
func Load(name string) (graph.Bundle, error) {
	b, err := bundles.ReadFile(name + ".json")
	if err != nil {
		return graph.Bundle{}, fmt.Errorf("edition %s is not packaged: %w", name, graph.ErrNotFound)
	}
	return graph.DecodeBundle(bytes.NewReader(b), name+".json")
}
