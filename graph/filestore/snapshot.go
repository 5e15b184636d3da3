package filestore

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Snapshot is the graph of the current release, with quotes where a text was attached. It is the one that was read before with
// what changed since, or read from an image, else merged from the bundles; then an image is made if no loader is at
// work and the folder can be written. Errors: ErrDamaged, naming the file; ErrConflict where this version merges the bundles
// otherwise than the one that made the release.
func (s *Store) Snapshot(ctx context.Context) (snap *graph.Snapshot, err error) {
	graph.Tell(ctx, graph.Progress{Step: "read the graph"})
	err = s.reading(ctx, func(m *manifest) error {
		plain, how, err := s.packed(ctx, m)
		if err != nil {
			return err
		}
		if how == mergedOtherwise {
			return fmt.Errorf("release %d was made by a version of crosswalk that merges otherwise; load any of its bundles again to make a release of this version: %w", m.current.Number, graph.ErrConflict)
		}
		if how == mergedNow {
			s.renewImage(m, plain)
		}
		snap, err = s.dir.quote(plain)
		return err
	})
	return snap, wrap("read the graph", err)
}

// origin is how the graph of a release was come by.
type origin int

const (
	fromImage origin = iota // or from memory, or from either and what changed since
	mergedNow
	mergedOtherwise // merged now, and the result is not what the release recorded
)

// packed is the snapshot of the current release, without quotes. Where this version refuses to merge the bundles at all, the graph
// is empty, merged otherwise, and the error says why.
func (s *Store) packed(ctx context.Context, m *manifest) (*graph.Snapshot, origin, error) {
	if m.current.Number == 0 {
		return graph.NewSnapshot(&graph.Graph{}, graph.Release{}), fromImage, nil
	}
	snap, how, err := s.latest(ctx, m)
	if err == nil && how != mergedOtherwise {
		s.remember(snap)
	}
	return snap, how, err
}

func (s *Store) latest(ctx context.Context, m *manifest) (*graph.Snapshot, origin, error) {
	before := s.remembered()
	if before != nil && before.Release().LoadID == m.current.LoadID && before.Release().Digest == m.current.Digest {
		return before, fromImage, nil
	}
	if snap, ok := s.dir.readImage(m.current); ok {
		return snap, fromImage, nil
	}
	snap, ok, err := s.follow(ctx, m, before)
	if err != nil || ok {
		return snap, fromImage, err
	}
	return s.mergeAnew(ctx, m.current)
}

func (s *Store) mergeAnew(ctx context.Context, r graph.Release) (*graph.Snapshot, origin, error) {
	if snap, ok, err := s.dir.mergeByParts(ctx, r); ok || err != nil {
		return snap, mergedNow, err
	}
	g, err := s.dir.merge(ctx, r)
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return graph.NewSnapshot(&graph.Graph{}, r), mergedOtherwise, err
	case err != nil:
		return nil, mergedNow, err
	}
	if g.Digest().String() != r.Digest {
		return graph.NewSnapshot(g, r), mergedOtherwise, nil
	}
	return graph.NewSnapshot(g, r), mergedNow, nil
}

// remember keeps a snapshot without quotes for the next reader or load.
func (s *Store) remember(snap *graph.Snapshot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last = snap
}

func (s *Store) remembered() *graph.Snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last
}

// mostAtOnce is how many bundles are unpacked at once: an edition takes a hundred times its file and tens of times its rows.
const mostAtOnce = 64

// mergeByParts merges the bundles of a release some at a time into the packed snapshot, so that they are never all in memory. It is
// not ok, and all are merged at once, where they are few, where judgements may tie any to any other, or where the result is not
// what the release recorded: that is told of all.
func (f folder) mergeByParts(ctx context.Context, r graph.Release) (*graph.Snapshot, bool, error) {
	if len(r.Bundles) <= mostAtOnce || r.Judgements != "" {
		return nil, false, nil
	}
	snap, digest := graph.NewSnapshot(&graph.Graph{}, graph.Release{}), (&graph.Graph{}).Digest()
	done := 0
	for refs := range slices.Chunk(r.Bundles, mostAtOnce) {
		graph.Tell(ctx, graph.Progress{Step: "merge bundles", Done: done, Total: len(r.Bundles)})
		done += len(refs)
		st, err := f.state(ctx, refs, "")
		if err != nil {
			return nil, false, err
		}
		next, before, after, ok := snap.Follow(r, nil, slices.Collect(maps.Values(st.Bundles)))
		if !ok {
			return nil, false, nil
		}
		snap, digest = next, digest.Replace(before, after)
	}
	return snap, digest.String() == r.Digest, nil
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
