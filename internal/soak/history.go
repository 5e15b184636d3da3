package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// historian has several processes load and read at once and keeps what each asked and was told, and when.
type historian struct {
	*harness
	*checker
	name  string
	place place
	start time.Time
	done  atomic.Bool // the loaders are

	mu      sync.Mutex
	history []porcupine.Operation
	unknown int
	errs    []error
}

// concurrent runs two loaders, which are killed now and then, beside three readers: one that lives long and follows from what it
// remembers, one that begins anew each time, and one that seldom looks; a folder keeps one past release, so that loads take
// away what readers start from, and its images are removed and damaged meanwhile. The history must be linearizable.
func (h *harness) concurrent(ctx context.Context, name string, p place, w world, loads int) error {
	p.Keep = 1
	c := newChecker(w)
	r := &historian{harness: h, checker: c, name: name, place: p}
	var from held
	first := graph.Change{By: "soak: all"}
	for n := range historyReports {
		first.Put = append(first.Put, c.world.bundle(n, 0))
	}
	if err := newModel(p.Keep).again(ctx, p, first, before); err != nil {
		return fmt.Errorf("%s: first load: %w", name, err)
	}
	from.number, r.start = 1, time.Now()
	r.run(ctx, loads)
	if err := errors.Join(append(r.errs, ctx.Err())...); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := c.check(from, r.history, time.Minute); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	h.sum.note("%s: %d calls of 5 clients are linearizable; of %d loads nobody knew the end", name, len(r.history), r.unknown)
	return r.audit(ctx)
}

func (r *historian) run(ctx context.Context, loads int) {
	var loaders, others sync.WaitGroup
	for i := range 2 {
		loaders.Go(func() { r.fault(r.load(ctx, i, loads)) })
	}
	for i, every := range []time.Duration{5 * time.Millisecond, 20 * time.Millisecond, 300 * time.Millisecond} {
		others.Go(func() { r.fault(r.readOn(ctx, 2+i, every, i == 1)) })
	}
	if r.place.Folder != "" {
		others.Go(func() { r.spoilImages(ctx) })
	}
	loaders.Wait()
	r.done.Store(true)
	others.Wait()
}

func (r *historian) fault(err error) {
	if err != nil {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.errs = append(r.errs, err)
		r.done.Store(true)
	}
}

func (r *historian) now() int64 { return time.Since(r.start).Nanoseconds() }

// record keeps one call. What a database does for a loader that is gone may come later than whoever killed it looked.
func (r *historian) record(client int, q asked, a answered, call int64) {
	o := porcupine.Operation{ClientId: client, Input: q, Output: a, Call: call, Return: r.now()}
	r.mu.Lock()
	defer r.mu.Unlock()
	if a.unknown {
		r.unknown++
		if r.place.Folder == "" {
			o.Return = math.MaxInt64
		}
	}
	r.history = append(r.history, o)
}

// load makes loads one after another; one in four is killed on its way.
func (r *historian) load(ctx context.Context, client, loads int) error {
	dice := r.drawn(fmt.Sprintf("%s, client %d", r.name, client))
	var w *worker
	var took time.Duration
	for range loads {
		if ctx.Err() != nil || r.done.Load() {
			break
		}
		if w == nil {
			var err error
			if w, err = r.worker.hire(ctx, assignment{Place: r.place}); err != nil {
				return err
			}
		}
		q := draw(dice)
		call := r.now()
		w.send(order{Op: "load", Change: r.change(q)})
		w.next() // begin
		moment := time.Hour
		if took > 0 && dice.IntN(4) == 0 {
			moment = time.Duration(dice.Float64() * 1.1 * float64(took))
		}
		began := time.Now()
		t, ok := w.nextWithin(moment)
		if ok {
			took = time.Since(began)
		} else {
			w.kill()
			t, ok = w.next()
			w = nil
		}
		a, err := understood(t, ok)
		if err != nil {
			return err
		}
		r.record(client, q, a, call)
	}
	if w != nil {
		w.kill()
	}
	return nil
}

// nextWithin is what the worker says next, not ok where it says nothing in time.
func (w *worker) nextWithin(d time.Duration) (t told, ok bool) {
	select {
	case t, ok = <-w.heard:
	case <-time.After(d):
	}
	return t, ok
}

