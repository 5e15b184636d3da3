package filestore

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/storetest"
)

// TestReading: a reader whose file is gone starts anew if the release moved, and else tells of damage; one that is always
// outrun gives up.
func TestReading(t *testing.T) {
	s, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	bundles := []graph.Bundle{storetest.First().Bundle, storetest.FirstRevised().Bundle}
	loads := 0
	load := func() {
		loads++
		if _, changed, err := s.Apply(t.Context(), graph.Change{Put: bundles[loads%2 : loads%2+1]}); err != nil || !changed {
			t.Fatalf("load: changed %v, %v", changed, err)
		}
	}
	load()
	missing := fmt.Errorf("bundles/x %w: %w", errMissing, ErrDamaged)
	var seen []int
	err = s.reading(t.Context(), func(m *manifest) error {
		seen = append(seen, m.current.Number)
		if len(seen) == 1 {
			load()
			return missing
		}
		return nil
	})
	if err != nil || len(seen) != 2 || seen[1] != seen[0]+1 {
		t.Errorf("outrun once: releases %v, %v", seen, err)
	}
	if err := s.reading(t.Context(), func(*manifest) error { return missing }); !errors.Is(err, ErrDamaged) {
		t.Errorf("gone, and nobody loads: %v", err)
	}
	err = s.reading(t.Context(), func(*manifest) error { load(); return missing })
	if !errors.Is(err, graph.ErrConflict) || errors.Is(err, ErrDamaged) {
		t.Errorf("always outrun: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	err = s.reading(ctx, func(*manifest) error { load(); cancel(); return missing })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("outrun, and the caller went away: %v", err)
	}
}
