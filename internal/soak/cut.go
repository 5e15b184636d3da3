package main

import (
	"context"
	"fmt"
	"time"

	"github.com/crosswalk-kg/crosswalk/internal/soak/proxy"
)

const cutTrial = "neo4j/cut"

// cutting resets the connections of workers to the database.
type cutting struct {
	*killing
	proxy *proxy.Proxy
	far   place                // through the proxy
	bytes map[string]proxy.Cut // how many an operation takes, sent and answered
}

// cutLines resets n times the connection between a worker and the database, in the middle of a load, a withdrawal, a commit or a
// snapshot; every other time the server stays away.
func (h *harness) cutLines(ctx context.Context, n int) error {
	d, err := h.database(ctx)
	if err != nil {
		return err
	}
	p, err := d.emptied(ctx, 30*time.Second)
	if err != nil {
		return err
	}
	c := &cutting{killing: h.killing(cutTrial, p, large), far: p, bytes: map[string]proxy.Cut{}}
	if c.proxy, err = proxy.Listen(p.URI); err != nil {
		return err
	}
	defer c.proxy.Close()
	c.far.URI = c.proxy.URI()
	if err := c.model.found(ctx, p, large); err != nil {
		return err
	}
	for i := range n + 3 { // the first three are not cut, to measure
		op := []string{"load", "withdraw", "snapshot"}[i%3]
		end, how, err := c.one(ctx, op)
		if err != nil {
			return fmt.Errorf("%s: cut %d, at %s, %s: %w", cutTrial, i-2, op, how, err)
		}
		if i >= 3 {
			h.sum.add(cutTrial, op+" cut "+how, end)
		}
	}
	return nil
}

// draw chooses where to cut an operation, and says it.
func (c *cutting) draw(op string) (cut proxy.Cut, how string) {
	length, measured := c.bytes[op]
	if !measured {
		return proxy.Cut{}, "nowhere"
	}
	stay := c.dice.IntN(2) == 0
	within := func(n int) int { return 1 + c.dice.IntN(max(n, 1)) }
	choice := c.dice.IntN(4)
	if op == "snapshot" {
		choice %= 2
	}
	switch choice {
	case 0:
		return proxy.Cut{After: within(length.After), Stay: stay}, "on the way"
	case 1:
		return proxy.Cut{AfterAnswers: within(length.AfterAnswers), Stay: stay}, "at an answer"
	case 2:
		return proxy.Cut{BeforeCommit: true, Stay: stay}, "before the commit"
	}
	return proxy.Cut{AnswerCommit: true, Stay: stay}, "at the commit's answer"
}

func (c *cutting) one(ctx context.Context, op string) (end ending, how string, err error) {
	cut, how := c.draw(op)
	o, at := order{Op: op}, c.far
	switch op {
	case "load":
		o.Change = c.world.load(c.dice, c.model.st)
	case "withdraw":
		o.Change = c.world.withdraw(c.dice, c.model.st)
	}
	if cut.Stay {
		at.Retry = time.Second
	}
	c.proxy.Set(proxy.Cut{})
	w, err := c.worker.hire(ctx, assignment{Place: at})
	if err != nil {
		return "", how, err
	}
	defer w.kill()
	c.proxy.Set(cut)
	w.send(o)
	w.next() // begin
	t, ok := w.next()
	if !ok {
		return "", how, fmt.Errorf("the worker ended by itself: %s", w.ended())
	}
	sent, wasCut := c.proxy.Passed()
	if how == "nowhere" {
		c.bytes[op] = proxy.Cut{After: sent, AfterAnswers: c.proxy.Answered()}
	}
	if t.Error != "" && !wasCut {
		return "", how, fmt.Errorf("the worker was refused though nothing was cut: %s", t.Error)
	}
	end, err = c.judged(ctx, op, o.Change, t)
	return end, how, err
}
