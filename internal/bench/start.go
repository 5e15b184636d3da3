package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
)

// starts measures how long a process takes to its first answer, and reading the graph from each store.
func (b *bench) starts(ctx context.Context) error {
	snap, err := b.snapshot(ctx)
	if err != nil {
		return err
	}
	partnership := middle(snap)
	image := filepath.Join(b.dir, "images")
	for _, s := range []struct {
		name, limit string
		without     bool
	}{
		{startImage, "reading and checking the image, then ranking one partnership", false},
		{"process to first answer, no image", "unzipping, decoding and merging every bundle, then writing the image", true},
	} {
		var processor sample
		took, err := b.effort.measure(ctx, func(ctx context.Context) (float64, error) {
			if s.without {
				if err := os.RemoveAll(image); err != nil {
					return 0, err
				}
			}
			began := time.Now()
			used, err := b.program(ctx, "matrix", "--data-dir", b.dir, "--partnership", partnership, "--output", "json")
			processor = append(processor, used)
			return time.Since(began).Seconds(), err
		})
		if err != nil {
			return err
		}
		b.add(figure{Area: starts, Name: s.name, Unit: "s", Ours: took.summary(), Limit: s.limit,
			Note: "processor time " + number(processor.quantile(0.5)) + " s"})
	}
	took, err := b.effort.seconds(ctx, func(ctx context.Context) error { _, err := b.snapshot(ctx); return err })
	if err != nil {
		return err
	}
	b.add(figure{Area: starts, Name: "snapshot from the folder's image", Unit: "s", Ours: took.summary(), Limit: "one read, a checksum and the sparse rows"})
	return b.snapshotNeo4j(ctx, rowsOf(snap))
}

// rowsOf is how many rows a snapshot was made from.
func rowsOf(s *graph.Snapshot) int {
	return s.NumEntities() + s.NumLinks() + s.NumPassages() + s.NumNotes()
}

// snapshotNeo4j measures reading the graph from the database, and the same rows read raw.
func (b *bench) snapshotNeo4j(ctx context.Context, rows int) error {
	if b.neo == nil {
		return nil
	}
	var ours, theirs sample
	_, err := b.effort.measure(ctx, func(ctx context.Context) (float64, error) {
		one := effort{1, 0}
		s, err := one.seconds(ctx, func(ctx context.Context) error { _, err := b.neo.store.Snapshot(ctx); return err })
		if err != nil {
			return 0, err
		}
		ours = append(ours, s...)
		var n int
		s, err = one.seconds(ctx, func(ctx context.Context) (err error) { n, err = b.neo.direct.Stream(ctx, nil); return err })
		theirs = append(theirs, s...)
		if err == nil && n != rows {
			err = fmt.Errorf("raw streaming gave %d rows, the graph has %d", n, rows)
		}
		return 0, err
	})
	if err != nil {
		return err
	}
	f := figure{Area: starts, Name: snapshotNeo4j, Unit: "s", Ours: ours.summary(), Limit: "the driver unpacking rows; then merging, the digest and packing, while the peer keeps nothing"}
	f.Note = number(float64(rows)/f.Ours.Median) + " rows/s"
	f.beside(streamPeer, theirs.summary(), "")
	b.add(f)
	return nil
}

// snapshot reads the world from the folder anew.
func (b *bench) snapshot(ctx context.Context) (*graph.Snapshot, error) {
	st, err := filestore.Open(ctx, b.dir, filestore.Options{})
	if err != nil {
		return nil, err
	}
	return st.Snapshot(ctx)
}

// program runs a process of the program to its end, without a configuration of the user's, and gives the seconds of processor
// time that it took.
func (b *bench) program(ctx context.Context, args ...string) (processor float64, err error) {
	cmd := exec.CommandContext(ctx, b.binary, args...)
	cmd.Env = append(os.Environ(), "CROSSWALK_CONFIG=", "CROSSWALK_STORE=embedded")
	out, err := cmd.Output()
	if err != nil {
		var says []byte
		if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
			says = exit.Stderr
		}
		return 0, fmt.Errorf("crosswalk %s: %w: %s", args[0], err, says)
	}
	if len(out) == 0 {
		return 0, fmt.Errorf("crosswalk %s answered nothing", args[0])
	}
	return (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(), nil
}

// middle is the id of the partnership in the middle of those of the world.
func middle(s *graph.Snapshot) string {
	all := s.Nodes(graph.Partnership)
	return s.ID(all[len(all)/2])
}
