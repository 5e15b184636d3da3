package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// guarded is a writer that several goroutines share.
type guarded struct {
	mu sync.Mutex
	w  io.Writer
}

func (g *guarded) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.w.Write(p)
}

// isTerminal reports whether people read along.
func (g *guarded) isTerminal() bool {
	f, ok := g.w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Work that ends within quiet is not told, unless somebody asked for it; what takes longer is told again every so often.
const (
	quiet        = time.Second
	againTyped   = time.Second      // on a terminal, where the line is written over
	againInALine = 15 * time.Second // in a log, where each is a line
)

// progress says on standard error what is being done, and for how long already, until done is called. After quiet it is told first
// (0: at once).
func (a *app) progress(after time.Duration, what string) (done func()) {
	end, ended := make(chan struct{}), make(chan struct{})
	if after == 0 {
		fmt.Fprintf(a.stderr, "%s …\n", what)
	}
	go func() {
		defer close(ended)
		a.tellOn(what, after, end)
	}()
	return func() { close(end); <-ended }
}

// tellOn tells what is being done until end is closed.
func (a *app) tellOn(what string, after time.Duration, end <-chan struct{}) {
	began, terminal := time.Now(), a.stderr.isTerminal()
	again := againInALine
	if terminal {
		again = againTyped
	}
	next := again
	if after > 0 {
		next = after
	}
	for first := after > 0; ; first = false {
		select {
		case <-end:
			if terminal {
				fmt.Fprint(a.stderr, "\r\x1b[K") // the line that stands there
			}
			return
		case <-time.After(next):
		}
		next = again
		passed := time.Since(began).Round(time.Second)
		switch {
		case terminal:
			fmt.Fprintf(a.stderr, "\r\x1b[K%s … %v", what, passed)
		case first:
			fmt.Fprintf(a.stderr, "%s …\n", what)
		default:
			fmt.Fprintf(a.stderr, "%s … %v so far\n", what, passed)
		}
	}
}
