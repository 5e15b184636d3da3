package neo4jstore

import (
	"context"
	"fmt"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// differences names some rows in which what was read differs from what the release's bundles say: the words that
// lead a person to what was written by hand. Empty where that cannot be told.
func (r *reader) differences(ctx context.Context, release graph.Release, read *graph.Graph) string {
	var want *graph.Graph
	err := r.run(ctx, "differences", func(tx runner) (err error) {
		state, err := readState(ctx, tx, release)
		if err == nil {
			want, err = state.Graph()
		}
		return err
	})
	if err != nil {
		return ""
	}
	d := graph.Diff(want, read)
	return some(&d)
}

// some names some rows of a difference; empty where there are none.
func some(d *graph.Delta) string {
	var words []string
	for _, part := range []struct {
		said string
		rows *graph.Graph
	}{{"added", &d.Added}, {"changed", &d.Changed}, {"removed", &d.Removed}} {
		for row := range part.rows.Rows {
			if len(words) == 5 {
				return " (" + strings.Join(words, ", ") + " …)"
			}
			words = append(words, fmt.Sprintf("%s %s %s", row.Class, strings.ReplaceAll(row.ID, "\x1f", " "), part.said))
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

// readState reads all that a release refers to.
func readState(ctx context.Context, tx runner, release graph.Release) (graph.State, error) {
	bundles, err := readBundles(ctx, tx, release.Bundles)
	if err != nil {
		return graph.State{}, err
	}
	js, err := readJudgements(ctx, tx, release.Judgements)
	return graph.State{Bundles: bundles, Judgements: js}, err
}
