package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Store is the graph in one Neo4j database. Its methods may be called at once from many goroutines and processes.
type Store struct {
	driver neo4j.DriverWithContext
	cfg    Config
	// bookmarks let a reader of a cluster see what this process loaded last, whichever member answers.
	bookmarks neo4j.BookmarkManager
}

// Open connects, refuses a database that holds foreign nodes (unless cfg allows them), and brings the schema up to date.
// Errors: ErrInvalid for a URI that cannot be; ErrSetting (as ErrNoDatabase, ErrCredentials, ErrForbidden or ErrEncryption) for
// what a setting must change, which the message names; ErrUnavailable where no server answers, or (ErrTooManyAttempts) makes
// wait; ErrConflict for foreign nodes; graph.ErrNewer for a database that a newer program wrote.
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
	if err := s.connect(ctx); err != nil {
		return s.unopened(err)
	}
	if err := s.refuseForeign(ctx); err != nil {
		return err
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	return s.update(ctx)
}

// connect makes the first connection, for at most RetryTime: the driver would wait for ever for a server that takes a
// connection and says nothing.
func (s *Store) connect(ctx context.Context) error {
	waiting, cancel := context.WithTimeout(ctx, s.cfg.RetryTime)
	defer cancel()
	err := s.driver.VerifyConnectivity(waiting)
	if err != nil && waiting.Err() != nil && ctx.Err() == nil {
		return fmt.Errorf("nothing that speaks Bolt answers within %v; neo4j.uri must name the server's port for Bolt, usually 7687: %w", s.cfg.RetryTime, graph.ErrUnavailable)
	}
	return translate(ctx, err)
}

// unopened says what only the first connection tells: that there is no password, or that a server which wants encryption hangs
// up on one who does not encrypt.
func (s *Store) unopened(err error) error {
	switch {
	case errors.Is(err, ErrCredentials) && s.cfg.Username == "":
		return &settingError{"the server wants a user name and password: set neo4j.username and neo4j.password", ErrCredentials, nil}
	case errors.Is(err, io.EOF) && !strings.Contains(s.cfg.URI, "+s"):
		return fmt.Errorf("the server hung up at once; if it wants encryption, set neo4j.uri to begin with bolt+s:// or neo4j+s://: %w", graph.ErrUnavailable)
	}
	return err
}

// Close gives the connections back. The store cannot be used afterwards.
func (s *Store) Close(ctx context.Context) error {
	return translate(ctx, s.driver.Close(ctx))
}
