package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/queries"
)

// migrate does the schema's steps that the database has not had yet. Steps can be repeated, so that two programs that
// start at once, or one that is cut off, do no harm.
func (s *Store) migrate(ctx context.Context) error {
	done := 0
	err := s.read(ctx, querySchema.Name(), func(tx runner) error {
		row, _, err := one(ctx, tx, querySchema, nil)
		done = row.number("schema")
		return err
	})
	if err != nil {
		return err
	}
	steps := queries.Migrations
	if done > len(steps) {
		return fmt.Errorf("its schema is at step %d and this version knows %d: %w", done, len(steps), graph.ErrNewer)
	}
	for i, m := range steps[done:] {
		graph.Tell(ctx, graph.Progress{Step: "prepare the database: " + strings.ReplaceAll(m.Name, "_", " "), Done: i, Total: len(steps) - done})
		if err := s.step(ctx, m); err != nil {
			return fmt.Errorf("schema step %d (%s): %w", m.Number, m.Name, err)
		}
	}
	return nil
}

// step runs a migration's statements, each in a transaction of its own (tried: all in one saves nothing), and records the step.
func (s *Store) step(ctx context.Context, m queries.Migration) error {
	run := func(q queries.Query, params map[string]any) error {
		return s.write(ctx, q.Name(), func(tx runner) error {
			_, _, err := one(ctx, tx, q, params)
			return err
		})
	}
	for _, q := range m.Statements {
		if err := run(q, nil); err != nil && !alreadyThere(err) {
			return err
		}
	}
	wait := int((5 * time.Minute).Seconds())
	if err := run(queryAwaitIndexes, map[string]any{"seconds": wait}); err != nil {
		return err
	}
	return run(querySetSchema, map[string]any{"number": m.Number})
}

// update writes rows that follow older rules again, so that what Cypher counts is what Go counts. It makes no release, unless the
// rules merge the bundles otherwise. Cut off, it is done by the next opening or load.
func (s *Store) update(ctx context.Context) error {
	follows := rules
	err := s.read(ctx, queryReleaseCurrent.Name(), func(tx runner) (err error) {
		_, follows, err = currentRules(ctx, tx)
		return err
	})
	if err != nil || follows == rules {
		return err
	}
	if _, _, err = s.load(ctx, graph.Change{By: "crosswalk, rows brought up to date"}, false); err != nil {
		return fmt.Errorf("its rows follow rules %d and are brought up to rules %d: %w", follows, rules, err)
	}
	return nil
}

// alreadyThere reports whether another program made the same rule in the same moment, which IF NOT EXISTS does not cover.
func alreadyThere(err error) bool {
	var said *serverError
	return errors.As(err, &said) && strings.HasPrefix(said.code, "Neo.ClientError.Schema.") && strings.HasSuffix(said.code, "AlreadyExists")
}

// refuseForeign refuses a database in which other nodes than Crosswalk's stand.
func (s *Store) refuseForeign(ctx context.Context) error {
	if s.cfg.AllowForeign {
		return nil
	}
	var nodes, ours int
	var labels []any
	err := s.read(ctx, queryCounts.Name(), func(tx runner) error {
		row, _, err := one(ctx, tx, queryCounts, nil)
		if nodes, ours = row.number("nodes"), row.number("ours"); err != nil || nodes == ours {
			return err
		}
		labels = nil
		return each(ctx, tx, queryForeignLabels, nil, func(r record) error {
			labels = append(labels, r.value("labels"))
			return nil
		})
	})
	if err != nil || nodes == ours || len(labels) == 0 { // none was found: a load or a withdrawal ended between the counts
		return err
	}
	return fmt.Errorf("it holds %d nodes that are not Crosswalk's (labels %v): use a database of its own, or allow foreign nodes: %w",
		nodes-ours, labels, graph.ErrConflict)
}
