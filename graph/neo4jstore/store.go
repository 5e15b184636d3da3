package neo4jstore

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Store is the graph in one Neo4j database. Its methods may be called at once from many goroutines and processes.
type Store struct {
	driver neo4j.DriverWithContext
	cfg    Config
	// bookmarks let a reader of a cluster see what this process loaded last, whichever member answers.
	bookmarks neo4j.BookmarkManager
}

// Open connects, refuses a database that holds foreign nodes (unless cfg allows them), and brings the schema up to date.
// Errors: ErrInvalid for a configuration that cannot be, ErrUnavailable where no server answers, ErrConflict for
// foreign nodes or for a schema that a newer program wrote.
func Open(ctx context.Context, cfg Config) (*Store, error) {
	cfg = cfg.withDefaults()
	auth := neo4j.NoAuth()
	if cfg.Username != "" {
		auth = neo4j.BasicAuth(cfg.Username, cfg.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(cfg.URI, auth, func(c *config.Config) {
		c.MaxTransactionRetryTime = cfg.RetryTime
		c.UserAgent = "crosswalk"
		c.TelemetryDisabled = true
		c.NotificationsMinSeverity = notifications.WarningLevel
	})
	if err != nil {
		return nil, invalidURI(cfg.URI, err)
	}
	s := &Store{driver: driver, cfg: cfg, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})}
	if err := s.prepare(ctx); err != nil {
		_ = driver.Close(ctx)
		return nil, fmt.Errorf("open Neo4j database %s at %s: %w", cfg.Database, cfg.URI, err)
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	if err := s.driver.VerifyConnectivity(ctx); err != nil {
		return translate(ctx, err)
	}
	if err := s.refuseForeign(ctx); err != nil {
		return err
	}
	return s.migrate(ctx)
}

// Close gives the connections back. The store cannot be used afterwards.
func (s *Store) Close(ctx context.Context) error {
	return translate(ctx, s.driver.Close(ctx))
}
