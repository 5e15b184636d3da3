package evaluate

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// unit is one event of a partnership with all that tells of it: what is hidden together, so that nothing of it is left to
// guess from.
type unit struct {
	ids   []string // entities, and links of references
	pairs []pair
}

// leaveOut hides each direct event in turn, with all tellings of the same intention or occasion and the references beside it,
// and asks whether its pairs still stand above the pairs that have no direct event at all: the share of those below them, ties
// half. Where another event ties the pair, it does so by that one; the second question is of pairs that nothing else ties. Of a
// synthetic partnership only the first edition is looked at, so that it stands beside one real edition.
func (c *collector) leaveOut(ctx context.Context, w world) error {
	asOf := 0
	if w.truth != nil {
		asOf = w.truth.Options.FirstYear
		w.snapshot = w.snapshot.AsOf(asOf)
	}
	whole, err := w.newView(w.snapshot, asOf)
	if err != nil {
		return err
	}
	none := whole.without()
	if len(none) == 0 {
		return nil
	}
	for i, u := range whole.units() {
		if err := ctx.Err(); err != nil {
			return err
		}
		v, err := w.newView(hide(w.snapshot, u.ids), whole.asOf)
		if err != nil {
			return err
		}
		cluster := w.partnership
		if !w.several {
			cluster = fmt.Sprint(i)
		}
		c.judgeHidden(w.name, TaskHidden, cluster, v, u.pairs, none)
		c.judgeHidden(w.name, TaskAlone, cluster, v, v.untied(u.pairs), none)
	}
	return nil
}

// judgeHidden measures one hidden event: the mean over its pairs.
func (c *collector) judgeHidden(name, task, cluster string, v *view, hidden, none []pair) {
	if len(hidden) == 0 {
		return
	}
	labels := make([]bool, 1+len(none))
	labels[0] = true
	sums := map[string]float64{}
	for _, p := range hidden {
		for method, s := range v.scores(append([]pair{p}, none...)) {
			sums[method] += judged{s, labels}.auc() / float64(len(hidden))
		}
	}
	for method, sum := range sums {
		c.put(key{name, TestHidden, task, method, MetricAUC}, cluster, math.Min(1, sum))
	}
	c.count(name, TestHidden, task, len(none), len(hidden))
}

// untied are those of the pairs that nothing ties.
func (v *view) untied(pairs []pair) []pair {
	return slices.DeleteFunc(slices.Clone(pairs), func(p pair) bool { return len(v.joint[p]) > 0 })
}

// without lists the pairs of active groups that nothing ties.
func (v *view) without() []pair {
	return slices.DeleteFunc(v.activePairs(), func(p pair) bool { return len(v.joint[p]) > 0 })
}

// units lists the counted direct events of pairs of active groups: by their counted telling, once each, whatever the pairs.
func (v *view) units() []unit {
	byID := map[string]*unit{}
	var order []string
	for a := range v.model.Groups() {
		for b := range a {
			x, err := v.ranking.Pair(v.id(b), v.id(a))
			if err != nil || !v.model.Active(a) || !v.model.Active(b) {
				continue
			}
			for _, part := range x.Parts {
				for _, item := range part.Items {
					if !part.Direct {
						continue
					}
					id := item.Entity + item.Link
					if byID[id] == nil {
						byID[id] = &unit{}
						order = append(order, id)
					}
					u := byID[id]
					u.ids = append(append(append(u.ids, id), item.AlsoTold...), beside(x, id)...)
					u.pairs = append(u.pairs, pair{b, a})
				}
			}
		}
	}
	slices.Sort(order)
	out := make([]unit, len(order))
	for i, id := range order {
		out[i] = *byID[id]
		slices.Sort(out[i].ids)
		out[i].ids = slices.Compact(out[i].ids)
	}
	return out
}

// beside lists what was left out of a pair because an event tells it already: hiding the event alone would bring it back.
func beside(x crosswalk.Explanation, id string) []string {
	var out []string
	for _, l := range x.LeftOut {
		if strings.HasSuffix(l.Why, " "+id) {
			out = append(out, l.ID)
		}
	}
	return out
}

// hide is the snapshot without some links, and without every link of some entities: what they told of themes and institutions
// is gone too.
func hide(s *graph.Snapshot, ids []string) *graph.Snapshot {
	g := *s.Graph()
	g.Links = slices.DeleteFunc(slices.Clone(g.Links), func(l graph.MergedLink) bool {
		return slices.Contains(ids, l.ID) || slices.Contains(ids, l.From) || slices.Contains(ids, l.To)
	})
	return graph.NewSnapshot(&g, s.Release())
}
