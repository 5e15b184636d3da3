package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/config"
	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/editions"
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
	st, err := openStore(ctx, a.config)
	if err != nil {
		return nil, explain(a.config, err)
	}
	a.open = &opened{store: st, svc: service.New(st, service.Options{Log: a.log})}
	if err := a.package_(ctx, st); err != nil {
		return nil, explain(a.config, err)
	}
	return a.open.svc, nil
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

// by is who packaged editions are loaded by.
const by = "packaged edition"

// package_ gives an empty store (no release ever) the packaged editions, and replaces those that came with the program by
// newer readings of the same report; one that was withdrawn, or loaded by somebody, stays as it is.
func (a *app) package_(ctx context.Context, st service.Store) error {
	if len(a.config.Editions) == 0 {
		return nil
	}
	releases, err := st.Releases(ctx)
	if err != nil {
		return fmt.Errorf("read the store's history: %w", err)
	}
	change := graph.Change{By: by}
	for _, name := range a.config.Editions {
		b, err := editions.Load(name)
		if errors.Is(err, graph.ErrNotFound) {
			return usagef("editions names %q; packaged: %v", name, editions.Names())
		}
		if err != nil {
			return fmt.Errorf("packaged edition %s: %w", name, err)
		}
		if len(releases) == 0 || outdated(releases, b) {
			change.Put = append(change.Put, b)
		}
	}
	if len(change.Put) == 0 {
		return nil
	}
	if _, _, err := st.Apply(ctx, change); err != nil {
		return fmt.Errorf("load the packaged editions: %w", err)
	}
	return nil
}

// outdated reports whether the store holds another bundle of the report, and that one came with the program.
func outdated(releases []graph.Release, b graph.Bundle) bool {
	hash := func(r graph.Release) string {
		for _, ref := range r.Bundles {
			if ref.Report == b.Report.ID {
				return ref.Hash
			}
		}
		return ""
	}
	now := hash(releases[0])
	if now == "" || now == b.Hash() {
		return false
	}
	for i, r := range releases {
		if hash(r) == now && (i+1 == len(releases) || hash(releases[i+1]) != now) {
			return r.By == by // the release that brought it
		}
	}
	return false
}
