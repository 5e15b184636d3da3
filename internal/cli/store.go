package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// opened is the store of this run and the service over it.
type opened struct {
	store service.Store
	svc   *service.Service
}

// service opens the store on first use; an empty store gets the packaged editions.
func (a *app) service(ctx context.Context) (*service.Service, error) {
	if a.open != nil {
		return a.open.svc, nil
	}
	telling, done := a.telling(ctx, quiet, "opening "+a.storeName())
	st, err := openStore(telling, a.config)
	done()
	if err != nil {
		return nil, a.explain(err)
	}
	a.open = &opened{store: st, svc: service.New(st, service.Options{Log: a.log})}
	if err := a.loadEditions(ctx); err != nil {
		return nil, a.explain(err)
	}
	return a.open.svc, nil
}

// storeName is the store that the configuration names, for people.
func (a *app) storeName() string {
	if a.config.Store == config.Neo4jServer {
		return "the database " + a.config.Neo4j.Database + " at " + a.config.Neo4j.URI
	}
	return "the store in " + a.config.DataDir
}

// close closes the store, with time of its own: the command's context may have ended.
func (a *app) close() error {
	if a.open == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := a.open.store.Close(ctx); err != nil {
		return fmt.Errorf("close the store: %w", err)
	}
	return nil
}

// openStore opens the store that the configuration names.
func openStore(ctx context.Context, c config.Config) (service.Store, error) {
	if c.Store == config.Neo4jServer {
		n := c.Neo4j
		return neo4jstore.Open(ctx, neo4jstore.Config{URI: n.URI, Username: n.Username, Password: n.Password.Reveal(), Database: n.Database,
			AllowForeign: n.AllowForeign, LoadTimeout: n.LoadTimeout, Keep: c.Releases.Keep, LockWait: c.Releases.LockWait})
	}
	return filestore.Open(ctx, c.DataDir, filestore.Options{Keep: c.Releases.Keep, LockWait: c.Releases.LockWait})
}
