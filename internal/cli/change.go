package cli

import (
	"context"
	"fmt"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// wanted is a change that a command was asked for.
type wanted struct {
	graph.Change
	what  string // for people: the file, the edition or the reports
	doing string // loading, withdrawing
	done  string // loaded, withdrawn
}

// carryOut makes a change in the open store, or only plans it, and says what it did or would do.
func (a *app) carryOut(ctx context.Context, w wanted, dry bool) (outcome, error) {
	if err := a.checkJudgements(ctx, w); err != nil {
		return outcome{}, err
	}
	if dry {
		d, err := a.open.store.Plan(ctx, w.Change)
		if err != nil {
			return outcome{}, a.explain(fmt.Errorf("%s: %w", w.what, err))
		}
		a.say("%s would be %s: %s\n", w.what, w.done, countsText(d.Counts))
		return outcome{What: w.what, Planned: true, Counts: d.Counts}, nil
	}
	telling, done := a.telling(ctx, 0, w.doing+" "+w.what)
	rel, changed, err := a.open.store.Apply(telling, w.Change)
	done()
	if err != nil {
		return outcome{}, a.explain(fmt.Errorf("%s: nothing was changed: %w", w.what, err))
	}
	return a.told(w.what, rel, changed), nil
}

// told says what a change did.
func (a *app) told(what string, rel graph.Release, changed bool) outcome {
	o := outcome{What: what, Changed: changed, Release: &rel}
	if !changed {
		a.say("%s: nothing to change, release %d (%s) stays\n", what, rel.Number, rel.ID())
		return o
	}
	o.Counts = rel.Counts
	a.say("%s: release %d (%s): %s\n", what, rel.Number, rel.ID(), countsText(rel.Counts))
	return o
}

// say writes an answer in words, where words were asked for.
func (a *app) say(format string, args ...any) {
	if a.format == "table" {
		fmt.Fprintf(a.stdout, format, args...)
	}
}

func countsText(c graph.Counts) string {
	return fmt.Sprintf("%d added, %d changed, %d removed", total(c.Added), total(c.Changed), total(c.Removed))
}

func total(m map[string]int) int {
	n := 0
	for _, v := range m {
		n += v
	}
	return n
}
