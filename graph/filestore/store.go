package filestore

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Store is the graph in one folder. Its methods may be called at once from many goroutines, and several stores, in one
// process or many, may have the same folder open.
type Store struct {
	dir     folder
	options Options

	mu   sync.Mutex
	seen seen            // the manifest as last read
	last *graph.Snapshot // the graph as last read or loaded, without quotes
}

// Open opens the store in a folder, which the first load creates. It reads the manifest and changes nothing. Errors:
// ErrDamaged and graph.ErrNewer, naming the file; ErrUnavailable where the folder cannot be read.
func Open(ctx context.Context, dir string, o Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("open the folder %s: %w", dir, err)
	}
	abs, err := filepath.Abs(dir)
	if err != nil || dir == "" {
		return nil, fmt.Errorf("open the folder %q: no such path: %w", dir, graph.ErrUnavailable)
	}
	s := &Store{dir: folder(abs), options: o.withDefaults()}
	if _, err := s.manifest(); err != nil {
		return nil, fmt.Errorf("open the folder %s: %w", dir, err)
	}
	return s, nil
}

// Close ends nothing: no file stays open between calls. It returns nil.
func (s *Store) Close(context.Context) error { return nil }

// keep is how many past releases are kept.
func (s *Store) keep() int { return max(s.options.Keep, 0) }

// wrap says what was attempted.
func wrap(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
