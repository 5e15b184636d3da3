package main

import (
	"context"
	"os"
	"path/filepath"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
)

// folderBatch is how many bundles one change of the folder holds: what bounds the memory of a load at large scales.
const folderBatch = 25

// loadFolder measures loads into the embedded store and leaves the world in b.dir.
func (b *bench) loadFolder(ctx context.Context) error {
	many, err := b.effort.measure(ctx, func(ctx context.Context) (float64, error) {
		if err := os.RemoveAll(b.dir); err != nil {
			return 0, err
		}
		b.dir = filepath.Join(b.temp, "folder")
		st, err := filestore.Open(ctx, b.dir, filestore.Options{})
		if err != nil {
			return 0, err
		}
		return b.all(ctx, st, folderBatch)
	})
	if err != nil {
		return err
	}
	st, err := filestore.Open(ctx, b.dir, filestore.Options{})
	if err != nil {
		return err
	}
	if err := b.describe(ctx, st); err != nil {
		return err
	}
	f := figure{Area: loads, Name: "folder: many bundles a change", Unit: "s", Ours: many.summary(),
		Limit: "validation, merge, and gzip of each bundle"}
	f.Note = number(float64(b.world.Stated)/f.Ours.Median) + " stated links/s"
	b.add(f)
	one, err := b.newest(ctx)
	if err != nil {
		return err
	}
	single, err := b.effort.measure(ctx, func(ctx context.Context) (float64, error) { return again(ctx, st, one) })
	if err != nil {
		return err
	}
	b.add(figure{Area: loads, Name: "folder: one more bundle", Unit: "ms", Ours: single.scaled(1000).summary(),
		Limit: "reads and writes the image of the whole merged graph, so that the next start is fast"})
	return nil
}

// describe counts what the world holds.
func (b *bench) describe(ctx context.Context, st store) error {
	snap, err := st.Snapshot(ctx)
	if err != nil {
		return err
	}
	b.world.Links, b.world.Entities, b.world.Passages = snap.NumLinks(), snap.NumEntities(), snap.NumPassages()
	b.world.Stated = 0
	for e := range snap.NumLinks() {
		b.world.Stated += len(snap.Link(graph.Edge(e)).Statements)
	}
	b.out.Worlds = append(b.out.Worlds, b.world)
	b.say("%s", b.world)
	return nil
}

// newest is the last bundle of the world.
func (b *bench) newest(ctx context.Context) (one graph.Bundle, err error) {
	w := b.world
	last, err := newestOf(w)
	if err != nil {
		return one, err
	}
	for b, ok := last.Next(); ok; b, ok = last.Next() {
		one = b
	}
	return one, ctx.Err()
}
