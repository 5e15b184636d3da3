package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/graph/filestore"
	"github.com/crosswalk-kg/crosswalk/internal/service"
)

// memory measures what the rows of a snapshot take, and what a swap takes while a service runs.
func (b *bench) memory(ctx context.Context) error {
	if err := b.sizes(ctx); err != nil {
		return err
	}
	return b.swaps(ctx)
}

func (b *bench) sizes(ctx context.Context) error {
	before := live()
	snap, err := b.snapshot(ctx)
	if err != nil {
		return err
	}
	z := snap.Sizes()
	whole := live() - before
	sum := z.Links + z.Passages + z.Entities + z.Notes + z.Words + z.Search
	for _, part := range []struct {
		name         string
		bytes, count int
		limit        string
	}{
		{bytesLink, z.Links, snap.NumLinks(), "two rows of numbers and ends, 26 bytes; the rest grows with the editions that state it"},
		{bytesPassage, z.Passages, snap.NumPassages(), "the gist itself"},
		{"bytes an entity, names included", z.Entities, snap.NumEntities(), "names in three languages, once an edition that states them"},
		{"bytes of shared words, by link", z.Words, snap.NumLinks(), "section headings and property values, once each"},
		{"bytes of the search index, by entity and passage", z.Search, snap.NumEntities() + snap.NumPassages(), "four bytes a word of a name or gist"},
	} {
		x := float64(part.bytes) / float64(max(part.count, 1))
		b.add(figure{Area: memory, Name: part.name, Unit: "bytes", Ours: sample{x}.summary(), Limit: part.limit, Note: fmt.Sprintf("%d of them", part.count)})
	}
	b.add(figure{Area: memory, Name: "snapshot on the heap", Unit: "MB", Ours: sample{whole / 1e6}.summary(), Limit: "the rows above",
		Note: number(float64(sum)/1e6) + " MB counted row by row"})
	runtime.KeepAlive(snap)
	return nil
}

// live is what is on the heap after everything unreachable is gone, in bytes.
func live() float64 {
	runtime.GC()
	runtime.GC() // what the first one found finalised
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// swaps measures loads by another process into a folder that a running service answers from.
func (b *bench) swaps(ctx context.Context) error {
	one, err := b.newest(ctx)
	if err != nil {
		return err
	}
	file := filepath.Join(b.temp, "newest.json")
	if err := os.WriteFile(file, one.Encode(), 0o600); err != nil {
		return err
	}
	st, err := filestore.Open(ctx, b.dir, filestore.Options{})
	if err != nil {
		return err
	}
	svc := service.New(st, service.Options{})
	h, err := listen(svc)
	if err != nil {
		return err
	}
	defer h.close()
	var peaks, shown sample
	_, err = b.effort.measure(ctx, func(ctx context.Context) (float64, error) {
		peak, seconds, err := b.swap(ctx, svc, h, one, file)
		peaks, shown = append(peaks, peak), append(shown, seconds)
		return 0, err
	})
	if err != nil {
		return err
	}
	b.add(figure{Area: memory, Name: peakSwap, Unit: "times", Ours: peaks.summary(), Limit: "the old snapshot and the new one, and garbage that was not collected yet"})
	b.add(figure{Area: memory, Name: "another process's load ends, new answer is read", Unit: "s", Ours: shown.summary(),
		Limit: "the poll of the folder once a second; then patching the snapshot, and one ranking"})
	return nil
}

// swap lets another process load one bundle and gives how far the heap rose over what was live before, and how long after that
// process's end the first answer of the new release was read.
func (b *bench) swap(ctx context.Context, svc *service.Service, h *host, one graph.Bundle, file string) (peak, seconds float64, err error) {
	if _, _, err := svc.Store().Apply(ctx, graph.Change{Withdraw: []string{one.Report.ID}, By: "bench"}); err != nil {
		return 0, 0, err
	}
	if err := svc.Refresh(ctx); err != nil {
		return 0, 0, err
	}
	route := "/crosswalks/matrix?partnership=" + one.Report.Partnership
	old := svc.Health().Release.Number
	if b.world.Options.Years > 1 { // else the partnership is gone
		if err := h.get(ctx, route); err != nil {
			return 0, 0, err
		}
	}
	watch, stop := context.WithCancel(ctx)
	var watching sync.WaitGroup
	watching.Go(func() { svc.Watch(watch, time.Second) })
	defer watching.Wait()
	defer stop()
	before := live()
	top := highest(watch, &watching)
	if _, err := b.program(ctx, "load", file, "--data-dir", b.dir, "--output", "json"); err != nil {
		return 0, 0, err
	}
	began := time.Now()
	for svc.Health().Release.Number == old {
		if time.Since(began) > time.Minute {
			return 0, 0, errors.New("the load of another process did not show within a minute")
		}
		time.Sleep(time.Millisecond)
	}
	if err := h.get(ctx, route); err != nil {
		return 0, 0, err
	}
	seconds = time.Since(began).Seconds()
	stop()
	watching.Wait()
	return *top / before, seconds, nil
}

// highest follows the heap until ctx ends; the number may be read after wait.
func highest(ctx context.Context, wait *sync.WaitGroup) *float64 {
	top := new(float64)
	wait.Go(func() {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for ctx.Err() == nil {
			metrics.Read(s)
			*top = max(*top, float64(s[0].Value.Uint64()))
			time.Sleep(time.Millisecond)
		}
	})
	return top
}
