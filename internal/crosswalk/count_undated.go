package crosswalk

import (
	"math"
	"sort"

	"github.com/crosswalk-kg/crosswalk/graph"
)

// undated lowers the sessions told of "earlier years": they count only for what exceeds the groups' sessions held that are
// dated in years before the edition that tells them, the earliest edition's first: what it tells of does not hang on names.
func (m *Model) undated(t *tally) {
	items := t.items[SessionChannel]
	sort.SliceStable(items, func(i, k int) bool {
		a, b := items[i].event, items[k].event
		if a.edition != b.edition {
			return a.edition < b.edition
		}
		return a.ID < b.ID
	})
	used := 0.0
	kept := make([]counted, 0, len(items))
	for _, it := range items {
		if e := it.event; !e.Dated { // only what was held can be
			it.offset = math.Min(it.weight, math.Max(0, datedBefore(items, e.edition)-used))
			used += it.offset
			it.weight -= it.offset
			if it.offset > 0 && graph.Round12(it.weight) == 0 {
				m.omit(t, e, ruleUndated, "earlier years are told by dated events already")
				continue
			}
		}
		kept = append(kept, it)
	}
	t.items[SessionChannel] = kept
}

// datedBefore is the weight of what took place in a known year before the given one.
func datedBefore(items []counted, year int) float64 {
	sum := 0.0
	for _, it := range items {
		if e := it.event; e.Dated && e.Class == Done && e.Year < year {
			sum += it.weight
		}
	}
	return sum
}
