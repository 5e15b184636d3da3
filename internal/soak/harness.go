package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// harness is what trials share.
type harness struct {
	worker  binary // this program, as a worker
	program binary // crosswalk itself
	dir     string // for temporary folders
	seed    uint64
	kills   int // a store
	sum     *summary

	db        *database // once a trial needed it
	temporary []string  // folders to remove at the end
}

// close ends the database and removes what the trials left.
func (h *harness) close() {
	if h.db != nil {
		_ = h.db.kill()
	}
	for _, dir := range append(h.temporary, h.dir) {
		_ = os.RemoveAll(dir)
	}
}

// drawn gives a trial its dice: the same whatever other trials run.
func (h *harness) drawn(trial string) *rand.Rand {
	sum := fnv.New64a()
	sum.Write([]byte(trial))
	return rand.New(rand.NewPCG(h.seed, sum.Sum64()))
}

// ending is what a trial left.
type ending string

// The endings. A fault is not among them: it is an error and ends the run.
const (
	before  ending = "before"         // the graph before; nobody was told otherwise
	untold  ending = "after, untold"  // the graph after; the process ended before it could say so
	certain ending = "after, told"    // the graph after, as the process said
	refused ending = "before, errors" // the graph before, and the process said why
	cutOff  ending = "as it was, cut off"
	read    ending = "as it was, answered"
)

// settle audits what a change left that was cut off or not. told says that the change was acknowledged. The model takes in what
// is found.
func (m *model) settle(ctx context.Context, p place, c graph.Change, told bool) (ending, error) {
	s, err := p.open(ctx)
	if err != nil {
		return "", fmt.Errorf("open what is left: %w", err)
	}
	defer s.Close(ctx)
	if p.Folder == "" { // the server may still be at work for a loader that is gone; it has ended when another has the lock
		if _, _, err := s.Apply(ctx, graph.Change{}); err != nil {
			return "", fmt.Errorf("wait for the loaders' lock: %w", err)
		}
	}
	r, err := s.Release(ctx)
	if err != nil {
		return "", err
	}
	if r.Number == m.number() {
		if told {
			return "", fmt.Errorf("the release after number %d was acknowledged and is lost", m.number())
		}
		_, err := m.audit(ctx, s, m.st, m.number())
		return before, err
	}
	next, err := m.after(c)
	if err != nil {
		return "", err
	}
	if r, err = m.audit(ctx, s, next, m.number()+1); err != nil {
		return "", err
	}
	m.made(next, r)
	if told {
		return certain, nil
	}
	return untold, nil
}

// again makes a change once more that ended so: it must change nothing if it had been made, and be made if not.
func (m *model) again(ctx context.Context, p place, c graph.Change, was ending) error {
	s, err := p.open(ctx)
	if err != nil {
		return fmt.Errorf("open to load again: %w", err)
	}
	defer s.Close(ctx)
	r, changed, err := s.Apply(ctx, c)
	switch made := was == untold || was == certain; {
	case made && len(c.Withdraw) > 0 && !errors.Is(err, graph.ErrNotFound):
		return fmt.Errorf("withdrawn again: %v, it must not be found", err)
	case made && len(c.Withdraw) == 0 && (err != nil || changed || r.LoadID != m.releases[m.number()-1].LoadID):
		return fmt.Errorf("loaded again: release %d, changed %v, %v; it was there already", r.Number, changed, err)
	case !made && (err != nil || !changed):
		return fmt.Errorf("loaded again: changed %v, %w; it was not there", changed, err)
	case made:
		_, err = m.audit(ctx, s, m.st, m.number())
		return err
	}
	end, err := m.settle(ctx, p, c, true)
	if err == nil && end != certain {
		err = fmt.Errorf("loaded again: %s", end)
	}
	return err
}

// unmoved audits a store that was only read.
func (m *model) unmoved(ctx context.Context, p place, answered bool) (ending, error) {
	_, err := m.settle(ctx, p, graph.Change{}, false)
	if answered {
		return read, err
	}
	return cutOff, err
}

// found makes a store's first release: every report but two.
func (m *model) found(ctx context.Context, p place, w world) error {
	return m.again(ctx, p, w.all(), before)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
