package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// Prepare looks at a text and at the plan that the server makes of it. name is what the server's list of transactions shows. Errors wrap
// ErrRefused, graph.ErrInvalid for what is no Cypher (with line:column), graph.ErrUnavailable, or ErrBusy.
func (c *Cypher) Prepare(ctx context.Context, name, text string, params map[string]any) (Prepared, error) {
	p := Prepared{name: name, params: params}
	var err error
	if p.text, err = c.readText(text, params); err != nil {
		return Prepared{}, err
	}
	end, err := c.place(ctx)
	if err != nil {
		return Prepared{}, err
	}
	defer end()
	err = c.read(ctx, "explain "+name, func(ctx context.Context, tx runner) error {
		result, err := tx.Run(ctx, "EXPLAIN "+p.text, params)
		if err != nil {
			return err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return err
		}
		err = c.explained(&p, summary)
		p.warnings = warningsOf(summary, p.plan)
		return err
	})
	if err != nil {
		return Prepared{}, err
	}
	return p, nil
}

// explained takes what the server says of a query.
func (c *Cypher) explained(p *Prepared, summary neo4j.ResultSummary) (err error) {
	if summary.Plan() == nil {
		return refusedBy("plan", "the server makes no plan of it")
	}
	if p.plan, err = c.readPlan(summary.Plan()); err != nil {
		return err
	}
	if summary.StatementType() != neo4j.StatementTypeReadOnly {
		return refusedBy("type", "the server does not call it a query that only reads")
	}
	return nil
}

// Run runs what was prepared, hands on the names of its columns, then its rows as they come, until there are as many rows or bytes
// as are given; then truncated is true and the server is told to stop, as it is where row gives an error or ctx ends. Errors are those of
// Prepare, of head and row, and context.DeadlineExceeded for a query that takes longer than it may.
func (c *Cypher) Run(ctx context.Context, p Prepared, head func(columns []string) error, row func([]any) error) (truncated bool, err error) {
	if p.text == "" {
		return false, fmt.Errorf("nothing was prepared: %w", graph.ErrInvalid)
	}
	end, err := c.place(ctx)
	if err != nil {
		return false, err
	}
	defer end()
	err = c.read(ctx, p.name, func(ctx context.Context, tx runner) error {
		result, err := tx.Run(ctx, p.text, p.params)
		if err != nil {
			return err
		}
		columns, err := result.Keys()
		if err != nil {
			return err
		}
		if err := head(columns); err != nil {
			return taken{err}
		}
		truncated, err = c.rows(ctx, result, row)
		return c.final(ctx, err)
	})
	var t taken
	if errors.As(err, &t) {
		return truncated, t.error
	}
	return truncated, err
}

// taken is an error of who takes the rows.
type taken struct{ error }

// rows hands rows on within the bounds.
func (c *Cypher) rows(ctx context.Context, result neo4j.ResultWithContext, row func([]any) error) (truncated bool, err error) {
	v := newValues()
	bytes := 0
	for n := 0; result.Next(ctx); n++ {
		if n == c.o.Rows {
			return true, nil
		}
		values, size := v.row(result.Record().Values)
		if bytes += size; bytes > c.o.Bytes {
			return true, nil
		}
		if err := row(values); err != nil {
			return false, taken{err}
		}
	}
	return false, result.Err()
}

// Collect is Run that keeps the rows.
func (c *Cypher) Collect(ctx context.Context, p Prepared) (queries.Result, error) {
	out := queries.Result{Rows: [][]any{}, Warnings: p.warnings}
	var err error
	out.Truncated, err = c.Run(ctx, p, func(columns []string) error { out.Columns = columns; return nil },
		func(row []any) error { out.Rows = append(out.Rows, row); return nil })
	return out, err
}

// final is an error after which the driver tries nothing again: rows may have been handed on, and would come twice.
func (c *Cypher) final(ctx context.Context, err error) error {
	var server *neo4j.Neo4jError
	if t := (taken{}); err == nil || errors.As(err, &t) || errors.As(err, &server) && !neo4j.IsRetryable(err) {
		return err
	}
	return c.said(context.WithoutCancel(ctx), ctx, err)
}

// grace is how much longer than the server's timeout a query is waited for: the server tells better what went wrong.
const grace = 2 * time.Second

// read runs work in a transaction that reads, for as long as a query may take.
func (c *Cypher) read(ctx context.Context, name string, work func(context.Context, runner) error) error {
	s := c.store
	limited, cancel := context.WithTimeout(ctx, c.o.Time+grace)
	defer cancel()
	session := s.driver.NewSession(limited, neo4j.SessionConfig{DatabaseName: s.cfg.Database, AccessMode: neo4j.AccessModeRead, BookmarkManager: s.bookmarks,
		NotificationsMinSeverity: notifications.InformationLevel}) // costly texts are no warning to the server
	defer closing(limited, session.Close)
	_, err := session.ExecuteRead(limited, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(limited, tx)
	}, settings("ask: "+name, c.o.Time)...)
	if t := (taken{}); errors.As(err, &t) || isOurs(err) && ctx.Err() == nil {
		return err
	}
	return c.said(ctx, limited, err)
}
