package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// errUndone: the connection was lost while the load was committed, and the load did not reach its end.
var errUndone = errors.New("the connection was lost while the load was committed, which was not done")

// find looks whether a load whose commit was lost reached its end. It waits at the loaders' lock, which the server holds
// for that load until it has committed it or given it up. What did not reach its end can be tried again.
func (l *load) find(ctx context.Context, lost error) (r graph.Release, found bool, err error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.store.cfg.LockWait+l.store.cfg.RetryTime) // a caller that went away asks no less
	defer cancel()
	err = l.store.write(ctx, queryReleaseByLoad.Name(), func(tx runner) error {
		if err := l.store.lock(ctx, tx, "looking for "+l.id); err != nil {
			return err
		}
		row, ok, err := one(ctx, tx, queryReleaseByLoad, map[string]any{"load_id": l.id})
		if found = ok; err != nil || !ok {
			return err
		}
		r, err = row.properties("release").release()
		return err
	})
	switch {
	case err != nil:
		return r, false, fmt.Errorf("the connection was lost while load %s was committed (%v); whether it reached its end cannot be looked up now (%s): %w",
			l.id, lost, graph.Message(err), graph.ErrUnavailable)
	case !found:
		return r, false, fmt.Errorf("%w (%w)", errUndone, lost)
	}
	return r, true, nil
}

// pause waits before another try; it returns the error that ends the trying.
func (l *load) pause(ctx context.Context, err error, passed time.Duration) error {
	if !errors.Is(err, errUndone) && !retryable(unwrapped(err)) || passed > l.store.cfg.RetryTime {
		return err
	}
	select {
	case <-ctx.Done():
		return err
	case <-time.After(min(time.Second<<min(l.tries-1, 4), l.store.cfg.RetryTime/4)):
		return nil
	}
}

// unwrapped is the driver's own error within err: the driver looks at the outermost alone.
func unwrapped(err error) error {
	var lost *neo4j.ConnectivityError
	if errors.As(err, &lost) {
		return lost
	}
	return err
}
