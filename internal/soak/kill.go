package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// killing kills processes at one store, one after another.
type killing struct {
	*harness
	name    string
	place   place
	world   world
	model   *model
	dice    *rand.Rand
	lengths map[string]time.Duration // of operations, as measured
	ops     []string                 // in turn
}

func (h *harness) killing(name string, p place, w world) *killing {
	return &killing{harness: h, name: name, place: p, world: w, model: newModel(p.Keep), dice: h.drawn(name), lengths: map[string]time.Duration{}, ops: operations}
}

var operations = []string{"load", "withdraw", "snapshot", "start", "crosswalk load", "crosswalk withdraw"}

// run kills n processes in turn at loads, withdrawals, snapshots and starts, each at a moment drawn over the measured length of
// the operation, and audits the store after each.
func (k *killing) run(ctx context.Context, n int) error {
	if err := k.model.found(ctx, k.place, k.world); err != nil {
		return fmt.Errorf("%s: first load: %w", k.name, err)
	}
	for _, op := range k.ops { // once each without a kill, to measure
		if _, err := k.one(ctx, op); err != nil {
			return fmt.Errorf("%s: %s, not killed: %w", k.name, op, err)
		}
	}
	for i := range n {
		op := k.ops[i%len(k.ops)]
		end, err := k.one(ctx, op)
		if err != nil {
			return fmt.Errorf("%s: kill %d, at %s: %w", k.name, i+1, op, err)
		}
		k.sum.add(k.name, op+" killed", end)
	}
	return nil
}

// one carries out one operation in another process, kills it where its length is known, and audits.
func (k *killing) one(ctx context.Context, op string) (ending, error) {
	switch op {
	case "start":
		return k.start(ctx)
	case "snapshot":
		return k.snapshot(ctx)
	case "crosswalk load", "crosswalk withdraw":
		return k.command(ctx, op)
	}
	c := k.world.load(k.dice, k.model.st)
	if op == "withdraw" && len(k.model.st.Bundles) > 3 {
		c = k.world.withdraw(k.dice, k.model.st)
	}
	if op == "load" && k.model.number() > 20 && k.dice.IntN(6) == 0 {
		c = k.world.judge(k.dice, k.model.number())
	}
	t, err := k.ordered(ctx, op, order{Op: op, Change: c})
	if err != nil {
		return "", err
	}
	end, err := k.model.settle(ctx, k.place, c, t != nil)
	if err != nil || k.dice.IntN(4) == 0 { // now and then what was cut off is left as it is
		return end, err
	}
	return end, k.model.again(ctx, k.place, c, end)
}

func (k *killing) snapshot(ctx context.Context) (ending, error) {
	if err := k.withoutImage(); err != nil {
		return "", err
	}
	t, err := k.ordered(ctx, "snapshot", order{Op: "snapshot"})
	if err != nil {
		return "", err
	}
	if r := k.model.releases[k.model.number()-1]; t != nil && t.Digest != r.Digest {
		return "", fmt.Errorf("another process read a graph with the digest %.12s of a release with %.12s", t.Digest, r.Digest)
	}
	return k.model.unmoved(ctx, k.place, t != nil)
}

// ordered has a worker do one thing and kills it on the way, or lets it end where its length is not known yet. The answer is
// nil where the worker gave none.
func (k *killing) ordered(ctx context.Context, op string, o order) (*told, error) {
	w, err := k.worker.hire(ctx, assignment{Place: k.place})
	if err != nil {
		return nil, err
	}
	w.send(o)
	if _, ok := w.next(); !ok {
		return nil, fmt.Errorf("the worker ended before its work: %s", w.ended())
	}
	began := time.Now()
	length, measured := k.lengths[op]
	moment := time.Duration(k.dice.Float64() * 1.1 * float64(length))
	if !measured {
		moment = 5 * time.Minute
	}
	var answer *told
	select {
	case t, ok := <-w.heard:
		if ok {
			answer = &t
			k.learn(op, time.Since(began))
		}
	case <-time.After(moment):
	case <-ctx.Done():
	}
	said := w.kill()
	if t, ok := w.next(); ok && answer == nil {
		answer = &t
	}
	if answer != nil && answer.Error != "" {
		return nil, fmt.Errorf("the worker was refused: %s", answer.Error)
	}
	if answer == nil && !measured {
		return nil, fmt.Errorf("the worker ended by itself: %s", said)
	}
	return answer, context.Cause(ctx)
}

// learn follows how long an operation takes, which changes as the store grows.
func (k *killing) learn(op string, took time.Duration) {
	if was, ok := k.lengths[op]; ok {
		took = (3*was + took) / 4
	}
	k.lengths[op] = took
}

// withoutImage takes the folder's images away every other time, so that whoever reads makes one.
func (k *killing) withoutImage() error {
	if k.place.Folder == "" || k.dice.IntN(2) == 0 {
		return nil
	}
	return os.RemoveAll(filepath.Join(k.place.Folder, "images"))
}
