package neo4jstore

import (
	"context"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Audit reads every row and holds it against the current release, as Snapshot does, and keeps nothing. Loaders do not wait for it, and
// where they come between again and again it says nothing. Errors are those of Snapshot: ErrWrittenByHand, naming some rows, where the
// rows are not what was loaded.
func (s *Store) Audit(ctx context.Context) error {
	for range moves {
		fits, moved, err := s.fits(ctx)
		if err != nil {
			return wrap("audit the graph", err)
		}
		if fits {
			return nil
		}
		if !moved {
			_, err := s.lockedSnapshot(ctx) // which names the rows
			return wrap("audit the graph", err)
		}
	}
	return nil
}

// fits reports whether the rows that are read are those of the release, and whether it moved meanwhile.
func (s *Store) fits(ctx context.Context) (fits, moved bool, err error) {
	r := &reader{run: s.read, apart: true}
	release, err := r.begin(ctx)
	if err != nil {
		return false, false, err
	}
	reports, err := r.reports(ctx, release.Bundles)
	if err != nil {
		return false, false, err
	}
	got, err := r.summed(ctx, reports, func(*graph.Graph) {})
	if err != nil {
		return false, false, err
	}
	after, err := s.Release(ctx)
	want, _ := graph.ParseDigest(release.Digest) // which parsed when the release was read
	return got == want && len(r.amiss.Entities)+len(r.amiss.Links) == 0, after.LoadID != release.LoadID, err
}
