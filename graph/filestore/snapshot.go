package filestore

import (
	"context"
	"errors"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Snapshot is the graph of the current release, with quotes where a text was attached. It is read from the image where
// that fits, else merged from the bundles; then the image is made again if no loader is at work and the folder can be
// written. Errors: ErrDamaged, naming the file; ErrConflict where this version merges the bundles otherwise than the one
// that made the release.
func (s *Store) Snapshot(ctx context.Context) (snap *graph.Snapshot, err error) {
	graph.Tell(ctx, graph.Progress{Step: "read the graph"})
	err = s.reading(ctx, func(m *manifest) error {
		g, how, err := s.graph(ctx, m)
		if err != nil {
			return err
		}
		if how == mergedOtherwise {
			return fmt.Errorf("release %d was made by a version of crosswalk that merges otherwise; load any of its bundles again to make a release of this version: %w", m.current.Number, graph.ErrConflict)
		}
		if how == mergedNow {
			s.renewImage(m, g)
		}
		if err := s.dir.quote(g); err != nil {
			return err
		}
		snap = graph.NewSnapshot(g, m.current)
		return nil
	})
	return snap, wrap("read the graph", err)
}

// origin is how the graph of a release was come by.
type origin int

const (
	fromImage origin = iota
	mergedNow
	mergedOtherwise // merged now, and the result is not what the release recorded
)

// graph is the merged graph of the current release, without quotes, owned by the caller. Where this version refuses to merge the
// bundles at all, the graph is empty, merged otherwise, and the error says why.
func (s *Store) graph(ctx context.Context, m *manifest) (*graph.Graph, origin, error) {
	if m.current.Number == 0 {
		return &graph.Graph{}, fromImage, nil
	}
	if g, ok := s.dir.readImage(m.current.Digest); ok {
		return g, fromImage, nil
	}
	g, err := s.dir.merge(ctx, m.current)
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return &graph.Graph{}, mergedOtherwise, err
	case err != nil:
		return nil, mergedNow, err
	}
	if g.Digest().String() != m.current.Digest {
		return g, mergedOtherwise, nil
	}
	return g, mergedNow, nil
}

// merge merges the bundles of a release.
func (f folder) merge(ctx context.Context, r graph.Release) (*graph.Graph, error) {
	st, err := f.state(ctx, r.Bundles, r.Judgements)
	if err != nil {
		return nil, err
	}
	g, err := st.Graph()
	if err != nil {
		return nil, fmt.Errorf("the bundles of release %d do not merge: %w", r.Number, err)
	}
	return g, nil
}

// state reads bundles and judgements.
func (f folder) state(ctx context.Context, refs []graph.BundleRef, js string) (st graph.State, err error) {
	st.Bundles = make(map[string]graph.Bundle, len(refs))
	for _, ref := range refs {
		if ctx.Err() != nil {
			return st, context.Cause(ctx)
		}
		if st.Bundles[ref.Report], err = f.bundle(ref); err != nil {
			return st, err
		}
	}
	st.Judgements, err = f.judgements(js)
	return st, err
}
