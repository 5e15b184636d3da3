package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
)

// packaged is who packaged editions are loaded by.
const packaged = "packaged edition"

// loadEditions gives an empty store (no release ever) the packaged editions that the configuration names, and replaces those
// that came with the program by the program's newer readings of the same report. One that was withdrawn, or loaded by
// somebody, stays as it is.
func (a *app) loadEditions(ctx context.Context) error {
	if len(a.config.Editions) == 0 {
		return nil
	}
	releases, err := a.open.store.Releases(ctx)
	if err != nil {
		return fmt.Errorf("read the store's history: %w", err)
	}
	change := graph.Change{By: packaged}
	for _, name := range a.config.Editions {
		b, err := packagedBundle("editions", name)
		if err != nil {
			return err
		}
		if len(releases) == 0 || outdated(releases, b) {
			change.Put = append(change.Put, b)
		}
	}
	if len(change.Put) == 0 {
		return nil
	}
	telling, done := a.telling(ctx, quiet, "loading the packaged edition, once")
	_, _, err = a.open.store.Apply(telling, change)
	done()
	if err != nil {
		return fmt.Errorf("load the packaged editions: %w", err)
	}
	return nil
}

// packagedBundle is a packaged edition's bundle; setting is where its name was given.
func packagedBundle(setting, name string) (graph.Bundle, error) {
	b, err := editions.Load(name)
	if errors.Is(err, graph.ErrNotFound) {
		return b, usagef("%s names %q; packaged: %s%s", setting, name, strings.Join(editions.Names(), ", "), map[bool]string{true: " (none is written as none)"}[setting == "editions"])
	}
	if err != nil {
		return b, fmt.Errorf("packaged edition %s: %w", name, err)
	}
	return b, nil
}

// packagedAs is the name of the packaged edition that is a report's bundle with that hash, empty where none is.
func packagedAs(report, hash string) string {
	for _, name := range editions.Names() {
		if b, err := editions.Load(name); err == nil && b.Report.ID == report && b.Hash() == hash {
			return name
		}
	}
	return ""
}

// outdated reports whether the store (its releases newest first) holds another bundle of b's report that came with a program,
// and b is newer: a bundle that the store held before is older, as this program then is.
func outdated(releases []graph.Release, b graph.Bundle) bool {
	now := bundleOf(releases[0], b.Report.ID)
	if now == "" || now == b.Hash() {
		return false
	}
	broughtBy, known := "", true
	for i, r := range releases {
		h := bundleOf(r, b.Report.ID)
		if h == b.Hash() {
			return false
		}
		if known && h == now {
			broughtBy = r.By
		}
		known = known && h == now && i+1 < len(releases)
	}
	return broughtBy == packaged
}

// bundleOf is the hash of a report's bundle in a release, empty where it holds none.
func bundleOf(r graph.Release, report string) string {
	for _, ref := range r.Bundles {
		if ref.Report == report {
			return ref.Hash
		}
	}
	return ""
}
