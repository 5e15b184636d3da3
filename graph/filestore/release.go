package filestore

import (
	"context"
	"errors"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Release is the current release; the zero Release where nothing was ever loaded. It costs one stat of the manifest while
// no other load came, so that it can be asked often.
func (s *Store) Release(ctx context.Context) (graph.Release, error) {
	if err := ctx.Err(); err != nil {
		return graph.Release{}, wrap("read the release", err)
	}
	m, err := s.manifest()
	if err != nil {
		return graph.Release{}, wrap("read the release", err)
	}
	return m.current, nil
}

// Releases lists every release that was ever made, newest first; empty where there is none.
func (s *Store) Releases(ctx context.Context) ([]graph.Release, error) {
	if err := ctx.Err(); err != nil {
		return nil, wrap("read the releases", err)
	}
	m, err := s.manifest()
	if err != nil {
		return nil, wrap("read the releases", err)
	}
	return m.releases(), nil
}

// tries is how often a reader starts anew because loads took away what it was reading.
const tries = 20

// reading runs read on the manifest as it is. Readers hold no lock: where a file is gone, and the release moved meanwhile,
// it was removed because no release that is kept needs it, and read starts anew.
func (s *Store) reading(ctx context.Context, read func(m *manifest) error) error {
	for range tries {
		if err := ctx.Err(); err != nil {
			return context.Cause(ctx)
		}
		m, err := s.manifest()
		if err != nil {
			return err
		}
		err = read(m)
		if !errors.Is(err, errMissing) {
			return err
		}
		if now, e := s.manifest(); e != nil || now.current.LoadID == m.current.LoadID {
			return err
		}
	}
	return fmt.Errorf("loads took away what was being read, %d times; try again: %w", tries, graph.ErrConflict)
}
