package main

import (
	"context"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
)

// place names a store, also to another process.
type place struct {
	Folder   string        `json:"folder,omitempty"` // else the database
	URI      string        `json:"uri,omitempty"`
	Username string        `json:"username,omitempty"`
	Password string        `json:"password,omitempty"`
	Retry    time.Duration `json:"retry,omitempty"` // how long what the database calls passing is tried again
	Keep     int           `json:"keep"`            // past releases
}

func (p place) open(ctx context.Context) (graph.Store, error) {
	if p.Folder != "" {
		return filestore.Open(ctx, p.Folder, filestore.Options{Keep: p.Keep})
	}
	return neo4jstore.Open(ctx, p.neo4j())
}

// neo4j is the database as its own package names it. How much memory the server gives is not asked: that would be one more
// transaction in the way of cuts.
func (p place) neo4j() neo4jstore.Config {
	return neo4jstore.Config{URI: p.URI, Username: p.Username, Password: p.Password, RetryTime: p.Retry, Keep: p.Keep, TransactionMemory: -1}
}

// flags are those by which the program reaches the place.
func (p place) flags() []string {
	if p.Folder != "" {
		return []string{"--data-dir", p.Folder}
	}
	return []string{"--store", "neo4j", "--neo4j-uri", p.URI, "--neo4j-username", p.Username, "--neo4j-password", p.Password}
}
