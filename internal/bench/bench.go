package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// bench measures one world.
type bench struct {
	settings
	effort effort
	world  world
	dir    string // of the embedded store
	temp   string // for what else is written
	binary string // the program
	neo    *database
	out    *result
	log    io.Writer
}

// measure measures what the settings ask for; the result holds what was measured before an error.
func measure(ctx context.Context, s settings, log io.Writer) (*result, error) {
	temp, err := os.MkdirTemp("", "crosswalk-bench-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(temp) }()
	out := &result{Machine: thisMachine(ctx)}
	b := &bench{settings: s, effort: effort{s.runs, s.budget}, temp: temp, out: out, log: log}
	if err := b.build(ctx); err != nil {
		return nil, err
	}
	for _, scale := range s.scales {
		if err := b.scale(ctx, scale); err != nil {
			return out, fmt.Errorf("scale %d: %w", scale, err)
		}
	}
	if s.wants(partners) {
		err = b.partners(ctx)
	}
	return out, err
}

// build makes the program whose processes are measured.
func (b *bench) build(ctx context.Context) error {
	b.binary = filepath.Join(b.temp, "crosswalk")
	b.say("building the program")
	if text, err := exec.CommandContext(ctx, "go", "build", "-o", b.binary, "github.com/crosswalk-kg/crosswalk/cmd/crosswalk").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, text)
	}
	return nil
}

// scale measures one world, all areas but that of partners, which has data of its own.
func (b *bench) scale(ctx context.Context, scale int) (err error) {
	if b.world, err = worldOf(scale); err != nil {
		return err
	}
	if !b.wants(loads, starts, answers, overHTTP, routes, memory) {
		return nil
	}
	b.say("loads into the folder")
	if err := b.loadFolder(ctx); err != nil {
		return fmt.Errorf("load the folder: %w", err)
	}
	defer func() { _ = os.RemoveAll(b.dir) }()
	stop, err := b.startNeo4j(ctx)
	if err != nil {
		return err
	}
	defer stop()
	for _, step := range []struct {
		area string
		does func(context.Context) error
	}{
		{loads, b.loadNeo4j}, {starts, b.starts}, {answers, b.answers}, {routes, b.routes}, {memory, b.memory},
	} {
		if !b.wants(step.area) && step.area != loads { // a database that is not loaded cannot be asked
			continue
		}
		b.say("%s", step.area)
		if err := step.does(ctx); err != nil {
			return fmt.Errorf("%s: %w", step.area, err)
		}
		debug.FreeOSMemory()
	}
	return nil
}

// add keeps a figure of the current scale, unless its area was not asked for.
func (b *bench) add(f figure) {
	if !b.wants(f.Area) {
		return
	}
	if f.Scale == 0 {
		f.Scale = b.world.Scale
	}
	hold(&f)
	b.out.Figures = append(b.out.Figures, f)
	b.say("  %s: %s %s", f.Name, spread(f.Ours), f.Unit)
}

// skip tells what is not measured, and why.
func (b *bench) skip(format string, args ...any) {
	b.out.Skipped = append(b.out.Skipped, fmt.Sprintf(format, args...))
}

// say tells people how far the run has come.
func (b *bench) say(format string, args ...any) {
	at := ""
	if b.world.Scale > 0 {
		at = fmt.Sprintf("scale %d  ", b.world.Scale)
	}
	fmt.Fprintf(b.log, "%s  %s%s\n", time.Now().UTC().Format("15:04:05"), at, fmt.Sprintf(format, args...))
}

// store is what loads and reads both kinds of store.
type store interface {
	Apply(ctx context.Context, c graph.Change) (graph.Release, bool, error)
	Snapshot(ctx context.Context) (*graph.Snapshot, error)
}

// all loads the whole world into a store, size bundles a change, and gives the seconds that the store took.
func (b *bench) all(ctx context.Context, st store, size int) (seconds float64, err error) {
	err = b.world.batches(ctx, size, func(batch []graph.Bundle) error {
		began := time.Now()
		_, changed, err := st.Apply(ctx, graph.Change{Put: batch, By: "bench"})
		seconds += time.Since(began).Seconds()
		if err == nil && !changed {
			err = errors.New("the change changed nothing")
		}
		return err
	})
	return seconds, err
}

// again withdraws the newest bundle and puts it again, and gives the seconds that putting took.
func again(ctx context.Context, st store, one graph.Bundle) (float64, error) {
	if _, _, err := st.Apply(ctx, graph.Change{Withdraw: []string{one.Report.ID}, By: "bench"}); err != nil {
		return 0, err
	}
	began := time.Now()
	_, _, err := st.Apply(ctx, graph.Change{Put: []graph.Bundle{one}, By: "bench"})
	return time.Since(began).Seconds(), err
}