// understood is an answer as the model knows it. An error of a load, but for a report that is not there, leaves open whether it was
// made.
func understood(t told, ok bool) (answered, error) {
	switch {
	case !ok, t.Kind == graph.ErrUnavailable.Error(), t.Kind == graph.ErrConflict.Error():
		return answered{unknown: true}, nil
	case t.Kind == graph.ErrNotFound.Error():
		return answered{absent: true}, nil
	case t.Error != "":
		return answered{}, fmt.Errorf("a load was refused: %s", t.Error)
	}
	return answered{changed: t.Changed, number: t.Number, digest: t.Digest}, nil
}

func draw(dice *rand.Rand) asked {
	n := dice.IntN(historyReports)
	if dice.IntN(4) == 0 {
		return asked{[]setting{{n, -1}}}
	}
	return asked{[]setting{{n, int8(dice.IntN(versions))}, {(n + 1) % historyReports, int8(dice.IntN(versions))}}}
}

func (r *historian) change(q asked) graph.Change {
	c := graph.Change{By: "soak: history"}
	for _, s := range q.settings {
		if s.version < 0 {
			c.Withdraw = append(c.Withdraw, r.world.report(s.report))
		} else {
			c.Put = append(c.Put, r.world.bundle(s.report, int(s.version)))
		}
	}
	return c
}

// readOn reads every so often until the loaders are done, in one process or in a new one each time, and once after them.
func (r *historian) readOn(ctx context.Context, client int, every time.Duration, anew bool) error {
	var w *worker
	for last := false; !last && ctx.Err() == nil; time.Sleep(every) {
		last = r.done.Load()
		if w == nil {
			var err error
			if w, err = r.worker.hire(ctx, assignment{Place: r.place}); err != nil {
				return err
			}
		}
		call := r.now()
		w.send(order{Op: "snapshot"})
		w.next() // begin
		t, ok := w.next()
		if !ok {
			return fmt.Errorf("a reader ended by itself: %s", w.ended())
		}
		if t.Error != "" {
			return fmt.Errorf("a reader was refused: %s", t.Error)
		}
		r.record(client, asked{}, answered{number: t.Number, digest: t.Digest}, call)
		if anew {
			w.kill()
			w = nil
		}
	}
	if w != nil {
		w.kill()
	}
	return nil
}

// spoilImages removes the folder's images, cuts them or turns a bit in them: none is ever needed.
func (r *historian) spoilImages(ctx context.Context) {
	dice := r.drawn(r.name + ", images")
	for ctx.Err() == nil && !r.done.Load() {
		time.Sleep(time.Duration(20+dice.IntN(60)) * time.Millisecond)
		paths, _ := filepath.Glob(filepath.Join(r.place.Folder, "images", "*.image"))
		for _, path := range paths {
			content, err := os.ReadFile(path)
			switch n := len(content); {
			case err != nil || n == 0 || dice.IntN(3) == 0:
				_ = os.Remove(path)
			case dice.IntN(2) == 0:
				_ = os.Truncate(path, int64(dice.IntN(n)))
			default:
				content[dice.IntN(n)] ^= 1 << dice.IntN(8)
				_ = os.WriteFile(path, content, 0o644)
			}
		}
	}
}

// audit checks that every release that was ever made is one that whole loads lead to: its digest is that of the graph that its
// bundles merge to.
func (r *historian) audit(ctx context.Context) error {
	s, err := r.place.open(ctx)
	if err != nil {
		return err
	}
	defer s.Close(ctx)
	rs, err := s.Releases(ctx)
	if err != nil {
		return err
	}
	known := map[string]setting{}
	for n := range historyReports {
		for v := range versions {
			known[r.world.bundle(n, v).Hash()] = setting{n, int8(v)}
		}
	}
	for _, rel := range rs {
		h := held{}
		for n := range h.versions {
			h.versions[n] = -1
		}
		for _, ref := range rel.Bundles {
			is, ok := known[ref.Hash]
			if !ok {
				return fmt.Errorf("%s: release %d refers to bundle %.12s of %s, which nobody loaded", r.name, rel.Number, ref.Hash, ref.Report)
			}
			h.versions[is.report] = is.version
		}
		if d := r.digest(h.versions); d != rel.Digest {
			return fmt.Errorf("%s: release %d has the digest %.12s, its bundles merge to %.12s", r.name, rel.Number, rel.Digest, d)
		}
	}
	return nil
}
