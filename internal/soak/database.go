package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph/neo4jstore"
	"github.com/crosswalk-kg/crosswalk/internal/localneo4j"
)

// large is a world of fewer and larger reports: what a database takes longest for is writing.
var large = world{reports: 7, links: 80}

// database is a Neo4j that the harness started, and alone may kill.
type database struct {
	server *localneo4j.Server
	o      localneo4j.Options
}

// database starts a Neo4j, once for all trials.
func (h *harness) database(ctx context.Context) (*database, error) {
	if h.db != nil {
		return h.db, nil
	}
	if err := localneo4j.Available(); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoDatabase, err)
	}
	d := &database{o: localneo4j.Options{Dir: filepath.Join(h.dir, "neo4j"), Heap: 700, Log: os.Stderr}}
	if err := d.start(ctx); err != nil {
		return nil, err
	}
	h.db = d
	return d, nil
}

// start starts the server, after the first time on the same ports and what it held.
func (d *database) start(ctx context.Context) (err error) {
	d.server, err = localneo4j.Start(ctx, d.o)
	if err != nil {
		return err
	}
	d.o.BoltPort, err = port(d.server.URI)
	if err == nil {
		d.o.HTTPPort, err = port(d.server.HTTP)
	}
	return err
}

func port(uri string) (int, error) {
	u, err := url.Parse(uri)
	if err != nil {
		return 0, err
	}
	return strconv.Atoi(u.Port())
}

// kill ends the server at once, by its number.
func (d *database) kill() error {
	p, err := os.FindProcess(d.server.PID)
	if err != nil {
		return err
	}
	err = p.Kill()
	<-d.server.Done()
	return errors.Join(err, d.server.Stop()) // gives the folder back
}

// emptied is the place of the database, without anything in it.
func (d *database) emptied(ctx context.Context, retry time.Duration) (place, error) {
	p := place{URI: d.server.URI, Username: d.server.Username, Password: d.server.Password, Retry: retry, Keep: 3}
	s, err := neo4jstore.Open(ctx, p.neo4j())
	if err != nil {
		return p, err
	}
	return p, errors.Join(s.Clear(ctx), s.Close(ctx))
}

// killAtDatabase kills n workers and programs that use the database.
func (h *harness) killAtDatabase(ctx context.Context, n int) error {
	d, err := h.database(ctx)
	if err != nil {
		return err
	}
	p, err := d.emptied(ctx, 30*time.Second)
	if err != nil {
		return err
	}
	return h.killing("neo4j/kill", p, large).run(ctx, n)
}

// concurrentAtDatabase has several processes load and read at once.
func (h *harness) concurrentAtDatabase(ctx context.Context, loads int) error {
	d, err := h.database(ctx)
	if err != nil {
		return err
	}
	p, err := d.emptied(ctx, 30*time.Second)
	if err != nil {
		return err
	}
	return h.concurrent(ctx, "neo4j/history", p, small, loads)
}
