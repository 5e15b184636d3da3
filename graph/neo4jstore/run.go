package neo4jstore

import (
	"context"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// runner is an open transaction.
type runner interface {
	Run(ctx context.Context, cypher string, params map[string]any) (neo4j.ResultWithContext, error)
}

// record is one row that a query returned, by column. That of a query that failed or returned none has no column.
type record struct{ *neo4j.Record }

func (r record) value(column string) any {
	if r.Record == nil {
		return nil
	}
	v, _ := r.Get(column)
	return v
}

// text is a column that holds a string.
func (r record) text(column string) string { s, _ := r.value(column).(string); return s }

// number is a column that holds a whole number.
func (r record) number(column string) int { n, _ := r.value(column).(int64); return int(n) }

// properties is a column that holds a map.
func (r record) properties(column string) properties {
	m, _ := r.value(column).(map[string]any)
	return m
}

// each runs a query and passes its rows on as they come.
func each(ctx context.Context, tx runner, q queries.Query, params map[string]any, row func(record) error) error {
	result, err := tx.Run(ctx, q.Text(), params)
	if err != nil {
		return fmt.Errorf("%s: %w", q.Name(), err)
	}
	for result.Next(ctx) {
		if err := row(record{result.Record()}); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return fmt.Errorf("%s: %w", q.Name(), err)
	}
	return nil
}

// one runs a query of at most one row and reports whether there was one.
func one(ctx context.Context, tx runner, q queries.Query, params map[string]any) (row record, ok bool, err error) {
	err = each(ctx, tx, q, params, func(r record) error { row, ok = r, true; return nil })
	return row, ok, err
}

// pageSize is how many rows one statement takes or gives.
const pageSize = 2000

// write runs a query over rows, pageSize at a time, and checks that it met every one of them.
func write[T any](ctx context.Context, tx runner, q queries.Query, parameter string, rows []T) error {
	for len(rows) > 0 {
		n := min(pageSize, len(rows))
		row, _, err := one(ctx, tx, q, map[string]any{parameter: rows[:n]})
		if err != nil {
			return err
		}
		if got := row.number("rows"); got != n {
			return fmt.Errorf("%s: %d of %d rows were met: %w", q.Name(), got, n, ErrWrittenByHand)
		}
		rows = rows[n:]
	}
	return nil
}

// read runs work in a transaction that reads, which the driver repeats when the server calls its end passing.
func (s *Store) read(ctx context.Context, name string, work func(runner) error) error {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer closing(ctx, session.Close)
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, work(tx) }, settings(name, s.cfg.ReadTimeout)...)
	return translate(ctx, err)
}

// write runs work in a transaction that writes little; a load has its own way (see Apply).
func (s *Store) write(ctx context.Context, name string, work func(runner) error) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer closing(ctx, session.Close)
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) { return nil, work(tx) }, settings(name, s.cfg.LoadTimeout)...)
	return translate(ctx, err)
}

// closing gives a transaction or session back, also when the caller's context is at its end: otherwise the server would
// keep the transaction, with its locks, until its timeout.
func closing(ctx context.Context, end func(context.Context) error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	_ = end(ctx) // what went wrong is told by what was done in it
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.cfg.Database, AccessMode: mode, BookmarkManager: s.bookmarks})
}

// settings give a transaction its timeout on the server and the name under which SHOW TRANSACTIONS lists it.
func settings(name string, timeout time.Duration) []func(*neo4j.TransactionConfig) {
	return []func(*neo4j.TransactionConfig){
		neo4j.WithTxTimeout(timeout),
		neo4j.WithTxMetadata(map[string]any{"app": "crosswalk", "query": name}),
	}
}

// lock takes the write lock at which loaders queue, for at most s.cfg.LockWait.
func (s *Store) lock(ctx context.Context, tx runner, loadID string) error {
	waiting, cancel := context.WithTimeout(ctx, s.cfg.LockWait)
	defer cancel()
	_, _, err := one(waiting, tx, queryLock, map[string]any{"load_id": loadID})
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		return fmt.Errorf("another loader is at work and did not end within %v: %w", s.cfg.LockWait, graph.ErrConflict)
	}
	return err
}
