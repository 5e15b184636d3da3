package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// binary is how to start another process: a file, arguments before those of the call, and settings beside this process's own.
type binary struct {
	file string
	env  []string
}

func (b binary) command(ctx context.Context, env []string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, b.file, args...)
	for _, kv := range os.Environ() { // a developer's own settings are no part of a trial
		if !strings.HasPrefix(kv, "NEO4J_") && !strings.HasPrefix(kv, "CROSSWALK_") {
			cmd.Env = append(cmd.Env, kv)
		}
	}
	cmd.Env = slices.Concat(cmd.Env, b.env, env)
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// worker is a process that does what it is told, as this process sees it.
type worker struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	heard chan told // closed when the process has ended
	said  bytes.Buffer
}

// hire starts a worker and waits until it has opened its store.
func (b binary) hire(ctx context.Context, a assignment) (*worker, error) {
	w, err := b.prepare(ctx, a)
	if err != nil {
		return nil, err
	}
	if err := w.cmd.Start(); err != nil {
		return nil, err
	}
	if t, ok := w.next(); !ok || t.Error != "" {
		return nil, fmt.Errorf("a worker could not open its store: %s%s", t.Error, w.kill())
	}
	return w, nil
}

// prepare makes a worker that is not started yet.
func (b binary) prepare(ctx context.Context, a assignment) (*worker, error) {
	text, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	w := &worker{cmd: b.command(ctx, []string{workerEnv + "=" + string(text)}), heard: make(chan told, 16)}
	w.cmd.Stderr = &w.said
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	go func() {
		defer close(w.heard)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			var t told
			if json.Unmarshal(lines.Bytes(), &t) == nil { // a line that was cut short was not told
				w.heard <- t
			}
		}
	}()
	return w, nil
}

// send gives an order; a worker that has ended takes none, which next will tell.
func (w *worker) send(o order) { _ = json.NewEncoder(w.in).Encode(o) }

// next is what the worker says next; not ok where it has ended.
func (w *worker) next() (told, bool) {
	t, ok := <-w.heard
	return t, ok
}

// kill ends the worker at once and gives what it wrote for people. What it had told by then can still be read by next.
func (w *worker) kill() string {
	_ = w.cmd.Process.Kill()
	return w.ended()
}

// ended waits for the worker's end, after all that it told was heard: Wait closes the pipe.
func (w *worker) ended() string {
	var rest []told
	for t := range w.heard {
		rest = append(rest, t)
	}
	_ = w.cmd.Wait()
	w.heard = make(chan told, len(rest))
	for _, t := range rest {
		w.heard <- t
	}
	close(w.heard)
	return w.said.String()
}
