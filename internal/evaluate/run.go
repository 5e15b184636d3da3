package evaluate

import (
	"context"
	"fmt"
	"sync"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
	"github.com/crosswalk-kg/crosswalk/internal/synth"
)

// Options choose what rankings are judged on.
type Options struct {
	Snapshot     *graph.Snapshot       // real editions; nil for none
	Partnership  string                // of the snapshot
	Name         string                // as results name the snapshot's data
	Worlds       synth.Options         // synthetic partnerships; none where Worlds.Partnerships is 0
	Parameters   *crosswalk.Parameters // of the scores; nil for the defaults
	Institutions bool                  // judge opportunities of institutions too, which takes longer
	Workers      int                   // partnerships at once, at least 1; the result does not depend on it
}

// Links judges the rankings of links and opportunities. Errors: those of the synthetic options (graph.ErrInvalid), of the model
// (graph.ErrNotFound for an unknown partnership), and the context's. Who listens on ctx (graph.WithProgress) is told how many
// synthetic partnerships are judged.
func Links(ctx context.Context, o Options) (Report, error) {
	all := newCollector()
	if o.Snapshot != nil {
		w := world{name: o.Name, partnership: o.Partnership, snapshot: o.Snapshot, institutions: o.Institutions, parameters: o.Parameters}
		if err := all.judge(ctx, w); err != nil {
			return Report{}, err
		}
	}
	if o.Worlds.Partnerships > 0 {
		if err := o.Worlds.Check(); err != nil {
			return Report{}, err
		}
		if err := all.synthetic(ctx, o); err != nil {
			return Report{}, err
		}
	}
	return all.report(), nil
}

// judge puts one partnership to every test.
func (c *collector) judge(ctx context.Context, w world) error {
	if err := c.rolling(ctx, w); err != nil {
		return fmt.Errorf("rolling origin of %s: %w", w.partnership, err)
	}
	if err := c.leaveOut(ctx, w); err != nil {
		return fmt.Errorf("leave one event out of %s: %w", w.partnership, err)
	}
	return nil
}

// synthetic judges every synthetic partnership, some at once, and joins what was found in their order.
func (c *collector) synthetic(ctx context.Context, o Options) error {
	n := o.Worlds.Partnerships
	found, errs := make([]*collector, n), make([]error, n)
	next, done := make(chan int), make(chan struct{}, n)
	var workers sync.WaitGroup
	for range max(1, o.Workers) {
		workers.Go(func() {
			for i := range next {
				found[i] = newCollector()
				errs[i] = found[i].one(ctx, o, i)
				done <- struct{}{}
			}
		})
	}
	go func() {
		defer close(next)
		for i := range n {
			next <- i
		}
	}()
	for i := range n {
		<-done
		graph.Tell(ctx, graph.Progress{Step: "synthetic partnerships", Done: i + 1, Total: n})
	}
	workers.Wait()
	for i := range n {
		if errs[i] != nil {
			return errs[i]
		}
		c.join(found[i])
	}
	return nil
}

// one makes and judges one synthetic partnership.
func (c *collector) one(ctx context.Context, o Options, index int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	w, err := synthetic(o.Worlds, index)
	if err != nil {
		return err
	}
	w.institutions, w.parameters = o.Institutions, o.Parameters
	return c.judge(ctx, w)
}
