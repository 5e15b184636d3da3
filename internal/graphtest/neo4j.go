package graphtest

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// Neo4j gives a test a real, empty Neo4j, for itself alone until it ends: the one that CROSSWALK_TEST_NEO4J_URI names (with
// …_USERNAME and …_PASSWORD; all that it holds is removed), else a private one that this test process starts
// once. Where neither can be had the test is skipped and says why; under CI=true that is a failure. Tests of other
// packages and processes wait at a lock.
func Neo4j(t testing.TB) neo4jstore.Config {
	t.Helper()
	cfg := neo4jConfig(t)
	sum := sha256.Sum256([]byte(cfg.URI))
	lock := flock.New(filepath.Join(os.TempDir(), "crosswalk-test-neo4j-"+hex.EncodeToString(sum[:6])+".lock"))
	if _, err := lock.TryLockContext(t.Context(), 20*time.Millisecond); err != nil {
		t.Fatalf("wait for the test database: %v", err)
	}
	t.Cleanup(func() { _ = lock.Unlock() })
	if err := wipe(t.Context(), cfg); err != nil {
		t.Fatalf("empty the test database at %s: %v", cfg.URI, err)
	}
	return cfg
}

// Main runs a package's tests and stops the private Neo4j that they started: func TestMain(m *testing.M) {
// os.Exit(graphtest.Main(m)) }.
func Main(m *testing.M) int {
	code := m.Run()
	if private.server != nil {
		_ = private.server.Stop()
	}
	return code
}

// private is the Neo4j of this test process.
var private struct {
	once   sync.Once
	server *localneo4j.Server
	err    error
}

func neo4jConfig(t testing.TB) neo4jstore.Config {
	t.Helper()
	if uri := os.Getenv("CROSSWALK_TEST_NEO4J_URI"); uri != "" {
		return neo4jstore.Config{URI: uri, Username: os.Getenv("CROSSWALK_TEST_NEO4J_USERNAME"), Password: os.Getenv("CROSSWALK_TEST_NEO4J_PASSWORD")}
	}
	if err := localneo4j.Available(); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("under CI a real Neo4j is required: %v", err)
		}
		t.Skipf("no Neo4j for this test: %v; or set CROSSWALK_TEST_NEO4J_URI", err)
	}
	private.once.Do(func() {
		private.server, private.err = localneo4j.Start(context.Background(), localneo4j.Options{Log: os.Stderr})
	})
	if private.err != nil {
		t.Fatal(private.err)
	}
	return neo4jstore.Config{URI: private.server.URI, Username: private.server.Username, Password: private.server.Password}
}

//go:embed neo4j_wipe.cypher
var wipeQuery string

// wipe removes every node, foreign ones included, and leaves the schema.
func wipe(ctx context.Context, cfg neo4jstore.Config) error {
	driver, err := neo4j.NewDriverWithContext(cfg.URI, neo4j.BasicAuth(cfg.Username, cfg.Password, ""))
	if err != nil {
		return err
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "neo4j"})
	defer session.Close(ctx)
	result, err := session.Run(ctx, wipeQuery, nil, neo4j.WithTxTimeout(5*time.Minute))
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
