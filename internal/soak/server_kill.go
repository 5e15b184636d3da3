package main

import (
	"context"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/graph"
)

const serverTrial = "neo4j/server"

// killServer kills the database itself n times, at a moment drawn over the measured length of what a worker does then, and
// starts it again on what it left. Every other worker waits for the server; the others are told that it is away.
func (h *harness) killServer(ctx context.Context, n int) error {
	d, err := h.database(ctx)
	if err != nil {
		return err
	}
	p, err := d.emptied(ctx, 2*time.Minute)
	if err != nil {
		return err
	}
	k := h.killing(serverTrial, p, large)
	if err := k.model.found(ctx, p, large); err != nil {
		return err
	}
	for _, op := range []string{"load", "snapshot"} {
		if _, err := k.one(ctx, op); err != nil {
			return fmt.Errorf("%s: %s, nothing killed: %w", serverTrial, op, err)
		}
	}
	for i := range n {
		op := []string{"load", "load", "snapshot"}[i%3]
		end, err := k.withServerKilled(ctx, d, op, i%2 == 0)
		if err != nil {
			return fmt.Errorf("%s: kill %d, at %s: %w", serverTrial, i+1, op, err)
		}
		h.sum.add(serverTrial, "server killed at "+op, end)
	}
	return nil
}

func (k *killing) withServerKilled(ctx context.Context, d *database, op string, waits bool) (ending, error) {
	o, at := order{Op: op}, k.place
	if op == "load" {
		o.Change = k.world.load(k.dice, k.model.st)
	}
	if !waits {
		at.Retry = time.Second
	}
	w, err := k.worker.hire(ctx, assignment{Place: at})
	if err != nil {
		return "", err
	}
	defer w.kill()
	w.send(o)
	if _, ok := w.next(); !ok {
		return "", fmt.Errorf("the worker ended before its work: %s", w.ended())
	}
	time.Sleep(time.Duration(k.dice.Float64() * 1.1 * float64(k.lengths[op])))
	if err := d.kill(); err != nil {
		return "", err
	}
	if err := d.start(ctx); err != nil {
		return "", err
	}
	t, ok := w.next()
	if !ok {
		return "", fmt.Errorf("the worker ended by itself: %s", w.ended())
	}
	return k.judged(ctx, op, o.Change, t)
}

// judged audits what a worker left that could say how it ended, and makes the change again.
func (k *killing) judged(ctx context.Context, op string, c graph.Change, t told) (ending, error) {
	if t.Error != "" && t.Kind != graph.ErrUnavailable.Error() {
		return "", fmt.Errorf("the worker was told otherwise than that the store is away: %s", t.Error)
	}
	if op == "snapshot" {
		if r := k.model.releases[k.model.number()-1]; t.Error == "" && t.Digest != r.Digest {
			return "", fmt.Errorf("a graph with the digest %.12s was read of a release with %.12s", t.Digest, r.Digest)
		}
		return k.model.unmoved(ctx, k.place, t.Error == "")
	}
	end, err := k.model.settle(ctx, k.place, c, t.Error == "")
	if err != nil {
		return end, err
	}
	if err := k.model.again(ctx, k.place, c, end); err != nil {
		return end, err
	}
	if end == before {
		end = refused
	}
	return end, nil
}
