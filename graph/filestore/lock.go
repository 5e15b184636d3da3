package filestore

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// The lock is flock's rather than a file that exists or not: the system lets go of it when its holder is killed.
// gofrs/flock is used, not golang.org/x/sys, because it does the same on systems without flock.

// acquire takes the loaders' lock and gives the function that lets go of it. It creates the folder where that is not there.
// ErrConflict where another loader holds it longer than LockWait.
func (s *Store) acquire(ctx context.Context) (release func(), err error) {
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err := s.dir.create(); err != nil {
		return nil, unwritable(err)
	}
	wait, cancel := context.WithTimeout(ctx, max(s.options.LockWait, 0))
	defer cancel()
	lock := flock.New(s.dir.lock(), flock.SetPermissions(0o644))
	got, err := lock.TryLock()
	if !got && err == nil {
		got, err = lock.TryLockContext(wait, 10*time.Millisecond)
	}
	switch {
	case got:
		return func() { _ = lock.Close() }, nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("wait for another loader: %w", context.Cause(ctx))
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("another loader is at work in %s and did not end within %v; try again: %w", s.dir, max(s.options.LockWait, 0), graph.ErrConflict)
	}
	return nil, unwritable(err)
}

// create makes the folder and its parents, each durably.
func (f folder) create() error { return makeDirs(string(f)) }

func makeDirs(dir string) error {
	err := makeDir(dir)
	if errors.Is(err, fs.ErrNotExist) && filepath.Dir(dir) != dir {
		if err = makeDirs(filepath.Dir(dir)); err == nil {
			err = makeDir(dir)
		}
	}
	return err
}
