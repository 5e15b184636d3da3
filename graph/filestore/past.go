package filestore

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// PastSnapshot is the graph of a release that was, named by Release.ID or by its number in decimal: merged anew from the
// bundles and judgements that were loaded then, with quotes where their texts are attached now. Of several releases with one
// id, which hold the same graph, it is the newest. Errors: ErrNotFound for a release that never was, ErrGone for one that is no
// longer kept or that this version would merge otherwise.
func (s *Store) PastSnapshot(ctx context.Context, release string) (snap *graph.Snapshot, err error) {
	err = s.reading(ctx, func(m *manifest) error {
		r, ok := m.find(release)
		switch {
		case !ok:
			return fmt.Errorf("no such release was ever made: %w", graph.ErrNotFound)
		case r.Number < m.KeptFrom:
			return fmt.Errorf("number %d of %s; the oldest that is kept is %d: %w", r.Number, r.Time.Format("2006-01-02"), m.KeptFrom, graph.ErrGone)
		}
		plain, ok := s.dir.readImage(r)
		if !ok {
			var how origin
			if plain, how, err = s.mergeAnew(ctx, r); err != nil {
				return err
			}
			if how == mergedOtherwise {
				return fmt.Errorf("number %d was made by a version of crosswalk that merges otherwise: %w", r.Number, graph.ErrGone)
			}
		}
		snap, err = s.dir.quote(plain)
		return err
	})
	return snap, wrap("release "+release, err)
}

// find is the newest release with that name.
func (m *manifest) find(name string) (graph.Release, bool) {
	for i := len(m.Releases) - 1; i >= 0; i-- {
		e := m.Releases[i]
		if (graph.Release{Digest: e.Digest, Number: e.Number}).Named(name) {
			upTo := manifest{Releases: m.Releases[:i+1]}
			return upTo.newest(), true
		}
	}
	return graph.Release{}, false
}
