package filestore

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// ErrDamaged: a file of the folder is missing or is not what was written. It wraps graph.ErrUnavailable; the message
// names the file and what to do.
var ErrDamaged = fmt.Errorf("the folder is damaged: %w", graph.ErrUnavailable)

// damaged says which file is wrong, how, and what to do.
func damaged(path, fault, remedy string) error {
	return fmt.Errorf("%s %s; %s: %w", path, fault, remedy, ErrDamaged)
}

// unreadable is an error of the file system, which may pass.
func unreadable(err error) error { return fmt.Errorf("%w: %w", err, graph.ErrUnavailable) }

// unwritable is an error of the file system while a load was written; nothing was changed.
func unwritable(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		err = fmt.Errorf("%w (the folder must be writable by this user)", err)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		err = fmt.Errorf("%w (make room, then load again)", err)
	}
	return fmt.Errorf("%w: %w", err, graph.ErrUnavailable)
}
