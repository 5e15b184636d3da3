package opportunity

import (
	"context"
	"errors"
)

// errNotYet is for who wants what was found already, and no more.
var errNotYet = errors.New("not looked for yet")

// candidates are those of one size, in order, found when they are first asked for. What was broken off leaves nothing, and the
// next who asks begins anew.
type candidates struct {
	turn chan struct{} // one place
	made bool
	all  []candidate
}

func newCandidates() candidates { return candidates{turn: make(chan struct{}, 1)} }

// get waits for its turn as long as ctx lasts.
func (c *candidates) get(ctx context.Context, find func() ([]candidate, error)) ([]candidate, error) {
	select {
	case c.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	defer func() { <-c.turn }()
	if c.made {
		return c.all, nil
	}
	all, err := find()
	if err == nil {
		c.all, c.made = all, true
	}
	return all, err
}
