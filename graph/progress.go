package graph

import "context"

// Progress is how far long work of a store has come.
type Progress struct {
	Step        string // what is done now, in words: "write links"
	Done, Total int    // rows of the whole work so far and in all; both 0 where that is not known
}

type progressKey struct{}

// WithProgress is ctx under which Open, Apply, Repair and Snapshot of a store tell how far they have come, before each step.
// tell is called by the goroutine that does the work, a few dozen times at most, and should be quick; work that is tried
// again tells its steps again.
func WithProgress(ctx context.Context, tell func(Progress)) context.Context {
	return context.WithValue(ctx, progressKey{}, tell)
}

// Tell tells whoever listens on ctx how far work has come; nothing happens where nobody does.
func Tell(ctx context.Context, p Progress) {
	if tell, ok := ctx.Value(progressKey{}).(func(Progress)); ok && tell != nil {
		tell(p)
	}
}
