// Command make compiles the reading of each edition into its packaged bundle, byte for byte the same each time:
//
//	go run ./internal/editions/make [-check] [-source FOLDER] [EDITION…]
//
// The source folder holds the reports as they were published; without -source it is CROSSWALK_REPORTS, else
// ../shared/reports. With -check nothing is written and a bundle that is not current is an error.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/crosswalk-kg/crosswalk/internal/editions"
	"github.com/crosswalk-kg/crosswalk/internal/editions/reading"
)

func main() {
	source := flag.String("source", "", "folder of the published reports")
	check := flag.Bool("check", false, "compare only, write nothing")
	flag.Parse()
	names := flag.Args()
	if len(names) == 0 {
		names = editions.Names()
	}
	failed := false
	for _, name := range names {
		if err := compile(name, editions.SourceFolder(*source), *check); err != nil {
			fmt.Fprintf(os.Stderr, "edition %s:\n%v\n", name, err)
			failed = true
		}
	}
	if failed {
		os.Exit(1)
	}
}

// compile writes or checks one edition's bundle.
func compile(name, source string, check bool) error {
	text, err := os.ReadFile(filepath.Join(source, editions.SourceFile(name)))
	if err != nil {
		return fmt.Errorf("the published report is needed: %w", err)
	}
	dir := filepath.Join("internal", "editions", name)
	b, err := reading.Compile(os.DirFS(dir), text)
	if err != nil {
		return err
	}
	out, path := b.Encode(), dir+".json"
	if check {
		if old, err := os.ReadFile(path); err != nil || !bytes.Equal(old, out) {
			return fmt.Errorf("%s is not what the reading compiles to; run make edition", path)
		}
		return nil
	}
	if err := os.WriteFile(path, out, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %d passages, %d entities, %d links, %d notes\n", path, len(b.Passages), len(b.Entities), len(b.Links), len(b.Notes))
	return nil
}
