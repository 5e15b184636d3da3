package neo4jstore

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// CypherOptions bound what people run, and widen what they may. A zero number is its default.
type CypherOptions struct {
	Text   int           // bytes of a text (64 KiB)
	Rows   int           // rows given (10,000)
	Bytes  int           // bytes of rows given, about as JSON (16 MiB)
	Time   time.Duration // of one query (10 s)
	AtOnce int           // queries that run at once (2)
	Wait   time.Duration // for a place among them (5 s)

	Operators, Procedures, Functions []string // allowed beside those that are known only to read
}

func (o CypherOptions) withDefaults() CypherOptions {
	o.Text = cmp.Or(o.Text, 64<<10)
	o.Rows = cmp.Or(o.Rows, 10_000)
	o.Bytes = cmp.Or(o.Bytes, 16<<20)
	o.Time = cmp.Or(o.Time, 10*time.Second)
	o.AtOnce = cmp.Or(o.AtOnce, 2)
	o.Wait = cmp.Or(o.Wait, 5*time.Second)
	return o
}

// Cypher runs what people ask, and only reads. The server's read access mode is not enough for that: it runs procedures, SHOW and
// LOAD CSV. So a text is prepared first, which looks at it and at the plan that the server makes of it, and the text that was prepared is
// what runs.
type Cypher struct {
	store  *Store
	o      CypherOptions
	places chan struct{}
}

// Cypher is the runner over the store's database.
func (s *Store) Cypher(o CypherOptions) *Cypher {
	o = o.withDefaults()
	return &Cypher{store: s, o: o, places: make(chan struct{}, o.AtOnce)}
}

// Prepared is a text that may run, with its parameters. Only Prepare makes one.
type Prepared struct {
	name     string
	text     string
	params   map[string]any
	plan     queries.Plan
	warnings []string
}

// Plan is how the server will run it.
func (p Prepared) Plan() queries.Plan { return p.plan }

// Warnings are what the server says of it.
func (p Prepared) Warnings() []string { return p.warnings }

// The errors of queries with the sentinels that they mean.
var (
	ErrRefused = fmt.Errorf("%w: %w", queries.ErrRefused, graph.ErrInvalid)
	ErrBusy    = fmt.Errorf("%w: %w", queries.ErrBusy, graph.ErrUnavailable)
)

// Ask prepares a text, runs it, and keeps its rows, within the bounds. Errors are those of Prepare and Run.
func (c *Cypher) Ask(ctx context.Context, name, text string, params map[string]any) (queries.Result, error) {
	p, err := c.Prepare(ctx, name, text, params)
	if err != nil {
		return queries.Result{}, err
	}
	return c.Collect(ctx, p)
}

// Explain is how the server would run a text that may run, and what it says of it. Errors are those of Prepare.
func (c *Cypher) Explain(ctx context.Context, name, text string, params map[string]any) (queries.Plan, []string, error) {
	p, err := c.Prepare(ctx, name, text, params)
	return p.plan, p.warnings, err
}

// Stream is Ask that hands on the names of the columns with what the server says of the text, then the rows as they come.
func (c *Cypher) Stream(ctx context.Context, name, text string, params map[string]any, head func(columns, warnings []string) error, row func([]any) error) (truncated bool, err error) {
	p, err := c.Prepare(ctx, name, text, params)
	if err != nil {
		return false, err
	}
	return c.Run(ctx, p, func(columns []string) error { return head(columns, p.warnings) }, row)
}

// place waits for a place among those that run at once; end gives it back.
func (c *Cypher) place(ctx context.Context) (end func(), err error) {
	waiting := time.NewTimer(c.o.Wait)
	defer waiting.Stop()
	select {
	case c.places <- struct{}{}:
		return func() { <-c.places }, nil
	case <-waiting.C:
		return nil, fmt.Errorf("%d run, and none ended within %v: %w", c.o.AtOnce, c.o.Wait, ErrBusy)
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
