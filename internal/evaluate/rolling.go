package evaluate

import (
	"context"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// rolling ranks the pairs of a partnership as of each year that another edition follows, and labels those that have a new
// direct event in the next edition. Both groups are active in both years. Three questions are asked: which pairs have an event
// that no edition told before; in which does something take place, be it promised before or not; and, of those alone that
// have no direct event yet, which have their first.
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
	var all, fresh []pair
	var isNew, isDone, isFirst []bool
	for a := range now.model.Groups() {
		for b := range a {
			p := pair{b, a}
			in, active := next.find(now, p)
			if !active || !now.model.Active(a) || !now.model.Active(b) {
				continue
			}
			n := next.news(in, now.asOf, now.joint[p])
			all, isNew, isDone = append(all, p), append(isNew, n.told), append(isDone, n.done)
			if len(now.joint[p]) == 0 {
				fresh, isFirst = append(fresh, p), append(isFirst, n.told)
			}
		}
	}
	cluster, scores := w.cluster(now.asOf), w.scores(now, all, next.asOf)
	c.add(w.name, TestRolling, TaskNext, cluster, scores, isNew, groupMetrics)
	c.add(w.name, TestRolling, TaskDone, cluster, scores, isDone, groupMetrics)
	scores = w.scores(now, fresh, next.asOf)
	scores[Opportunity] = now.opportunities(fresh) // which does not rank pairs that work together
	c.add(w.name, TestRolling, TaskFirst, cluster, scores, isFirst, groupMetrics)
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
