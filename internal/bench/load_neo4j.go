package main

import (
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/bench/peer"
)

// neo4jBatch is how many bundles one change of the database holds: a change is one transaction, whose memory the server bounds.
const neo4jBatch = 20

// shortLoads is how long a first load of ours and a raw one may take together, so as not to count.
const shortLoads = time.Minute

// loadNeo4j measures loads into Neo4j beside raw ones of the same rows, in turns, and leaves the world in the database. The rows
// of the raw load are those that the store wrote, read back; it leaves out what the store keeps beside them (bundles, releases).
func (b *bench) loadNeo4j(ctx context.Context) error {
	if b.neo == nil {
		return nil
	}
	spool := filepath.Join(b.temp, "rows")
	defer func() { _ = os.Remove(spool) }()
	var ours, theirs sample
	warm := !b.wants(loads) // a server that was just started compiles what it runs: where loads are short, the first of each does not count
	for began := time.Now(); ; {
		s, err := b.all(ctx, b.neo.store, neo4jBatch)
		if err != nil {
			return err
		}
		b.say("  the store took %s s", number(s))
		ours = append(ours, s)
		if !b.wants(loads) || len(theirs) > 0 && (len(ours) > b.runs || time.Since(began) > 6*b.budget) {
			break
		}
		if len(theirs) == 0 {
			if err := b.spool(ctx, spool); err != nil {
				return fmt.Errorf("read the rows: %w", err)
			}
		}
		s, err = b.raw(ctx, spool)
		if err != nil {
			return fmt.Errorf("the raw load: %w", err)
		}
		b.say("  the raw load took %s s", number(s))
		theirs = append(theirs, s)
		if !warm && time.Since(began) < shortLoads {
			ours, theirs, began = nil, nil, time.Now()
		}
		warm = true
		if err := b.neo.store.Clear(ctx); err != nil {
			return err
		}
	}
	if !b.wants(loads) {
		return nil
	}
	f := figure{Area: loads, Name: loadNeo4j, Unit: "s", Ours: ours.summary(), Limit: "the server: index look-ups and writes of each row"}
	f.Note = fmt.Sprintf("%d bundles a change, one transaction each; raw: %d rows a transaction", neo4jBatch, peer.BatchSize)
	f.beside(mergePeer, theirs.summary(), "")
	b.add(f)
	one, err := b.newest(ctx)
	if err != nil {
		return err
	}
	single, err := b.effort.measure(ctx, func(ctx context.Context) (float64, error) { return again(ctx, b.neo.store, one) })
	if err != nil {
		return err
	}
	b.add(figure{Area: loads, Name: "Neo4j: one more bundle", Unit: "ms", Ours: single.scaled(1000).summary(),
		Limit: "the server: looks up what other reports state of the same things, then writes the difference"})
	return nil
}

func init() {
	gob.Register([]any{})
	gob.Register(map[string]any{})
}

// spooled is one row of the database on its way through a file.
type spooled struct {
	Class string
	Row   map[string]any
}

// spool writes the rows of the database to a file: a large world would not fit memory.
func (b *bench) spool(ctx context.Context, file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	e := gob.NewEncoder(f)
	_, err = b.neo.direct.Stream(ctx, func(class string, row map[string]any) error {
		if _, link := row["from"]; !link {
			row = row["properties"].(map[string]any)
		}
		return e.Encode(spooled{class, row})
	})
	return errors.Join(err, f.Close())
}

// raw empties the database and loads the rows of a file by raw statements; the time is the database's alone.
func (b *bench) raw(ctx context.Context, file string) (float64, error) {
	if err := b.neo.store.Clear(ctx); err != nil {
		return 0, err
	}
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer func() { _ = f.Close() }()
	d := gob.NewDecoder(f)
	var took time.Duration
	var class string
	var rows []map[string]any
	flush := func() error {
		if len(rows) == 0 {
			return nil
		}
		t, err := b.neo.direct.Merge(ctx, class, rows)
		took, rows = took+t, nil
		return err
	}
	for {
		var s spooled
		err := d.Decode(&s)
		if errors.Is(err, io.EOF) {
			err := flush()
			return took.Seconds(), err
		}
		if err != nil {
			return 0, err
		}
		if s.Class != class || len(rows) == peer.BatchSize {
			if err := flush(); err != nil {
				return 0, err
			}
		}
		class, rows = s.Class, append(rows, s.Row)
	}
}
