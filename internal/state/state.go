// Package state keeps what people add beside the graph: tokens and the audit log so far. It is a SQLite file in the data folder, never
// the graph, where whoever may send Cypher could read it. Several processes may have it open at once.
package state

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite" // the driver, in Go alone

	"github.com/crosswalk-kg/crosswalk/graph"
)

//go:embed migrations
var migrations embed.FS

// FileName is the name of the file in the data folder.
const FileName = "state.sqlite"

// Store is what people added. Its methods may be called at once.
type Store struct {
	db  *sql.DB
	now func() time.Time
}

// Open opens the file in a data folder, makes both where they are not there, and brings its tables up to date. now is the clock, nil for
// the system's. Errors: graph.ErrNewer for a file that a newer program wrote, graph.ErrUnavailable for one that cannot be used.
func Open(ctx context.Context, dir string, now func() time.Time) (*Store, error) {
	if now == nil {
		now = time.Now
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w: %w", err, graph.ErrUnavailable)
	}
	path := filepath.Join(dir, FileName)
	if err := private(path); err != nil {
		return nil, fmt.Errorf("open %s: %w: %w", path, err, graph.ErrUnavailable)
	}
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: url.Values{"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)"}, "_txlock": {"immediate"}}.Encode()}
	db, err := sql.Open("sqlite", address.String())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w: %w", path, err, graph.ErrUnavailable)
	}
	db.SetMaxOpenConns(4)
	s := &Store{db, now}
	if err := s.alone(ctx, dir, s.migrate); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return s, nil
}

// private makes the file, if it is not there, for its owner alone.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// alone runs work while no other process does: two that bring tables up to date at once would do a step twice.
func (s *Store) alone(ctx context.Context, dir string, work func(context.Context) error) error {
	lock := flock.New(filepath.Join(dir, "state.lock"), flock.SetPermissions(0o600))
	waiting, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	if _, err := lock.TryLockContext(waiting, 20*time.Millisecond); err != nil {
		return fmt.Errorf("another process has it open for itself: %w: %w", err, graph.ErrUnavailable)
	}
	defer lock.Close()
	return work(ctx)
}

// migrate does the steps that were not done yet, each whole or not at all.
func (s *Store) migrate(ctx context.Context) error {
	steps, err := fs.Sub(migrations, "migrations/sqlite")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, s.db, steps)
	if err != nil {
		return err
	}
	known := p.ListSources()
	at, err := p.GetDBVersion(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", err, graph.ErrUnavailable)
	}
	if last := known[len(known)-1].Version; at > last {
		return fmt.Errorf("its tables are of step %d, this version of crosswalk knows %d: %w", at, last, graph.ErrNewer)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("bring its tables up to date: %w: %w", err, graph.ErrUnavailable)
	}
	return nil
}

// Close closes the file.
func (s *Store) Close() error { return s.db.Close() }

// stamp is a time as the tables have it.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// moment reads a stamp; the zero time for none.
func moment(s string) time.Time {
	t, _ := time.Parse(time.RFC3339, s) // which stamp wrote
	return t
}

// unavailable says that the file cannot be used now.
func unavailable(what string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%s: %w: %w", what, err, graph.ErrUnavailable)
}
