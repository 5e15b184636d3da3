package graphtest

import (
	"context"
	"errors"
	"sync/atomic"
)

// ending is a context that ends when it was asked so many times whether it has.
type ending struct {
	context.Context
	left atomic.Int64
	done chan struct{}
}

// Ending is a context that ends when it is asked for the n-th time whether it has, n from 1: what obeys it is broken off at
// the n-th place where it looks.
func Ending(ctx context.Context, n int) context.Context {
	e := &ending{Context: ctx, done: make(chan struct{})}
	e.left.Store(int64(n))
	return e
}

func (e *ending) Done() <-chan struct{} { return e.done }

func (e *ending) Err() error {
	switch left := e.left.Add(-1); {
	case left > 0:
		return nil
	case left == 0:
		close(e.done)
	}
	return context.Canceled
}

// BrokenOff asks with contexts that end ever later until one lasts, in strides that grow, and gives the latest place where one
// broke it off, and an error where what they gave is not the end of their context.
func BrokenOff(ctx context.Context, ask func(context.Context) error) (place int, err error) {
	for n := 1; ; n += 1 + n/8 {
		switch err := ask(Ending(ctx, n)); {
		case err == nil:
			return place, nil
		case !errors.Is(err, context.Canceled):
			return place, err
		}
		place = n
	}
}
