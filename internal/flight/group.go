// Package flight computes what many ask for at the same time once, and stops it when nobody waits for it any more.
package flight

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
)

// Group is computations under way, by key. The zero value works. It is safe for concurrent use.
type Group struct {
	mu    sync.Mutex
	calls map[string]*call
}

// call is one computation. Its value and err are read after done is closed alone.
type call struct {
	done    chan struct{}
	stop    context.CancelFunc
	waiting int
	left    bool // nobody waited any more, and it was told to stop
	value   any
	err     error
	panic   string
}

// errNoValue is what a computation gives that ended its own goroutine.
var errNoValue = errors.New("the computation ended without a value")

// Do gives what compute makes for the key, once for all who ask while it is made. Each waits as long as its own ctx lasts and
// gets the cause of its end then; the first to leave takes nothing from the others. compute has a context with the values of the
// first one's, which ends when the last has left. While a computation that was left comes to its end no other begins, so that at
// most one of a key runs; whoever asks meanwhile has it begun anew. A panic in compute is one in all who wait.
func Do[T any](ctx context.Context, g *Group, key string, compute func(context.Context) (T, error)) (T, error) {
	var none T
	for {
		if ctx.Err() != nil {
			return none, context.Cause(ctx)
		}
		c, joined := g.join(ctx, key, func(own context.Context) (any, error) { return compute(own) })
		select {
		case <-ctx.Done():
			if joined {
				g.leave(c)
			}
			return none, context.Cause(ctx)
		case <-c.done:
		}
		switch {
		case !joined:
		case c.panic != "":
			panic(c.panic)
		case c.err != nil:
			return none, c.err
		default:
			v, _ := c.value.(T) // no value where T is an interface and nil was made
			return v, nil
		}
	}
}

// join counts the caller among those who wait for the key's computation, which it begins where there is none. One that was left
// cannot be joined; its end can be waited for.
func (g *Group) join(ctx context.Context, key string, compute func(context.Context) (any, error)) (c *call, joined bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if c := g.calls[key]; c != nil {
		if !c.left {
			c.waiting++
		}
		return c, !c.left
	}
	own, stop := context.WithCancel(context.WithoutCancel(ctx))
	c = &call{done: make(chan struct{}), stop: stop, waiting: 1, err: errNoValue}
	if g.calls == nil {
		g.calls = map[string]*call{}
	}
	g.calls[key] = c
	go g.run(own, key, c, compute)
	return c, true
}

// leave ends the computation where the caller was the last that waited for it.
func (g *Group) leave(c *call) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if c.waiting--; c.waiting == 0 {
		c.left = true
		c.stop()
	}
}

func (g *Group) run(own context.Context, key string, c *call, compute func(context.Context) (any, error)) {
	defer func() {
		if v := recover(); v != nil {
			c.panic = fmt.Sprintf("%v\n%s", v, debug.Stack())
		}
		g.mu.Lock()
		delete(g.calls, key)
		g.mu.Unlock()
		c.stop()
		close(c.done)
	}()
	c.value, c.err = compute(own)
}
