package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// workerEnv, where it is set, makes this program a worker: it holds an assignment as JSON.
const workerEnv = "CROSSWALK_SOAK_WORKER"

// assignment is what a worker works at, and what the system refuses it.
type assignment struct {
	Place place
	Limit uint64 `json:",omitempty"` // largest file in bytes, 0: any
	User  int    `json:",omitempty"` // the user that the worker becomes, 0: stays
}

// order is one thing for a worker to do.
type order struct {
	Op     string // load (any change) or snapshot
	Change graph.Change
}

// told is what a worker says: that it is about to do something, and what came of it.
type told struct {
	Event   string // open, begin, end
	Number  int
	Digest  string // of the release, for a snapshot that of the graph
	Changed bool
	Error   string
	Kind    string // which sentinel the error wraps
}

// work does what it is told on standard input, an order a line, until that ends or it is killed.
func work(ctx context.Context, text string, in io.Reader, out io.Writer) error {
	var a assignment
	if err := json.Unmarshal([]byte(text), &a); err != nil {
		return fmt.Errorf("%s: %w", workerEnv, err)
	}
	if err := restrict(a); err != nil {
		return err
	}
	say := json.NewEncoder(out)
	s, err := a.Place.open(ctx)
	if err := say.Encode(outcome("open", graph.Release{}, false, err)); err != nil {
		return err
	}
	if err != nil {
		return nil // it was told
	}
	defer s.Close(ctx)
	for d := json.NewDecoder(in); ; {
		var o order
		if err := d.Decode(&o); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := say.Encode(told{Event: "begin"}); err != nil {
			return err
		}
		if err := say.Encode(o.carryOut(ctx, s)); err != nil {
			return err
		}
	}
}

func (o order) carryOut(ctx context.Context, s graph.Store) told {
	if o.Op != "snapshot" {
		r, changed, err := s.Apply(ctx, o.Change)
		return outcome("end", r, changed, err)
	}
	snap, err := s.Snapshot(ctx)
	if err != nil {
		return outcome("end", graph.Release{}, false, err)
	}
	t := outcome("end", snap.Release(), false, nil)
	t.Digest = snap.Graph().Digest().String()
	return t
}

func outcome(event string, r graph.Release, changed bool, err error) told {
	t := told{Event: event, Number: r.Number, Digest: r.Digest, Changed: changed}
	if err != nil {
		t.Error, t.Kind = err.Error(), kind(err)
	}
	return t
}

// kind names the sentinel that an error wraps; it goes from process to process as a word.
func kind(err error) string {
	for _, s := range []error{graph.ErrNewer, graph.ErrNotFound, graph.ErrConflict, graph.ErrGone, graph.ErrUnavailable, graph.ErrInvalid} {
		if errors.Is(err, s) {
			return s.Error()
		}
	}
	return "other"
}
