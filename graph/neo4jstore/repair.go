package neo4jstore

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// PlanRepair says what Repair would do, without doing it: added are the rows that somebody removed, changed those that somebody
// changed, removed those that nobody loaded. Errors are those of Plan.
func (s *Store) PlanRepair(ctx context.Context) (graph.Delta, error) {
	var p plan
	var moved bool
	err := s.read(ctx, "plan-repair", func(tx runner) (err error) {
		if p, err = makePlan(ctx, tx, graph.Change{}, true); err != nil {
			return err
		}
		after, err := current(ctx, tx)
		moved = after.LoadID != p.from.LoadID
		return err
	})
	if err == nil && moved {
		err = fmt.Errorf("a load came between; plan again: %w", graph.ErrConflict)
	}
	return p.delta, wrap("plan a repair", err)
}
