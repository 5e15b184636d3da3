package neo4jstore

import (
	"context"
	"errors"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Snapshot reads the graph of the current release, with quotes where a text was attached. It is exact: what was read has
// the release's digest, and the release did not move meanwhile. After loads came between three times, or where the digest
// does not fit, it holds loaders back while it reads. Errors: ErrWrittenByHand where the digest does not fit though nobody
// loads, naming some rows; ErrConflict where a loader did not let it in within LockWait; ErrUnavailable.
func (s *Store) Snapshot(ctx context.Context) (*graph.Snapshot, error) {
	for range moves {
		snap, moved, err := s.readSnapshot(ctx)
		if err == nil && !moved {
			return snap, nil
		}
		if errors.Is(err, ErrWrittenByHand) {
			break
		}
		if err != nil {
			return nil, wrap("read the graph", err)
		}
	}
	snap, err := s.lockedSnapshot(ctx)
	return snap, wrap("read the graph", err)
}

// readSnapshot reads page by page, each in a transaction of its own, so that no load waits.
func (s *Store) readSnapshot(ctx context.Context) (snap *graph.Snapshot, moved bool, err error) {
	r := &reader{run: s.read, apart: true}
	before, err := r.begin(ctx)
	if err != nil {
		return nil, false, err
	}
	snap, err = r.snapshot(ctx, before)
	if err != nil && !errors.Is(err, ErrWrittenByHand) {
		return nil, false, err
	}
	after, errAfter := s.Release(ctx)
	if errAfter != nil {
		return nil, false, errAfter
	}
	if after.LoadID != before.LoadID {
		return nil, true, nil
	}
	return snap, false, err
}

// begin reads the current release, and whether its rows follow the rules of this version.
func (r *reader) begin(ctx context.Context) (release graph.Release, err error) {
	err = r.run(ctx, queryReleaseCurrent.Name(), func(tx runner) (err error) {
		var follows int
		release, follows, err = currentRules(ctx, tx)
		r.check = follows == rules
		return err
	})
	return release, err
}

// lockedSnapshot reads in one transaction that holds the loaders' lock, and writes nothing.
func (s *Store) lockedSnapshot(ctx context.Context) (snap *graph.Snapshot, err error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closing(ctx, session.Close)
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		if err := s.lock(ctx, tx, "a reader"); err != nil {
			return nil, err
		}
		release, follows, err := currentRules(ctx, tx)
		if err != nil {
			return nil, err
		}
		r := &reader{run: func(_ context.Context, _ string, work func(runner) error) error { return work(tx) }, explain: true, check: follows == rules}
		snap, err = r.snapshot(ctx, release)
		return nil, err
	}, settings("snapshot", s.cfg.LoadTimeout)...)
	return snap, translate(ctx, err)
}

// snapshot reads all rows and holds them against the release's digest. To name the rows that do not fit it reads them as Go
// values; else they are packed page by page, so that they are never all in memory as such.
func (r *reader) snapshot(ctx context.Context, release graph.Release) (*graph.Snapshot, error) {
	if r.explain {
		return r.explained(ctx, release)
	}
	b, got, err := r.packed(ctx, release.Bundles)
	if err != nil {
		return nil, err
	}
	want, _ := graph.ParseDigest(release.Digest) // which parsed when the release was read
	if got != want || len(r.amiss.Entities)+len(r.amiss.Links) > 0 {
		return nil, ErrWrittenByHand
	}
	snap, err := b.Snapshot(release)
	if err != nil {
		return nil, ErrWrittenByHand // which is told when it is explained
	}
	return snap, nil
}

// explained is snapshot, naming some of the rows that do not fit.
func (r *reader) explained(ctx context.Context, release graph.Release) (*graph.Snapshot, error) {
	g, err := r.graph(ctx, release.Bundles)
	if err != nil {
		return nil, err
	}
	want, _ := graph.ParseDigest(release.Digest)
	switch got := g.Digest(); {
	case got != want:
		return nil, fmt.Errorf("release %d has the digest %s, its rows in the database have %s%s; crosswalk repair makes them what was loaded: %w",
			release.Number, want, got, r.differences(ctx, release, g), ErrWrittenByHand)
	case len(r.amiss.Entities)+len(r.amiss.Links) > 0:
		return nil, fmt.Errorf("what each report says is not kept for Cypher as it should be%s; crosswalk repair writes it again: %w", some(&graph.Delta{Changed: r.amiss}), ErrWrittenByHand)
	}
	return graph.NewSnapshot(g, release), nil
}
