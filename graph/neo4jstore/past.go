package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// PastSnapshot is the graph of a release that was, named by Release.ID or by its number in decimal: merged anew from the
// bundles and judgements that were loaded then, with quotes where their texts are attached now. Of several releases with one
// id, which hold the same graph, it is the newest. Errors: ErrNotFound for a release that never was, ErrGone for
// one that is no longer kept.
func (s *Store) PastSnapshot(ctx context.Context, release string) (*graph.Snapshot, error) {
	var state graph.State
	var r graph.Release
	err := s.read(ctx, "past snapshot", func(tx runner) error {
		rs, err := releases(ctx, tx)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(rs, func(r graph.Release) bool { return r.Named(release) }) // newest first
		if at < 0 {
			return fmt.Errorf("no such release was ever made: %w", graph.ErrNotFound)
		}
		if r = rs[at]; at > max(s.cfg.Keep, 0) {
			return fmt.Errorf("number %d of %s; the current one and %d before it are kept: %w", r.Number, r.Time.Format("2006-01-02"), max(s.cfg.Keep, 0), graph.ErrGone)
		}
		if state, err = readState(ctx, tx, r); err != nil {
			if errors.Is(err, errMissing) && at > 0 { // a loader that keeps fewer was at work
				return fmt.Errorf("%s: %w", graph.Message(err), graph.ErrGone)
			}
			return err
		}
		for id, b := range state.Bundles {
			q, err := quoted(ctx, tx, b)
			if errors.Is(err, graph.ErrInvalid) {
				continue // loaded before its text was there to check it
			}
			if err != nil {
				return err
			}
			state.Bundles[id] = q
		}
		return nil
	})
	if err != nil {
		return nil, wrap("release "+release, err)
	}
	g, err := state.Graph()
	if err != nil {
		return nil, wrap("release "+release, err)
	}
	if g.Digest().String() != r.Digest {
		return nil, fmt.Errorf("release %s was made by a version of crosswalk that merges otherwise: %w", release, graph.ErrGone)
	}
	return graph.NewSnapshot(g, r), nil
}
