package filestore

import (
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// TestMergedOtherwise: a release whose digest this version does not arrive at, since it was made by one that merges
// otherwise, is not passed off as the same; loading any bundle again makes a release of this version.
func TestMergedOtherwise(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	first := graph.Change{Put: []graph.Bundle{storetest.First().Bundle}}
	r, _, err := s.Apply(t.Context(), first)
	if err != nil {
		t.Fatal(err)
	}
	m, err := s.manifest()
	if err != nil {
		t.Fatal(err)
	}
	theirs := *m
	theirs.Releases[0].Digest = strings.Repeat("12", 32)
	content, err := seal(manifestFormat, theirs)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.dir.manifest(), append(content, '\n'), 0o644); err != nil { // a byte more, as any other version has
		t.Fatal(err)
	}
	_, err = s.Snapshot(t.Context())
	if !errors.Is(err, graph.ErrConflict) || !strings.Contains(err.Error(), "load any of its bundles again") {
		t.Errorf("snapshot: %v", err)
	}
	again, changed, err := s.Apply(t.Context(), first)
	if err != nil || !changed || again.Number != 2 || again.Digest != r.Digest {
		t.Fatalf("loaded again: release %d with digest %s, changed %v, %v; want release 2 with digest %s", again.Number, again.Digest, changed, err, r.Digest)
	}
	if snap, err := s.Snapshot(t.Context()); err != nil || snap.Graph().Digest().String() != r.Digest {
		t.Errorf("snapshot after loading again: %v", err)
	}
	if _, err := s.PastSnapshot(t.Context(), "1"); !errors.Is(err, graph.ErrGone) {
		t.Errorf("the release that merges otherwise: %v", err)
	}
}
