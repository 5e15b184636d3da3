package main

import (
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/anishathalye/porcupine"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// Whether a history of loads and reads is linearizable: whether all took place one after another, each at some moment between
// its call and its return, in an order in which a store without concurrency gives the same answers.

// historyReports are so many that an image serves a few loads: readers follow from it, or from what they remember.
const historyReports = 36

// held is what the store of that order holds.
type held struct {
	number   int
	versions [historyReports]int8 // by report; -1: not loaded
}

// asked is what a client asked for; one without settings is a read.
type asked struct{ settings []setting }

// setting is a report and the version that a load leaves of it; -1 withdraws it.
type setting struct {
	report  int
	version int8
}

// answered is what a client was told; unknown where it was killed or told that nobody knows.
type answered struct {
	unknown bool
	absent  bool // the report to withdraw is not loaded
	changed bool
	number  int
	digest  string
}

// checker knows which graphs the states have.
type checker struct {
	world   world
	mu      sync.Mutex
	digests map[[historyReports]int8]string
}

func newChecker(w world) *checker {
	w.reports = historyReports
	return &checker{world: w, digests: map[[historyReports]int8]string{}}
}

func (c *checker) digest(versions [historyReports]int8) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if d, ok := c.digests[versions]; ok {
		return d
	}
	st := graph.State{Bundles: map[string]graph.Bundle{}}
	for n, v := range versions {
		if v >= 0 {
			st.Bundles[c.world.report(n)] = c.world.bundle(n, int(v))
		}
	}
	g, err := st.Graph()
	if err != nil {
		panic(fmt.Sprintf("the world's bundles do not merge: %v", err)) // they always do
	}
	c.digests[versions] = g.Digest().String()
	return c.digests[versions]
}

// after is what a load leaves, and whether all that it withdraws was there.
func (h held) after(settings []setting) (next held, present bool) {
	next = h
	for _, s := range settings {
		if s.version < 0 && h.versions[s.report] < 0 {
			return h, false
		}
		next.versions[s.report] = s.version
	}
	if next.versions != h.versions {
		next.number++
	}
	return next, true
}

// step gives the states that a call may leave, none where the answer cannot be.
func (c *checker) step(h held, q asked, a answered) []any {
	next, present := h.after(q.settings)
	switch {
	case a.unknown && next == h:
		return []any{h}
	case a.unknown:
		return []any{h, next}
	case a.absent && present, !a.absent && !present:
		return nil
	case a.absent:
		return []any{h}
	case a.number != next.number, a.changed != (next != h), a.digest != c.digest(next.versions):
		return nil
	}
	return []any{next}
}

// check holds a history that began at a state against the model. Errors: not linearizable, or not decided in time.
func (c *checker) check(from held, history []porcupine.Operation, within time.Duration) error {
	model := porcupine.NondeterministicModel{
		Init:  func() []any { return []any{from} },
		Step:  func(s, in, out any) []any { return c.step(s.(held), in.(asked), out.(answered)) },
		Equal: func(a, b any) bool { return a == b },
		Hash:  func(s any) uint64 { return uint64(s.(held).number) },
	}
	switch porcupine.CheckOperationsTimeout(model.ToModel(), history, within) {
	case porcupine.Illegal:
		return fmt.Errorf("%d calls have no order that explains their answers: %s", len(history), tail(history))
	case porcupine.Unknown:
		return fmt.Errorf("%d calls: no order was found nor refuted within %v", len(history), within)
	}
	return nil
}

// tail tells the last calls of a history.
func tail(history []porcupine.Operation) string {
	sorted := slices.Clone(history)
	slices.SortFunc(sorted, func(a, b porcupine.Operation) int { return int(a.Call - b.Call) })
	text := ""
	for _, o := range sorted[max(0, len(sorted)-20):] {
		a := o.Output.(answered)
		text += fmt.Sprintf("\nclient %d [%.3f, %.3f] %v: release %d %.8s changed %v unknown %v absent %v", o.ClientId,
			time.Duration(o.Call).Seconds(), time.Duration(o.Return).Seconds(), o.Input.(asked).settings, a.number, a.digest, a.changed, a.unknown, a.absent)
	}
	return text
}
