package evaluate

import (
	"context"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// rolling ranks the pairs of a partnership as of each year that another edition follows, and labels those that have a new
// direct event in the next edition. Both groups are active in both years. Four questions are asked: which pairs have an event
// that no edition told before; in which does something take place, be it promised before or not; of those alone that
// have no direct event yet, which have their first; and the same of those alone that the list of new opportunities holds.
func (c *collector) rolling(ctx context.Context, w world) error {
	var now *view
	for _, year := range editionYears(w.snapshot, w.partnership) {
		if err := ctx.Err(); err != nil {
			return err
		}
		next, err := w.newView(w.snapshot, year)
		if err != nil {
			return err
		}
		if now != nil {
			c.origin(w, now, next)
			if w.institutions {
				c.institutions(w, now, next)
			}
		}
		now = next
	}
	if w.truth != nil && now != nil {
		c.recover(w, now)
	}
	return nil
}

// editionYears lists the years in which a partnership has an edition, ascending.
func editionYears(s *graph.Snapshot, partnership string) []int {
	var years []int
	for _, r := range s.Reports() {
		if r.Partnership == partnership {
			years = append(years, r.Year)
		}
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// origin adds the cases of one year.
func (c *collector) origin(w world, now, next *view) {
	all, ns := now.future(next)
	isNew, isDone := make([]bool, len(all)), make([]bool, len(all))
	var fresh []pair
	var isFirst []bool
	for i, p := range all {
		isNew[i], isDone[i] = ns[i].told, ns[i].done
		if len(now.joint[p]) == 0 {
			fresh, isFirst = append(fresh, p), append(isFirst, ns[i].told)
		}
	}
	cluster, scores := w.cluster(now.asOf), w.scores(now, all, next.asOf)
	c.add(w.name, TestRolling, TaskNext, cluster, scores, isNew, groupMetrics)
	c.add(w.name, TestRolling, TaskDone, cluster, scores, isDone, groupMetrics)
	scores = w.scores(now, fresh, next.asOf)
	scores[Opportunity], scores[InCommon] = now.opportunities(fresh) // which do not rank pairs that work together
	c.add(w.name, TestRolling, TaskFirst, cluster, scores, isFirst, groupMetrics)
	scores, isFirst = above(scores, Opportunity, isFirst)
	c.add(w.name, TestRolling, TaskListed, cluster, scores, isFirst, groupMetrics)
}

// above keeps the candidates to which a method gives more than 0.
func above(scores map[string][]float64, method string, labels []bool) (map[string][]float64, []bool) {
	out := map[string][]float64{}
	var kept []bool
	for i, x := range scores[method] {
		if x <= 0 {
			continue
		}
		kept = append(kept, labels[i])
		for m, s := range scores {
			out[m] = append(out[m], s[i])
		}
	}
	return out, kept
}

// future lists the pairs of groups that are active in this view and in the next one, and what that one tells of each.
func (v *view) future(next *view) ([]pair, []news) {
	var pairs []pair
	var ns []news
	for _, p := range v.activePairs() {
		if in, active := next.find(v, p); active {
			pairs, ns = append(pairs, p), append(ns, next.news(in, v.asOf, v.joint[p]))
		}
	}
	return pairs, ns
}

// activePairs lists the pairs of active groups.
func (v *view) activePairs() []pair {
	var out []pair
	for a := range v.model.Groups() {
		for b := range a {
			if v.model.Active(a) && v.model.Active(b) {
				out = append(out, pair{b, a})
			}
		}
	}
	return out
}

// scores are the scores of pairs by every method, the oracle's for the year after included where the truth is known.
func (w world) scores(v *view, pairs []pair, after int) map[string][]float64 {
	out := v.scores(pairs)
	if w.truth != nil {
		out[Oracle] = w.lasting(v, pairs, after)
	}
	return out
}

// find is the pair of another view in this one, and whether both groups are there and active.
func (v *view) find(from *view, p pair) (pair, bool) {
	a, errA := v.model.GroupNumber(from.id(p[0]))
	b, errB := v.model.GroupNumber(from.id(p[1]))
	if errA != nil || errB != nil {
		return pair{}, false
	}
	return pair{min(a, b), max(a, b)}, v.model.Active(a) && v.model.Active(b)
}

// news is what the newest edition tells of a pair: whether of a direct event that no edition up to the year before told, and
// whether of one that took place and was not told as such before. What is told of earlier years is no news.
type news struct{ told, done bool }

func (v *view) news(p pair, before int, known []told) news {
	var n news
	for _, t := range v.joint[p] {
		if t.last != v.asOf || !t.event.Dated {
			continue
		}
		n.told = n.told || t.first > before
		n.done = n.done || t.event.Class == crosswalk.Done && !wasDone(known, t.event)
	}
	return n
}

// wasDone reports whether an event of the pair was told as done already; references are known by their topic.
func wasDone(known []told, e *crosswalk.Event) bool {
	return slices.ContainsFunc(known, func(k told) bool {
		same := k.event.ID == e.ID
		if e.Node < 0 {
			same = k.event.Node < 0 && k.event.Topic == e.Topic
		}
		return same && k.event.Class == crosswalk.Done
	})
}
