package graph

import (
	"context"
	"fmt"
)

// The contract of every store. It stands here, once, since both the suite that holds stores to it (storetest) and those
// who use stores build on it; filestore and neo4jstore are the stores.

// Loader changes what a store holds.
type Loader interface {
	// Plan says what Apply would do and changes nothing. Its errors are those of Apply.
	Plan(ctx context.Context, c Change) (Delta, error)
	// Apply makes one change and one release of it, or nothing at all. A change that changes nothing gives the current release
	// and changed = false.
	Apply(ctx context.Context, c Change) (r Release, changed bool, err error)
	// Attach cuts the quotes of a report's passages out of its text. It makes no release.
	Attach(ctx context.Context, report string, text []byte) error
}

// Snapshotter reads the merged graph of a release.
type Snapshotter interface {
	// Release is the current release; the zero Release where nothing was ever loaded. It is cheap and can be asked often.
	Release(ctx context.Context) (Release, error)
	// QuotesKey changes whenever quotes of the current release's reports come, change or go, by whichever process: attaching
	// makes no release, and a reader must see it all the same. It is opaque, compared with == alone, and as cheap as Release.
	QuotesKey(ctx context.Context) (string, error)
	// Snapshot is the graph of the current release, with quotes where a text was attached.
	Snapshot(ctx context.Context) (*Snapshot, error)
	// PastSnapshot is the graph of a release that was, by Release.ID or by its number in decimal. ErrNotFound for one that never
	// was, ErrGone for one that is no longer kept.
	PastSnapshot(ctx context.Context, release string) (*Snapshot, error)
}

// Archive gives back what was loaded.
type Archive interface {
	// Bundle is the bundle of a report as it was loaded, without quotes. ErrNotFound where no such report is loaded.
	Bundle(ctx context.Context, report string) (Bundle, error)
	// Judgements lists those of the current release, in canonical order.
	Judgements(ctx context.Context) ([]Judgement, error)
	// Releases lists every release that was ever made, newest first.
	Releases(ctx context.Context) ([]Release, error)
}

// ErrNewer: what the store holds was written by a newer version, in a form that this one does not know. It wraps
// ErrUnavailable. What stands before its words says what was found and what is known.
var ErrNewer = fmt.Errorf("use a newer version of crosswalk: %w", ErrUnavailable)

// Store keeps the graph. Its methods may be called at once from many goroutines and processes. Errors wrap the sentinels of
// this package and, where a call was broken off, the caller's own context error.
type Store interface {
	Loader
	Snapshotter
	Archive
	Close(ctx context.Context) error
}
