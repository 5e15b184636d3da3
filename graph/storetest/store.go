package storetest

import (
	"context"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Loader changes what a store holds.
type Loader interface {
	// Plan says what Apply would do and changes nothing. Its errors are those of Apply.
	Plan(ctx context.Context, c graph.Change) (graph.Delta, error)
	// Apply makes one change and one release of it, or nothing at all. A change that changes nothing gives the current release
	// and changed = false.
	Apply(ctx context.Context, c graph.Change) (r graph.Release, changed bool, err error)
	// Attach cuts the quotes of a report's passages out of its text. It makes no release.
	Attach(ctx context.Context, report string, text []byte) error
}

// Reader reads the merged graph of a release.
type Reader interface {
	Release(ctx context.Context) (graph.Release, error)
	Snapshot(ctx context.Context) (*graph.Snapshot, error)
	PastSnapshot(ctx context.Context, release string) (*graph.Snapshot, error)
}

// Archive gives back what was loaded.
type Archive interface {
	Bundle(ctx context.Context, report string) (graph.Bundle, error)
	Judgements(ctx context.Context) ([]graph.Judgement, error)
	Releases(ctx context.Context) ([]graph.Release, error)
}

// Store is what the suite needs of a store.
type Store interface {
	Loader
	Reader
	Archive
	Close(ctx context.Context) error
}
