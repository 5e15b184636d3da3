package evaluate

import (
	"context"
	"slices"

	"github.com/crosswalk-kg/crosswalk/graph"
	"github.com/crosswalk-kg/crosswalk/internal/crosswalk"
)

// rolling ranks the pairs of a partnership as of each year that another edition follows, and labels those that have a new
// direct event in the next edition. Both groups are active in both years. Two questions are asked: of all pairs, and of those
// alone that have no direct event yet.
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
	all, fresh := []pair{}, []pair{}
	labels := map[pair]bool{}
	for a := range now.model.Groups() {
		for b := range a {
			p := pair{b, a}
			in, active := next.find(now, p)
			if !active || !now.model.Active(a) || !now.model.Active(b) {
				continue
			}
			labels[p] = next.news(in, now.asOf, now.joint[p])
			all = append(all, p)
			if len(now.joint[p]) == 0 {
				fresh = append(fresh, p)
			}
		}
	}
	cluster := w.cluster(now.asOf)
	for _, q := range []struct {
		task  string
		pairs []pair
	}{{TaskNext, all}, {TaskFirst, fresh}} {
		scores := now.scores(q.pairs)
		if q.task == TaskFirst {
			scores[Opportunity] = now.opportunities(q.pairs) // which does not rank pairs that work together
		}
		if w.truth != nil {
			scores[Oracle] = w.lasting(now, q.pairs, next.asOf)
		}
		ls := make([]bool, len(q.pairs))
		for i, p := range q.pairs {
			ls[i] = labels[p]
		}
		c.add(w.name, TestRolling, q.task, cluster, scores, ls, groupMetrics)
	}
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

// news reports whether the newest edition tells of a direct event of the pair that no edition up to the year before told, or
// told as not yet taken place.
func (v *view) news(p pair, before int, known []told) bool {
	for _, t := range v.joint[p] {
		switch {
		case t.last != v.asOf, !t.event.Dated: // what is told of earlier years is no news
		case t.first > before:
			return true
		case t.event.Class == crosswalk.Done && !wasDone(known, t.event):
			return true
		}
	}
	return false
}

// wasDone reports whether an event was told as done already.
func wasDone(known []told, e *crosswalk.Event) bool {
	return slices.ContainsFunc(known, func(k told) bool { return k.event.ID == e.ID && k.event.Class == crosswalk.Done })
}
