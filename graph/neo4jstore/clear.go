package neo4jstore

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/queries"
)

// Clear removes all that Crosswalk keeps in the database, releases included, and leaves the schema and foreign nodes.
// It is not atomic: readers meanwhile see an empty store or an error.
func (s *Store) Clear(ctx context.Context) error {
	for _, q := range []queries.Query{queryClearLinks, queryClear} {
		if err := s.clear(ctx, q); err != nil {
			return fmt.Errorf("clear: %w", err)
		}
	}
	return nil
}

// clear repeats a query that removes some until it removes none.
func (s *Store) clear(ctx context.Context, q queries.Query) error {
	for rows := -1; rows != 0; {
		err := s.write(ctx, q.Name(), func(tx runner) error {
			row, _, err := one(ctx, tx, q, map[string]any{"limit": 5 * pageSize})
			rows = row.number("rows")
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
