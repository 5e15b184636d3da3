package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/crosswalk-kg/crosswalk/graph"
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

// width is that of the terminal at which people read along, 0 where there is none.
func (g *guarded) width() int {
	f, ok := g.w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < narrowest {
		return narrowest
	}
	return width
}

// Work that ends within quiet is not told, unless somebody asked for it; what takes longer is told again every so often.
const (
	quiet     = time.Second
	againSeen = time.Second      // on a terminal, where the line is written over
	againRead = 10 * time.Second // in a log, where each is a line
)

// work is something that takes a while, and how far the store says that it has come.
type work struct {
	what  string
	began time.Time
	mu    sync.Mutex
	at    graph.Progress
}

// progress says on standard error what is being done and for how long already, until done is called: first after some time (0: at
// once), then again and again.
func (a *app) progress(after time.Duration, what string) (done func()) {
	_, done = a.telling(context.Background(), after, what)
	return done
}

// telling is progress of a store's work, which says how far it has come where it is given the context that comes back.
func (a *app) telling(ctx context.Context, after time.Duration, what string) (told context.Context, done func()) {
	w := &work{what: what, began: time.Now()}
	end, ended := make(chan struct{}), make(chan struct{})
	if after == 0 {
		fmt.Fprintf(a.stderr, "%s …\n", what)
	}
	go func() {
		defer close(ended)
		a.tellOn(w, after, end)
	}()
	return graph.WithProgress(ctx, w.tell), func() { close(end); <-ended }
}

func (w *work) tell(p graph.Progress) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = p
}

// String is the work with its step, as in loading x: write links, 2000 of 3310.
func (w *work) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.what
	if w.at.Step != "" {
		s += ": " + w.at.Step
	}
	if w.at.Total > 0 {
		s += fmt.Sprintf(", %d of %d", w.at.Done, w.at.Total)
	}
	return s
}

// tellOn tells of the work until end is closed.
func (a *app) tellOn(w *work, after time.Duration, end <-chan struct{}) {
	width, next := a.stderr.width(), after
	again := againRead
	if width > 0 {
		again = againSeen
	}
	if after == 0 {
		next = again
	}
	for shown := false; ; shown = true {
		select {
		case <-end:
			if shown && width > 0 {
				fmt.Fprint(a.stderr, "\r\x1b[K") // the line that stands there
			}
			return
		case <-time.After(next):
		}
		next = again
		line := fmt.Sprintf("%s … %v", w, time.Since(w.began).Round(time.Second))
		if width > 0 {
			fmt.Fprint(a.stderr, "\r\x1b[K"+lines(line, width-1)[0]) // what is written over must be one line
		} else {
			fmt.Fprintln(a.stderr, line)
		}
	}
}
