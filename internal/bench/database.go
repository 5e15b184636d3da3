package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/bench/peer"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// database is a private Neo4j, the store over it, and a plain driver beside.
type database struct {
	server *localneo4j.Server
	store  *neo4jstore.Store
	direct *peer.Neo4j
}

// heap is the server's, in megabytes: large worlds are read in one query by the peer.
func (w world) heap() int {
	if w.Scale > 100 {
		return 4000
	}
	return 1500
}

// startNeo4j starts a private Neo4j; where there can be none, that is told and what needs one is left out. stop ends it.
func (b *bench) startNeo4j(ctx context.Context) (stop func(), err error) {
	b.neo = nil
	if b.noNeo4j {
		b.skip("scale %d: Neo4j, as was asked for", b.world.Scale)
		return func() {}, nil
	}
	b.say("starting Neo4j")
	server, err := localneo4j.Start(ctx, localneo4j.Options{Heap: b.world.heap(), Log: b.log})
	if errors.Is(err, localneo4j.ErrMissing) {
		b.skip("scale %d: Neo4j: %v", b.world.Scale, err)
		return func() {}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("start Neo4j: %w", err)
	}
	d := &database{server: server}
	d.store, err = neo4jstore.Open(ctx, neo4jstore.Config{URI: server.URI, Username: server.Username, Password: server.Password, Database: localneo4j.Database, LoadTimeout: 30 * time.Minute})
	if err == nil {
		d.direct, err = peer.Open(peer.Address{Bolt: server.URI, HTTP: server.HTTP, Username: server.Username, Password: server.Password, Database: localneo4j.Database})
	}
	if err != nil {
		_ = server.Stop()
		return nil, fmt.Errorf("open Neo4j: %w", err)
	}
	b.neo = d
	return func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
		defer cancel()
		_ = d.direct.Close(end)
		_ = d.store.Close(end)
		_ = server.Stop() // what remains of it is the system's
		b.neo = nil
	}, nil
}
